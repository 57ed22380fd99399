import { Component, computed, inject, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LEARNER_ROLES } from '@repere/access';
import { askToJoinLengths } from '@repere/contract/lengths';
import { Language } from '@repere/ui';
import { ChoiceField, type Option } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ProblemLine } from '../../platform/problem-line';
import { GroupClient } from '../group-client';

/** Somebody asks to come in: a nickname, and the role that they take. */
@Component({
  selector: 'app-ask-form',
  imports: [ChoiceField, ErrorSummary, FormField, MatButton, ProblemLine, TextField],
  template: `
    <form novalidate (submit)="askToJoin($event)">
      <rp-error-summary [problems]="form.problems()" />
      <rp-text-field
        fieldId="ask-name"
        autocomplete="off"
        [label]="t('training.join.name')"
        [hint]="t('training.join.name-hint')"
        [formField]="form.fields.name"
        [problem]="form.problemOf('name')"
      />
      <rp-choice-field
        fieldId="ask-role"
        [label]="t('training.join.role')"
        [options]="options()"
        [formField]="form.fields.role"
        [problem]="form.problemOf('role')"
      />
      <app-problem-line [problem]="form.refusal()" (again)="askToJoin()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('training.join.ask') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 0.9rem;
    }
  `,
})
export class AskForm {
  private readonly client = inject(GroupClient);
  protected readonly t = inject(Language).t;

  readonly asked = output();

  protected readonly options = computed<readonly Option[]>(() =>
    LEARNER_ROLES.map((code) => ({ code, label: this.t(`access.role.${code}`) })),
  );
  protected readonly form = new SendingForm<{ name: string; role: string | null }>(
    { name: '', role: null },
    ({ name, role }) => {
      requireValue(name, 'training.join.name-missing');
      limitLength(name, askToJoinLengths.name);
      requireValue(role, 'training.join.role-missing');
    },
    { idPrefix: 'ask-' },
  );

  protected async askToJoin(event: Event | null = null): Promise<void> {
    const answer = await this.form.sendTyped(event, () => {
      const { name, role } = this.form.typed();
      return this.client.askToJoin({
        name: name.trim(),
        role: LEARNER_ROLES.find((it) => it === role) ?? 'caseworker',
      });
    });
    if (answer) this.asked.emit();
  }
}
