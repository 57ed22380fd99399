import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { applyEach, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { isChildAway, isRedacted, needsWhyAway, type Shown, TOLD } from '@repere/cases';
import type { ConferencePage, Problem, WriteMinutes } from '@repere/contract';
import { minutesDecisionLengths, newActionLengths, writeMinutesLengths } from '@repere/contract/lengths';
import { Language, SpaceTime } from '@repere/ui';
import { ChoiceField, SelectField } from '@repere/ui/choice';
import { DateField } from '@repere/ui/date';
import { ErrorSummary, SaveLine } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { everyOf } from '../../platform/every-of';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { wholeDay } from '../../platform/form/whole-day';
import { ConferencesClient } from '../conferences-client';
import { MinutesAutosave } from './minutes-autosave';
import { NO_ACTION, NO_DECISION, NO_MINUTES, readMinutes } from './typed-minutes';

const CAME = everyOf<WriteMinutes['outside'][number]>()(['came', 'excused', 'absent', 'unsaid']);
const CHILD = everyOf<WriteMinutes['childCame']>()([
  ...(['came', 'did-not-want', 'not-invited', 'not-able', 'unsaid'] as const),
]);
const DECISIONS = everyOf<WriteMinutes['decisions'][number]['kind']>()(['measure', 'hand-over']);

/** Minutes: who was there, the child's part, decisions with their reasons, actions with who and when. */
@Component({
  selector: 'app-minutes-form',
  imports: [
    ...[ActProblem, ChoiceField, DateField, ErrorSummary, FormField, LongText, MatButton, SelectField],
    ...[SaveLine, TextField],
  ],
  templateUrl: './minutes-form.html',
  styleUrl: './minutes-form.scss',
  providers: [MinutesAutosave],
})
export class MinutesForm {
  private readonly client = inject(ConferencesClient);
  protected readonly autosave = inject(MinutesAutosave);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly page = input.required<ConferencePage>();
  readonly said = output();

  protected readonly form = new SendingForm(
    NO_MINUTES,
    (it) => {
      requireValue(it.told, 'conferences.form.told-missing');
      requireValue(it.asked, 'conferences.form.asked-missing');
      requireValue(it.childCame, 'conferences.minutes.child-missing');
      checkField(
        it.childWhyNot,
        'conferences.minutes.why-not-missing',
        (text, valueOf) => needsWhyAway(valueOf(it.childCame) ?? 'unsaid') && !text.trim(),
      );
      limitLength(it.childWhyNot, writeMinutesLengths.childWhyNot);
      limitLength(it.childWords, writeMinutesLengths.childWords);
      limitLength(it.teller, writeMinutesLengths.teller);
      applyEach(it.decisions, (decision) => {
        checkField(
          decision.what,
          'conferences.minutes.what-missing',
          (text, valueOf) => valueOf(decision.kind) !== 'hand-over' && !text.trim(),
        );
        limitLength(decision.what, minutesDecisionLengths.what);
        checkField(
          decision.leadId,
          'conferences.minutes.lead-missing',
          (id, valueOf) => valueOf(decision.kind) === 'hand-over' && id === null,
        );
        requireValue(decision.why, 'conferences.minutes.why-missing');
        limitLength(decision.why, minutesDecisionLengths.why);
      });
      applyEach(it.actions, (action) => {
        requireValue(action.what, 'conferences.minutes.action-missing');
        limitLength(action.what, newActionLengths.what);
        requireValue(action.ownerId, 'conferences.minutes.owner-missing');
        checkField(action.day, 'conferences.minutes.day-missing', (day) => wholeDay(day) === null);
      });
      limitLength(it.summary, writeMinutesLengths.summary);
      checkField(
        it.correction,
        'conferences.minutes.correction-missing',
        (text) => this.isCorrection() && !text.trim(),
      );
      limitLength(it.correction, writeMinutesLengths.correction);
    },
    { idPrefix: 'minutes-' },
  );

  protected readonly isCorrection = computed(() => this.page().conference.state === 'agreed');
  protected readonly members = computed(() => listed(this.page().conference.members));
  protected readonly outside = computed(() => listed(this.page().conference.outside));
  protected readonly people = computed(() =>
    this.page().people.map(({ id, name }) => ({ code: id, label: name })),
  );
  protected readonly came = computed(() => this.options(CAME, 'came-is'));
  protected readonly told = computed(() => this.options(TOLD, 'told-is'));
  protected readonly child = computed(() => this.options(CHILD, 'child-is'));
  protected readonly kinds = computed(() =>
    DECISIONS.map((code) => ({ code, label: this.t(`conferences.decision-is.${code}`) })),
  );
  /** Why the draft was not thrown away. */
  protected readonly dropping = signal<Problem | null>(null);
  protected readonly otherSaved = computed(() => {
    const other = this.autosave.conflict();
    return other && this.time.moment(other.savedAt);
  });
  protected readonly asksWhyNot = computed(() => isChildAway(this.form.typed().childCame ?? 'unsaid'));

  constructor() {
    effect(() => {
      const page = this.page();
      untracked(() => {
        this.form.type(this.autosave.beginMinutes(page));
      });
    });
    effect(() => {
      const typed = this.form.typed();
      untracked(() => this.autosave.takeTyped(typed));
    });
  }

  /** Goes on with what was typed here, over that of the other device. */
  protected keepOwn(): void {
    this.autosave.settleConflict(this.form.typed());
  }

  protected takeOther(): void {
    const other = this.autosave.conflict();
    if (!other) return;
    this.autosave.settleConflict(other.typed);
    this.form.type(other.typed);
  }

  /** What was typed goes; what stands is typed again. */
  protected async dropDraft(): Promise<void> {
    const { caseFileId, appointment } = this.page();
    const answer = await this.client.dropDraft(caseFileId, appointment.id);
    this.dropping.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.autosave.forget();
    this.form.type(this.autosave.beginMinutes({ ...this.page(), draft: null }));
  }

  protected addDecision(): void {
    this.form.type({ decisions: [...this.form.typed().decisions, NO_DECISION] });
  }

  protected removeDecision(at: number): void {
    this.form.type({ decisions: this.form.typed().decisions.filter((_, place) => place !== at) });
  }

  protected addAction(): void {
    this.form.type({ actions: [...this.form.typed().actions, NO_ACTION] });
  }

  protected removeAction(at: number): void {
    this.form.type({ actions: this.form.typed().actions.filter((_, place) => place !== at) });
  }

  protected async writeMinutes(event: Event): Promise<void> {
    const page = this.page();
    const minutes = readMinutes(this.form.typed(), page);
    const { caseFileId, appointment } = page;
    const done = await this.form.sendTyped(
      event,
      (sending) => minutes && this.client.writeMinutes(caseFileId, appointment.id, minutes, sending),
      { about: [appointment.id, page.conference.version] },
    );
    if (!done) return;
    this.autosave.forget();
    this.said.emit();
  }

  private options<C extends string>(codes: readonly C[], words: string) {
    return codes.map((code) => ({ code, label: this.t(`conferences.${words}.${code}`) }));
  }
}

const listed = <T>(value: Shown<readonly T[]>): readonly T[] => (isRedacted(value) ? [] : value);
