import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  applyEntry,
  type Command,
  decide,
  type DecideContext,
  type Decision,
  type JournalEntry,
  type Reason,
  touches,
} from '@repere/case-engine';
import type { FieldClass, ProtocolDocument } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames } from '../reading/account-names';
import { actorIn } from './actor-in';
import { JournalRepository } from '../journal/journal.repository';
import { placeOfEntry } from '../journal/entry-address';
import { FoldedJournals } from '../reading/folded-journals';
import type { LoadedCase } from '../reading/loaded-case';
import { redactReasons, isReasonRedacted } from '../page/redaction/redact-reasons';
import { sightOf, sightOfFact } from '../disclosure/value-sight';
import { redactValue } from '../page/redaction/redact-value';
import { nameRows } from '../page/name-rows';
import { madePossible } from '../page/made-possible';
import { newGrounds } from '../page/new-grounds';
import { showNextStep } from '../page/show-next-step';
import type { ProjectedRows } from '../projections/projections';
import { ProjectionsRepository, type StepDone } from '../projections/projections.repository';
import { REDACTED, redactedClasses } from '../disclosure/redacted-classes';
import { entryTitle } from '../words/entry-title';
import type { ActDoneDto, OpenedRunDto } from '../page/case-file.dto';
import type { ChangeDto, ProblemReasonDto } from '../../platform/answers/openapi';

/** Steps that an answer names as possible since; the page of the case has all of them. */
const MOST_POSSIBLE = 5;

/** The step that an act is about. */
export interface AboutStep {
  readonly runId: string;
  readonly step: string;
}

/** A case before and after an act, and its projected rows before it. */
interface MovedCase {
  readonly file: LoadedCase;
  readonly after: LoadedCase;
  readonly stood: ProjectedRows;
}

/** What every act on a case does once the case is locked: ask the engine, then append, project and answer; or refuse. */
@Injectable()
export class CaseCommandHandler {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly journal: JournalRepository,
    private readonly projections: ProjectionsRepository,
    private readonly names: AccountNames,
    private readonly folded: FoldedJournals,
  ) {}

  /** Decides and records; `refused` with the engine's reasons. */
  async handleCommand(
    file: LoadedCase,
    command: Command,
    about: AboutStep | null = null,
  ): Promise<ActDoneDto> {
    return (await this.handleCommandOn(file, command, about)).done;
  }

  /** The same, with the case as it is afterwards. */
  async handleCommandOn(
    file: LoadedCase,
    command: Command,
    about: AboutStep | null = null,
  ): Promise<{ readonly done: ActDoneDto; readonly after: LoadedCase }> {
    // Before the state moves on: to read it afterwards would fold it anew.
    const stood = this.projections.projectRows(file);
    const decision = this.decide(file, command);
    if (!decision.ok)
      throw new Refusal('refused', {
        reasons: decision.reasons.map(problemReason),
        rules: rulesIn(decision.reasons),
      });
    const after = file.after(decision.entries, decision.entries.reduce(applyEntry, file.state));
    return { done: await this.appendEntries({ file, after, stood }, decision.entries, about), after };
  }

  /** The engine's answer, its reasons redacted to what the account may see. */
  decide(file: LoadedCase, command: Command): Decision {
    const decision = decide(file.state, command, this.context(file));
    if (decision.ok) return decision;
    const runId = 'runId' in command ? (command.runId ?? null) : null;
    const redacted = this.redacted(file);
    return {
      ok: false,
      reasons: nameRows(file, redactReasons(file, decision.reasons, redacted, runId), redacted),
    };
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }

  /** Appends entries and writes the projections that follow from them. */
  async recordEntries(
    file: LoadedCase,
    entries: readonly JournalEntry[],
    about: AboutStep | null = null,
  ): Promise<ActDoneDto> {
    const stood = this.projections.projectRows(file);
    const after = file.after(entries, entries.reduce(applyEntry, file.state));
    return this.appendEntries({ file, after, stood }, entries, about);
  }

  private async appendEntries(
    { file, after, stood }: MovedCase,
    entries: readonly JournalEntry[],
    about: AboutStep | null,
  ): Promise<ActDoneDto> {
    await this.journal.append(file.row, file.key, file.journal, after.journal);
    this.folded.remember(after.journal, after.state);
    await this.projections.writeProjections(after, entries.flatMap(stepDone), stood);
    const run = after.view.runs.find(({ runId }) => runId === about?.runId);
    const step = run?.steps.find(({ id }) => id === about?.step);
    const before = file.view.runs.find(({ runId }) => runId === about?.runId);
    return {
      seq: after.seq,
      entryIds: entries.map(({ id }) => id),
      opened: entries.flatMap((entry) =>
        entry.kind === 'run-opened' ? [openedRun(entry.runId, after.documentOf(entry.runId))] : [],
      ),
      possible: madePossible(file, after, about).slice(0, MOST_POSSIBLE),
      state: step?.state ?? 'done',
      ...(run?.outcome && {
        outcome: {
          protocol: run.title,
          title: run.outcome.title,
          changed: run.outcome.id !== before?.outcome?.id,
          why: newGrounds(after, before, run, this.redacted(after)),
        },
      }),
      ...(step && {
        missingRequirements: {
          words: step.missingWords ?? [],
          evidence: step.missingEvidence ?? [],
          approval: step.toApprove !== null,
        },
      }),
      next: showNextStep(after, this.redacted(after), about ?? undefined),
    };
  }

  /**
   * Refuses with `stale` when an entry since the `seq` that the sender saw touched this step or a fact that it reads or
   * writes; says what changed. A colleague's entry elsewhere is no conflict.
   */
  async refuseStale(
    file: LoadedCase,
    seen: number,
    touching: (entries: readonly JournalEntry[]) => boolean,
  ): Promise<void> {
    const since = file.journal.filter(({ seq }) => seq > seen);
    if (since.length === 0 || !touching(since)) return;
    const names = await this.names.readNames(since.map(({ enteredBy }) => enteredBy));
    const redacted = this.redacted(file);
    const changes = since
      .filter((entry) => touching([entry]))
      .map((entry): ChangeDto => ({
        seq: entry.seq,
        entryId: entry.id,
        at: new Date(entry.recordedAt).toISOString(),
        // A writer sees who else writes.
        by: names.get(entry.enteredBy) ?? entry.enteredBy,
        title: entryTitle(file, entry),
        values: valuesNow(file, entry, redacted),
      }));
    throw new Refusal('stale', { changes });
  }

  /** The same for an act on a step. */
  refuseStaleStep(file: LoadedCase, seen: number, { runId, step }: AboutStep): Promise<void> {
    return this.refuseStale(file, seen, (entries) => touches(file.state, entries, runId, step));
  }

  context(file: LoadedCase): DecideContext {
    return {
      actor: actorIn(file, this.unit.account),
      now: this.unit.now(),
      newId: randomUUID,
      inForce: file.inForce,
    };
  }
}

/** Facts that the entry touched, as they are now. */
function valuesNow(
  file: LoadedCase,
  entry: JournalEntry,
  redacted: ReadonlySet<FieldClass>,
): ChangeDto['values'] {
  if (!('values' in entry)) return {};
  const { runId } = placeOfEntry(entry);
  return Object.fromEntries(
    Object.entries(entry.values).map(([fact, said]) => {
      const known = file.view.facts.find(
        (it) => it.fact === fact && (it.runId === null || it.runId === runId),
      );
      const sight = known ? sightOfFact(file, known, redacted) : sightOf(file, [entry], redacted);
      const shownValue = redactValue(file.findFact(runId, fact), known?.value ?? said, sight);
      return [fact, shownValue.isRedacted ? REDACTED : shownValue.value];
    }),
  );
}

const stepDone = (entry: JournalEntry): readonly StepDone[] =>
  entry.kind === 'step-completed' ? [{ runId: entry.runId, step: entry.step }] : [];

function openedRun(runId: string, { protocol, title, absence }: ProtocolDocument): OpenedRunDto {
  return { runId, protocol, title, ...(absence && { isAbsence: true as const }) };
}

/** Codes of the requirements that are not met, with what they stand on and read, and what is counted of them: `G06`, `hotel-refused`. */
export const rulesIn = (reasons: readonly Reason[]): readonly string[] => [
  ...new Set(
    reasons.flatMap(({ code, basis = [], about = [], counted }) =>
      code === 'requires' ? [...basis, ...about, ...(counted ? [counted] : [])] : [],
    ),
  ),
];

/** What is told of a reason: of one that was redacted, no rule either. */
export function problemReason(reasonToTell: Reason): ProblemReasonDto {
  const { about: _about, rows: _rows, counted: _counted, basis, ...reason } = reasonToTell;
  return basis === undefined || isReasonRedacted(reasonToTell) ? reason : { ...reason, basis };
}
