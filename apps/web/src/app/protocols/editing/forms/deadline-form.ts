import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  changeDeadline,
  DEADLINE_ORIGINS,
  type EditableSubject,
  type EditedTexts,
  ORIGIN_WORDS,
  removeDeadline,
  typeOf,
} from '@repere/protocol';
import { Language } from '@repere/ui';
import { type Option, SelectField } from '@repere/ui/choice';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../../platform/act-problem';
import { asAnswer } from '../../../platform/api';
import { checkField, requireValue } from '../../../platform/form/mistake';
import { SendingForm } from '../../../platform/form/sending-form';
import { DraftChecker } from '../checking/draft-checker';
import { FormChanges, PROTOCOL } from './form-changes';
import { refusedBy } from './refused-by';
import { deadlineOf, isCounted, NO_DUE, typedDue, UNITS } from './typed-due';

/** When a step is due, from when on, by which rule. What the checker would call an error is not written: it is said at its field. */
@Component({
  selector: 'app-deadline-form',
  imports: [ActProblem, ErrorSummary, FormField, MatButton, SelectField, TextField],
  templateUrl: './deadline-form.html',
  styles: `
    form {
      display: grid;
      gap: 0.75rem;
    }
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
      gap: 0.75rem;
      align-items: end;
    }
    h4 {
      margin: 0 0 0.5rem;
      font-size: 1.05rem;
    }
  `,
})
export class DeadlineForm {
  private readonly language = inject(Language);
  private readonly checker = inject(DraftChecker);
  protected readonly t = this.language.t;
  private readonly changes = inject(FormChanges);

  readonly step = input.required<EditableSubject>();
  /** Steps that a period may start from, with their titles. */
  readonly steps = input.required<readonly Option[]>();

  protected readonly isAdding = signal(false);
  protected readonly said = signal('');
  protected readonly deadline = computed(() => this.step().deadline);
  protected readonly isOpen = computed(() => this.deadline() !== null || this.isAdding());
  protected readonly form = new SendingForm(
    NO_DUE,
    ({ kind, count, from, origin, basis }) => {
      requireValue(kind, 'editing.forms.deadline.missing.kind');
      checkField(
        count,
        'editing.forms.deadline.missing.count',
        (typed, valueOf) => isCounted(valueOf(kind)) && !/^\d{1,4}$/.test(typed.trim()),
      );
      requireValue(from, 'editing.forms.deadline.missing.from');
      requireValue(origin, 'editing.forms.deadline.missing.origin');
      checkField(
        basis,
        'editing.forms.deadline.missing.basis',
        (typed, valueOf) => valueOf(origin) !== 'TOOL' && !typed.trim(),
      );
    },
    { idPrefix: 'due-', serverNames: { kind: 'within' }, isAnewEachTime: true, isAllInSummary: true },
  );

  protected readonly isCounted = computed(() => isCounted(this.form.typed().kind));
  protected readonly kinds = computed<readonly Option[]>(() =>
    ['at once', 'end of day', ...UNITS].map((code) => ({
      code,
      label: this.t(`editing.forms.deadline.kind.${code.replaceAll(' ', '-')}`),
    })),
  );
  protected readonly origins = computed<readonly Option[]>(() =>
    DEADLINE_ORIGINS.map((code) => ({ code, label: this.language.localize(ORIGIN_WORDS[code]) })),
  );
  protected readonly starts = computed<readonly Option[]>(() => {
    const facts = { ...this.checker.beside()?.shared.facts, ...this.checker.lastDocument()?.facts };
    const days = Object.entries(facts)
      .filter(([, fact]) => typeOf(fact).isMoment)
      .map(([code, { title }]) => ({
        code,
        label: this.t('editing.forms.deadline.day', { title: this.language.localize(title) }),
      }));
    const own = [{ code: 'run', label: this.t('editing.forms.deadline.run') }, ...this.steps(), ...days];
    // What the text says can be kept, whatever it is.
    const from = this.deadline()?.from;
    return from && !own.some(({ code }) => code === from) ? [...own, { code: from, label: from }] : own;
  });

  constructor() {
    // What is typed in the text is in the form: only a deadline that is another than before.
    const written = computed(() =>
      JSON.stringify([this.step().id, this.deadline() && { ...this.deadline(), line: 0 }]),
    );
    effect(() => {
      written();
      untracked(() => {
        this.form.forget();
        this.form.type(typedDue(this.deadline()));
        this.isAdding.set(false);
      });
    });
  }

  protected async writeDeadline(event: Event): Promise<void> {
    const texts = this.changes.texts();
    const due = deadlineOf(this.form.typed(), this.deadline());
    const french = changeDeadline(texts.french, this.step().at, due, this.changes.before().french);
    const answer = await this.form.sendTyped(event, () =>
      this.writeChecked(french === null ? null : { ...texts, french }),
    );
    if (answer) this.said.set(this.t('editing.forms.deadline.written'));
  }

  protected async takeDeadlineAway(): Promise<void> {
    const texts = this.changes.texts();
    const french = removeDeadline(texts.french, this.step().at);
    if (
      french !== null &&
      this.changes.writeChange({ ...texts, french }, { file: PROTOCOL, at: this.step().at })
    )
      this.said.set(this.t('editing.forms.deadline.removed'));
  }

  private async writeChecked(changed: EditedTexts | null) {
    const at = [...this.step().at, 'due'];
    if (!changed) return asAnswer(refusedBy([], null));
    const errors = await this.changes.newErrors(changed);
    if (errors.length > 0) return asAnswer(refusedBy(errors, { text: changed.french, at }));
    return asAnswer(this.changes.writeChange(changed, { file: PROTOCOL, at }) ? null : refusedBy([], null));
  }
}
