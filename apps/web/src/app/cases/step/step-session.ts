import { Injectable, computed, inject, signal } from '@angular/core';
import { applyEach, form } from '@angular/forms/signals';
import { participantLengths, stepInputLengths } from '@repere/contract/lengths';
import type { ActDone, Problem, ProblemReason, StepCheck, StepInput, StepPage } from '@repere/contract';
import type { Answered } from '../../platform/api';
import { limitLength } from '../../platform/form/mistake';
import { writeThrough } from '../../platform/form/write-through';
import { newId } from '../../platform/new-id';
import { SendingKey } from '../../platform/sending-key';
import { DraftAutosave } from './drafts/draft-autosave';
import { StepClient, type SendingOnce, type StepAddress } from './step-client';
import { toStepInput, type Relevance } from './step-input';
import { mistakesIn, type Mistake } from './step-mistakes';
import type { TypedField } from './fields/typed-field';
import { changesOf, EMPTY_STEP, typedField, type TypedStep } from './typed-step';

/** One step while it is on screen: what the server says of it, what is typed, what came of sending it. Provided by the page. */
@Injectable()
export class StepSession {
  private readonly client = inject(StepClient);
  private readonly autosave = inject(DraftAutosave);

  private readonly shown = signal<StepPage | null>(null);
  private readonly fault = signal<Problem | null>(null);
  private readonly written = signal<TypedStep>(EMPTY_STEP);
  private readonly lastCheck = signal<StepCheck | null>(null);
  private readonly result = signal<ActDone | null>(null);
  private readonly wrong = signal<readonly Mistake[]>([]);
  private readonly refusals = signal<readonly ProblemReason[]>([]);
  private readonly clash = signal<Problem | null>(null);
  private readonly keys = new SendingKey();
  private turn = 0;
  private wantedFocus: string | null = null;

  /** Where it is; `null` before the first page. */
  readonly at = signal<StepAddress | null>(null);
  readonly page = this.shown.asReadonly();
  readonly problem = this.fault.asReadonly();
  readonly typed = this.written.asReadonly();
  /** What every step asks. Which fields its protocol asks, and of which kind, is data: each has a form of its own (`StepField`). */
  readonly form = form(
    writeThrough(this.typed, (typed) => {
      const change = changesOf(this.typed(), typed);
      this.changeTyped(change, 'rowId' in change || 'closes' in change);
    }),
    (it) => {
      limitLength(it.note, stepInputLengths.note);
      limitLength(it.outOfOrder, stepInputLengths.outOfOrder);
      applyEach(it.who, (person) => {
        limitLength(person.name, participantLengths.name);
        limitLength(person.language, participantLengths.language);
      });
    },
  );
  readonly check = this.lastCheck.asReadonly();
  readonly done = this.result.asReadonly();
  readonly mistakes = this.wrong.asReadonly();
  readonly reasons = this.refusals.asReadonly();
  readonly stale = this.clash.asReadonly();
  readonly isBusy = signal(false);

  readonly relevance = computed<Relevance>(() => ({
    ...this.autosave.relevance(),
    ...this.lastCheck()?.relevant,
  }));
  readonly input = computed<StepInput>(() => {
    const page = this.page();
    return page ? toStepInput(page, this.typed(), this.relevance()) : { values: {} };
  });

  async loadStep(at: StepAddress): Promise<void> {
    const turn = ++this.turn;
    this.at.set(at);
    this.shown.set(null);
    this.forgetAnswers();
    this.result.set(null);
    const answer = await this.client.page(at);
    if (turn !== this.turn) return;
    this.fault.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.written.set(this.autosave.beginStep(at, answer.value, newId()));
    this.shown.set(answer.value);
  }

  /** Brings the page up to date and leaves what is typed as it is. */
  async refresh(): Promise<void> {
    await this.readAnew('newest');
  }

  /** Shows all that was done in the step, not the newest alone; why it could not. */
  async showOlder(): Promise<Problem | null> {
    return this.readAnew('all');
  }

  private async readAnew(entries: 'newest' | 'all'): Promise<Problem | null> {
    const at = this.at();
    if (!at) return null;
    const answer = await this.client.page(at, entries);
    if (answer.ok) this.shown.set(answer.value);
    return answer.ok ? null : answer.problem;
  }

  /** `isSoon`: a choice was made, on which other fields may depend. */
  changeTyped(change: Partial<TypedStep>, isSoon = false): void {
    this.written.update((before) => ({ ...before, ...change }));
    this.lastCheck.set(null);
    this.autosave.takeTyped(this.written(), isSoon);
  }

  changeField(id: string, change: Partial<TypedField>, isSoon = false): void {
    const { fields } = this.typed();
    this.changeTyped({ fields: { ...fields, [id]: { ...typedField(this.typed(), id), ...change } } }, isSoon);
  }

  /** Asks what sending would do. Whether it may be sent; if not, mistakes and reasons say why. */
  async verify(): Promise<boolean> {
    const page = this.page();
    const at = this.at();
    if (!page || !at || this.isBusy()) return false;
    this.forgetAnswers();
    const wrong = mistakesIn(page, this.typed(), this.relevance());
    this.wrong.set(wrong);
    if (wrong.length) return false;
    this.isBusy.set(true);
    const isRight = await this.askWhether(at);
    this.isBusy.set(false);
    return isRight;
  }

  /** Records the step. Where that leads: `done`, back to the form with reasons, to a conflict, or nowhere yet. */
  async complete(): Promise<'done' | 'refused' | 'stale' | 'failed'> {
    const input = this.input();
    const outcome = await this.sendAct(input, (at, sendingOnce) =>
      this.client.complete(at, input, sendingOnce),
    );
    if (outcome === 'done') this.autosave.forget();
    return outcome;
  }

  /** Any act on this step; `content` is what it says, so that trying again is the same act. */
  async sendAct(
    content: unknown,
    send: (at: StepAddress, sendingOnce: SendingOnce) => Promise<Answered<ActDone>>,
  ): Promise<'done' | 'refused' | 'stale' | 'failed'> {
    const page = this.page();
    const at = this.at();
    if (!page || !at || this.isBusy()) return 'failed';
    this.forgetAnswers(this.lastCheck());
    this.isBusy.set(true);
    const answer = await this.keys.sendOnce([at, content], (idempotencyKey) =>
      send(at, { ifMatch: page.seq, idempotencyKey }),
    );
    this.isBusy.set(false);
    if (answer.ok) {
      this.result.set(answer.value);
      return 'done';
    }
    const { problem } = answer;
    if (problem.status === 412) this.clash.set(problem);
    else if (problem.reasons?.length) this.refusals.set(problem.reasons);
    else this.fault.set(problem);
    return problem.status === 412 ? 'stale' : problem.reasons?.length ? 'refused' : 'failed';
  }

  /** After a conflict: what was chosen goes on from the case as it is now. */
  async goOnWith(typed: TypedStep): Promise<boolean> {
    this.changeTyped(typed, true);
    await this.refresh();
    return this.verify();
  }

  /** Throws the draft away and starts again from what is known. */
  async clear(): Promise<void> {
    const at = this.at();
    if (!at) return;
    this.autosave.forget();
    await this.client.dropDraft(at);
    await this.loadStep(at);
  }

  /** The field to go to when the form is shown next. */
  focusOn(fieldId: string): void {
    this.wantedFocus = fieldId;
  }

  takeFocus(): string | null {
    const fieldId = this.wantedFocus;
    this.wantedFocus = null;
    return fieldId;
  }

  private async askWhether(at: StepAddress): Promise<boolean> {
    for (let tries = 0; tries < 2; tries++) {
      const before = this.input();
      const answer = await this.client.check(at, before);
      if (!answer.ok) {
        this.refusals.set(answer.problem.reasons ?? []);
        this.fault.set(answer.problem.reasons?.length ? null : answer.problem);
        return false;
      }
      this.lastCheck.set(answer.value);
      const { ok, reasons } = answer.value;
      // A field that no longer matters had been sent: without it, once more.
      if (!reasons.some(({ code }) => code === 'not-relevant')) {
        this.refusals.set(reasons);
        return ok;
      }
    }
    this.refusals.set(this.lastCheck()?.reasons ?? []);
    return false;
  }

  private forgetAnswers(check: StepCheck | null = null): void {
    this.fault.set(null);
    this.lastCheck.set(check);
    this.wrong.set([]);
    this.refusals.set([]);
    this.clash.set(null);
  }
}
