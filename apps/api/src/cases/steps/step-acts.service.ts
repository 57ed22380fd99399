import { Injectable } from '@nestjs/common';
import type { ActDone, StepCheck, StepInput } from '@repere/cases';
import { applyEntry, type Command, relevantFields } from '@repere/protocol-engine';
import { Refusal } from '../../platform/refusal';
import { type AboutStep, Acting, problemReason } from '../acting';
import { CaseReader } from '../case-reader';
import { DraftsRepository } from '../drafts/drafts.repository';
import type { LoadedCase } from '../loaded-case';
import { readOccurrence } from '../read-occurrence';
import { effectsOf } from './effects';
import { readChildView, readStepInput } from './read-step-input';
import { getStep } from './step-file';
import type { AmendDto, ApproveDto, ReturnDto, WaiveDto } from './steps.dto';

/** What can be done with a step. Each act locks the case, refuses what is stale, and leaves the rest to the engine. */
@Injectable()
export class StepActsService {
  constructor(
    private readonly reader: CaseReader,
    private readonly acting: Acting,
    private readonly drafts: DraftsRepository,
  ) {}

  async complete(id: string, about: AboutStep, input: StepInput, seen: number): Promise<ActDone> {
    const file = await this.lock(id, about, seen);
    const done = await this.acting.act(file, readStepInput(about, input, file.territory.zone), about);
    await this.drafts.remove(about);
    return done;
  }

  /** What completing would do, without doing it. */
  async check(id: string, about: AboutStep, input: StepInput): Promise<StepCheck> {
    const file = await this.reader.read(id);
    getStep(file, about);
    const decision = this.acting.decide(file, readStepInput(about, input, file.territory.zone));
    const relevant = relevantFields(file.state, about.runId, about.step, input.values, input.row);
    if (!decision.ok)
      return { ok: false, reasons: decision.reasons.map(problemReason), effects: [], relevant };
    const { entries } = decision;
    // The view is of this moment: take it before the state moves on.
    void file.view;
    const after = file.after(entries, entries.reduce(applyEntry, file.state));
    return { ok: true, reasons: [], effects: effectsOf(file, after, entries, about), relevant };
  }

  async approve(id: string, about: AboutStep, { entryId }: ApproveDto, seen: number): Promise<ActDone> {
    const file = await this.lock(id, about, seen, 'approve');
    return this.acting.act(file, { kind: 'approve', ...about, entryId }, about);
  }

  async sendBack(
    id: string,
    about: AboutStep,
    { entryId, reason }: ReturnDto,
    seen: number,
  ): Promise<ActDone> {
    const file = await this.lock(id, about, seen, 'approve');
    return this.acting.act(file, { kind: 'return', ...about, entryId, reason }, about);
  }

  async waive(id: string, about: AboutStep, { reason, note }: WaiveDto, seen: number): Promise<ActDone> {
    const file = await this.lock(id, about, seen);
    return this.acting.act(file, { kind: 'waive', ...about, reason, note }, about);
  }

  async amend(id: string, about: AboutStep, amendment: AmendDto, seen: number): Promise<ActDone> {
    const file = await this.lock(id, about, seen);
    const { entryId, occurredInstead, childView, ...corrected } = amendment;
    const isOfStep = file.journal.some(
      (it) => it.id === entryId && 'step' in it && it.step === about.step && it.runId === about.runId,
    );
    if (!isOfStep) throw new Refusal('not-found');
    const occurrence = readOccurrence(occurredInstead, file.territory.zone, 'occurredInstead');
    const command: Command = {
      kind: 'amend',
      entryId,
      ...corrected,
      ...(childView && { childView: readChildView(childView) }),
      ...(occurrence && { occurredInstead: occurrence }),
    };
    return this.acting.act(file, command, about);
  }

  private async lock(
    id: string,
    about: AboutStep,
    seen: number,
    act: 'write' | 'approve' = 'write',
  ): Promise<LoadedCase> {
    const file = await this.reader.lock(id, act);
    getStep(file, about);
    await this.acting.refuseStaleStep(file, seen, about);
    return file;
  }
}
