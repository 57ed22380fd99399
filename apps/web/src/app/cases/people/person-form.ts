import { Component, computed, effect, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Person, PersonInput, Problem } from '@repere/contract';
import {
  PERSON_ANSWERS,
  PERSON_RELATION_WORDS,
  PERSON_RELATIONS,
  PERSON_ROLE_WORDS,
  PERSON_ROLES,
} from '@repere/cases';
import { Language, capitalised } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { LongText, TextField } from '@repere/ui/field';
import { personInputLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../platform/api';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CaseFileClient } from '../case-file/case-file-client';
import { CaseSession } from '../case-file/case-session';
import { NEW_PERSON, toPersonInput, typePerson } from './typed-person';

/** Adds or changes a person around the child. */
@Component({
  selector: 'app-person-form',
  imports: [ActProblem, FormField, LongText, MatButton, SelectField, TextField],
  templateUrl: './person-form.html',
  styles: `
    form {
      display: grid;
      gap: 0.9rem;
      margin-block: 0.75rem;
      padding: 1rem;
      border-radius: 12px;
      background: var(--rp-wash);
    }
  `,
})
export class PersonForm {
  private readonly client = inject(CaseFileClient);
  private readonly session = inject(CaseSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** `null`: somebody new. */
  readonly person = input.required<Person | null>();
  readonly closed = output<void>();

  protected readonly form = new SendingForm(NEW_PERSON, (it) => {
    requireValue(it.name, 'case.people.name-missing');
    limitLength(it.name, personInputLengths.name);
    requireValue(it.relation, 'case.people.relation-missing');
    limitLength(it.contact, personInputLengths.contact);
    limitLength(it.note, personInputLengths.note);
  });
  protected readonly relations = computed(() =>
    PERSON_RELATIONS.map((code) => ({
      code,
      label: capitalised(this.language.localize(PERSON_RELATION_WORDS[code])),
    })),
  );
  protected readonly familyRoles = computed(() =>
    PERSON_ROLES.map((code) => ({
      code,
      label: capitalised(this.language.localize(PERSON_ROLE_WORDS[code])),
    })),
  );

  protected readonly answers = computed(() =>
    PERSON_ANSWERS.map((code) => ({ code, label: this.t(`ui.answer.${code}`) })),
  );

  constructor() {
    effect(() => {
      const person = this.person();
      this.form.type(person ? typePerson(person) : NEW_PERSON);
    });
  }

  protected async savePerson(event: Event): Promise<void> {
    const input = toPersonInput(this.form.typed());
    if (await this.form.sendTyped(event, async () => input && asAnswer(await this.sendPerson(input))))
      this.closed.emit();
  }

  private sendPerson(input: PersonInput): Promise<Problem | null> {
    const person = this.person();
    return this.session.sendAct({ person: person?.id, input }, (id, { idempotencyKey }) =>
      person
        ? this.client.changePerson(id, person.id, input, { idempotencyKey })
        : this.client.addPerson(id, input, { idempotencyKey }),
    );
  }
}
