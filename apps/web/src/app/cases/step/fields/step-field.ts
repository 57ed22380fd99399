import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { FieldView } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Language } from '@repere/ui';
import { DurationField, MonthsField, NumberField } from '@repere/ui/amount';
import { AnswerLine, ChecklistField, NonAnswers, type TypedChecklist } from '@repere/ui/answer';
import { ChoiceField, CodesField, SelectField } from '@repere/ui/choice';
import { DateField } from '@repere/ui/date';
import { LongText, TextField } from '@repere/ui/field';
import { limitLength } from '../../../platform/form/mistake';
import { writeThrough } from '../../../platform/form/write-through';
import { FIELD_KINDS } from './field-kinds';
import { KnownField } from './known-field';
import { typeValue } from './read-field';
import { StepSession } from '../step-session';
import type { TypedField } from './typed-field';
import { changesOf, isOfRow, knownValue } from '../typed-step';

/** Up to here all options stay in sight. */
const MOST_RADIOS = 7;
/** Texts that may be this long get a box that grows. */
const LONG = 200;
/** As long as a text may be that the protocol does not limit. */
const LONGEST = 10_000;

/** On these other fields may depend: they are saved at once, not when typing stops. */
const CHOSEN = ['yesNo', 'code', 'codes', 'nonAnswer'] as const;

/** One field of a step, drawn by its type, with its non-answers one press away. */
@Component({
  selector: 'app-step-field',
  imports: [
    AnswerLine,
    ChecklistField,
    ChoiceField,
    CodesField,
    DateField,
    DurationField,
    FormField,
    KnownField,
    LongText,
    MonthsField,
    NonAnswers,
    NumberField,
    SelectField,
    TextField,
  ],
  templateUrl: './step-field.html',
  styles: `
    :host {
      display: block;
    }
    .kept {
      margin: 0;
      color: var(--rp-ink-soft);
    }
    .redacted {
      margin: 0;
    }
  `,
})
export class StepField {
  /** None where an answer is only tried, or told outside a step: such a field is a correction of nothing. */
  private readonly session = inject(StepSession, { optional: true });
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly field = input.required<FieldView>();
  readonly typed = input.required<TypedField>();
  readonly fieldId = input.required<string>();
  readonly problem = input<string | null>(null);
  /** In a correction the value that was recorded is in place, and what is typed is no draft. */
  readonly isCorrection = input(false);
  /** On a sheet to tick other answers are asked for once, for all of its fields. */
  readonly sheet = input<'ticks' | 'all-answers' | null>(null);
  readonly typedChange = output<TypedField>();

  protected readonly title = computed(() => {
    const title = this.language.localize(this.field().title);
    return this.field().required || this.isCorrection() ? title : this.t('step.optional', { title });
  });
  protected readonly hint = computed(() => {
    const { hint } = this.field();
    return hint ? this.language.localize(hint) : undefined;
  });
  protected readonly options = computed(() =>
    (this.field().options ?? []).map(({ code, label }) => ({ code, label: this.language.localize(label) })),
  );
  protected readonly items = computed(() =>
    (this.field().items ?? []).map(({ id, label, hint }) => ({
      id,
      label: this.language.localize(label),
      hint: hint ? this.language.localize(hint) : undefined,
    })),
  );
  /** What is on record of a checklist. */
  protected readonly known = computed((): TypedChecklist => {
    const known = knownValue(this.field());
    return known === null ? {} : (typeValue(this.field(), known).items ?? {});
  });
  protected readonly isOfSigns = computed(() => this.field().isOfSigns ?? false);
  protected readonly hasFewOptions = computed(() => this.options().length <= MOST_RADIOS);
  protected readonly isLong = computed(() => (this.field().maxLength ?? LONG + 1) > LONG);
  protected readonly redacted = computed(() => {
    const { current } = this.field();
    return current !== undefined && isRedacted(current) ? current.ask : null;
  });
  /** What was known can stay; a decision and a row's fields are answered anew. */
  protected readonly mayKeep = computed(
    () =>
      !this.isCorrection() &&
      knownValue(this.field()) !== null &&
      FIELD_KINDS[this.field().type].mayKeep &&
      this.field().id !== this.session?.page()?.asks.decides &&
      !isOfRow(this.field()),
  );
  /** A value that is known stands closed until it is said to have changed. */
  protected readonly isClosed = computed(() => !this.typed().isOpen);
  private readonly takesNone = computed(() => FIELD_KINDS[this.field().type].offersNone);
  protected readonly isNone = computed(() => this.takesNone() && this.typed().nonAnswer !== null);
  protected readonly offersNone = computed(
    () => this.takesNone() && (this.sheet() !== 'ticks' || this.isNone() || this.field().required),
  );
  /** Options stay in sight under a non-answer; what is typed is set aside so that nobody takes it for the answer. */
  protected readonly showsControl = computed(
    () => !this.isNone() || FIELD_KINDS[this.field().type].staysInSight,
  );

  /** What is not taken for an answer is not shown as one. */
  private readonly inSight = computed<TypedField>(() => ({
    ...this.typed(),
    ...(this.isNone() && { code: null, codes: [] }),
  }));
  /** The form of one field: the protocol says which of its values is asked. */
  protected readonly form = form(
    writeThrough(this.inSight, (typed) => this.setTyped(changesOf(this.inSight(), typed))),
    ({ text }) => limitLength(text, () => this.field().maxLength ?? LONGEST),
  );

  private setTyped(change: Partial<TypedField>): void {
    const typed = { nonAnswer: null, ...change };
    if (this.isCorrection()) this.typedChange.emit({ ...this.typed(), ...typed });
    else
      this.session?.changeField(
        this.field().id,
        typed,
        CHOSEN.some((key) => key in change),
      );
  }

  protected reopen(isOpen: boolean): void {
    this.session?.changeField(this.field().id, { isOpen }, true);
  }
}
