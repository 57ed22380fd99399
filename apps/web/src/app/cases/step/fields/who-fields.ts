import { Component, computed, inject } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { roleWords } from '@repere/protocol';
import { Language } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { Session } from '../../../access/session';
import { writeThrough } from '../../../platform/form/write-through';
import { FormProblems } from '../form-problems';
import { mayBeOwnAct } from '../own-roles';
import { StepSession } from '../step-session';
import { NOBODY } from '../typed-step';

const TIES = ['none', 'relative', 'facilitator', 'fellow-resident'] as const;

/** Whose act it was: the one who enters it, unless others are named. An interpreter is named with their language. */
@Component({
  selector: 'app-who-fields',
  imports: [ChoiceField, FormField, MatButton, SelectField, TextField],
  templateUrl: './who-fields.html',
  styleUrl: './who-fields.scss',
})
export class WhoFields {
  private readonly access = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly problems = inject(FormProblems);

  protected readonly who = computed(() => this.session.typed().who);
  /** A judge's act is never the reader's own: then there is nobody to choose but others. */
  protected readonly mayBeOwn = computed(() =>
    mayBeOwnAct(this.session.page()?.asks.participants ?? [], this.access.account()?.roles),
  );
  protected readonly kinds = computed(() =>
    (['me', 'others'] as const).map((code) => ({ code, label: this.t(`step.who.${code}`) })),
  );
  protected readonly roles = computed(() =>
    (this.session.page()?.asks.participants ?? []).map((code) => ({
      code,
      label: this.localize(roleWords(code)),
    })),
  );
  protected readonly ties = computed(() =>
    TIES.map((code) => ({ code, label: this.t(`step.who.ties.${code}`) })),
  );

  /** The one who enters it, or others. */
  protected readonly form = form(
    writeThrough<string | null>(
      () => (this.who().length ? 'others' : 'me'),
      (kind) => this.session.changeTyped({ who: kind === 'others' ? [NOBODY] : [] }),
    ),
  );

  protected addPerson(): void {
    this.session.changeTyped({ who: [...this.who(), NOBODY] });
    const place = this.who().length - 1;
    setTimeout(() => document.getElementById(`who-${place}`)?.focus());
  }

  protected removePerson(place: number): void {
    const others = this.who().filter((_person, i) => i !== place);
    this.session.changeTyped({ who: others.length || this.mayBeOwn() ? others : [NOBODY] });
    setTimeout(() => document.getElementById(others.length ? 'who-0' : 'who')?.focus());
  }
}
