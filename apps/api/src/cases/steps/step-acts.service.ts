import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { applyEntry, type Command } from '@repere/case-engine';
import type { FieldClass } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AboutStep, CaseCommandHandler, problemReason, rulesIn } from '../acts/case-command-handler';
import { CaseReader } from '../reading/case-reader';
import { ProtectingOnly } from '../break-glass/protecting-only';
import type { LoadedCase } from '../reading/loaded-case';
import { readOccurrence } from '../journal/read-occurrence';
import { redactedClasses } from '../disclosure/redacted-classes';
import { effectsOf } from './effects';
import { readChildView, readStepInput } from './read-step-input';
import { refuseRedacted } from '../page/redaction/refuse-redacted';
import { relevanceOf } from './relevance-of';
import { GrantAccessService } from '../grants/grant-access.service';
import { TrainedAnswer } from '../qualification/trained-answer';
import { getStep } from './step-file';
import type { AmendDto, ApproveDto, ReturnDto, WaiveDto, StepCheckDto } from './steps.dto';
import type { StepInputDto } from './step-input.dto';
import type { ActDoneDto } from '../page/case-file.dto';

/** What can be done with a step. Each act locks the case, refuses what is stale, and leaves the rest to the engine. */
@Injectable()
export class StepActsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly commands: CaseCommandHandler,
    private readonly protecting: ProtectingOnly,
    private readonly grants: GrantAccessService,
    private readonly trained: TrainedAnswer,
  ) {}

  async complete(id: string, about: AboutStep, sent: StepInputDto, seen: number): Promise<ActDoneDto> {
    const file = await this.lock(id, about, seen);
    const input = await this.withTrained(file, about, sent);
    const protects = this.protecting.only(file);
    if (protects) {
      this.protecting.refuseOther(file, about);
      this.protecting.refuseLowered(file, about, input.values);
    }
    const done = await this.commands.handleCommand(
      file,
      readStepInput(about, input, file.territory.zone),
      about,
    );
    if (protects) this.protecting.refuseWaiting(done);
    return done;
  }

  /** What completing would do, without doing it. */
  async check(id: string, about: AboutStep, sent: StepInputDto): Promise<StepCheckDto> {
    const file = (await this.reader.readCase(id)).apart();
    const input = await this.withTrained(file, about, sent);
    const step = getStep(file, about);
    const redacted = this.redacted(file);
    // Those who may do it say what they saw; anybody else would only guess.
    if (!may(principalOf(this.unit.account), 'protect', file.resource).yes) {
      refuseRedacted(file, about.runId, input.values, redacted);
      refuseRedacted(
        file,
        about.runId,
        input.row?.values ?? {},
        redacted,
        `${step.adds ?? step.about ?? ''}.`,
      );
    }
    const decision = this.commands.decide(file, readStepInput(about, input, file.territory.zone));
    const relevant = relevanceOf(file, about, redacted, input);
    if (!decision.ok) {
      const rules = rulesIn(decision.reasons);
      // An act that is stopped here does not go on to be refused: it was tried all the same.
      if (rules.length > 0) this.unit.stoppedBy(rules);
      this.unit.notes({ ...about, reasons: decision.reasons.map(({ code }) => code) });
      return { ok: false, reasons: decision.reasons.map(problemReason), effects: [], relevant };
    }
    const { entries } = decision;
    // The view is of this moment: take it before the state moves on.
    void file.view;
    const after = file.after(entries, entries.reduce(applyEntry, file.state));
    return {
      ok: true,
      reasons: [],
      effects: effectsOf(file, after, entries, about, redacted),
      relevant,
    };
  }

  async approveEntry(
    id: string,
    about: AboutStep,
    { entryId }: ApproveDto,
    seen: number,
  ): Promise<ActDoneDto> {
    const file = await this.lock(id, about, seen);
    const done = await this.commands.handleCommand(file, { kind: 'approve', ...about, entryId }, about);
    await this.grants.endApproverGrants(file, entryId);
    return done;
  }

  async sendBack(
    id: string,
    about: AboutStep,
    { entryId, reason }: ReturnDto,
    seen: number,
  ): Promise<ActDoneDto> {
    const file = await this.lock(id, about, seen);
    const done = await this.commands.handleCommand(
      file,
      { kind: 'return', ...about, entryId, reason },
      about,
    );
    await this.grants.endApproverGrants(file, entryId);
    return done;
  }

  async waive(id: string, about: AboutStep, { reason, note }: WaiveDto, seen: number): Promise<ActDoneDto> {
    const file = await this.lock(id, about, seen);
    return this.commands.handleCommand(file, { kind: 'waive', ...about, reason, note }, about);
  }

  async amend(id: string, about: AboutStep, amendment: AmendDto, seen: number): Promise<ActDoneDto> {
    const file = await this.lock(id, about, seen);
    const { entryId, occurredInstead, childView, ...said } = amendment;
    const entry = file.journal.find(
      (it) => it.id === entryId && 'step' in it && it.step === about.step && it.runId === about.runId,
    );
    if (!entry) throw new Refusal('not-found');
    // Whether who did it is trained: not who corrects it.
    const values = said.values && (await this.trained.withTrained(file, about, said.values, entry.enteredBy));
    const corrected = { ...said, ...(values && { values }) };
    const occurrence = readOccurrence(occurredInstead, file.territory.zone, 'occurredInstead');
    const command: Command = {
      kind: 'amend',
      entryId,
      ...corrected,
      ...(childView && { childView: readChildView(childView) }),
      ...(occurrence && { occurredInstead: occurrence }),
    };
    return this.commands.handleCommand(file, command, about);
  }

  private async withTrained(file: LoadedCase, about: AboutStep, sent: StepInputDto): Promise<StepInputDto> {
    const values = await this.trained.withTrained(file, about, sent.values);
    return values === sent.values ? sent : { ...sent, values };
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }

  private async lock(id: string, about: AboutStep, seen: number): Promise<LoadedCase> {
    const file = await this.reader.lock(id);
    getStep(file, about);
    // Of a refusal too: in a training space what was tried counts.
    this.unit.notes({ ...about });
    await this.commands.refuseStaleStep(file, seen, about);
    return file;
  }
}
