import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ActDone, Change, ProblemReason } from '@repere/cases';
import { chooseNextStep, engineRoles } from '@repere/cases';
import {
  applyEntry,
  type Command,
  decide,
  type DecideContext,
  type Decision,
  type JournalEntry,
  type Reason,
  touches,
} from '@repere/protocol-engine';
import { askerOf } from '../platform/asker';
import { Refusal } from '../platform/refusal';
import { UnitOfWork } from '../platform/unit-of-work';
import { AccountNames } from './account-names';
import { JournalRepository } from './journal/journal.repository';
import { placeOfEntry } from './journal/place-of-entry';
import type { LoadedCase } from './loaded-case';
import { ProjectionsRepository } from './projections.repository';
import { withheldClasses } from './withheld';
import { entryTitle } from './words/entry-title';

/** The step that an act is about. */
export interface AboutStep {
  readonly runId: string;
  readonly step: string;
}

/** What every act on a case does once the case is locked: ask the engine, then append, project and answer; or refuse. */
@Injectable()
export class Acting {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly journal: JournalRepository,
    private readonly projections: ProjectionsRepository,
    private readonly names: AccountNames,
  ) {}

  /** Decides and records; `refused` with the engine's reasons. */
  async act(file: LoadedCase, command: Command, about: AboutStep | null = null): Promise<ActDone> {
    const decision = this.decide(file, command);
    if (!decision.ok) throw new Refusal('refused', { reasons: decision.reasons.map(problemReason) });
    return this.record(file, decision.entries, about);
  }

  decide(file: LoadedCase, command: Command): Decision {
    return decide(file.state, command, this.context(file));
  }

  /** Appends entries and writes the projections that follow from them. */
  async record(
    file: LoadedCase,
    entries: readonly JournalEntry[],
    about: AboutStep | null = null,
  ): Promise<ActDone> {
    const after = file.after(entries, entries.reduce(applyEntry, file.state));
    await this.journal.append(file.row, file.key, file.journal, entries);
    await this.projections.write(after);
    const run = after.view.runs.find(({ runId }) => runId === about?.runId);
    const step = run?.steps.find(({ id }) => id === about?.step);
    return {
      seq: after.seq,
      entryIds: entries.map(({ id }) => id),
      opened: entries.flatMap((entry) =>
        entry.kind === 'run-opened'
          ? [{ runId: entry.runId, protocol: entry.protocol, title: after.documentOf(entry.runId).title }]
          : [],
      ),
      state: step?.state ?? 'done',
      ...(step && {
        owes: {
          words: step.owes ?? [],
          evidence: step.owesEvidence ?? [],
          approval: step.toApprove !== null,
        },
      }),
      next: chooseNextStep(after.view, about ?? undefined),
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
    const names = await this.names.of(since.map(({ enteredBy }) => enteredBy));
    const withheld = withheldClasses(askerOf(this.unit.account), file.resource);
    const changes = since
      .filter((entry) => touching([entry]))
      .map((entry): Change => ({
        seq: entry.seq,
        entryId: entry.id,
        at: new Date(entry.recordedAt).toISOString(),
        by: names.get(entry.enteredBy) ?? entry.enteredBy,
        title: entryTitle(file, entry),
        values: valuesNow(file, entry, (fact) => withheld.has(fact)),
      }));
    throw new Refusal('stale', { changes });
  }

  /** The same for an act on a step. */
  refuseStaleStep(file: LoadedCase, seen: number, { runId, step }: AboutStep): Promise<void> {
    return this.refuseStale(file, seen, (entries) => touches(file.state, entries, runId, step));
  }

  context(file: LoadedCase): DecideContext {
    const { account } = this.unit;
    const { leadId, assignedIds } = file.row;
    return {
      actor: {
        id: account.id,
        roles: engineRoles(account.roles),
        // Nobody leads it yet: whoever of the team takes it up is in charge.
        inCharge: leadId === null || leadId === account.id || assignedIds.includes(account.id),
      },
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
  isWithheld: (fieldClass: NonNullable<ReturnType<LoadedCase['findFact']>>['class']) => boolean,
): Readonly<Record<string, unknown>> {
  if (!('values' in entry)) return {};
  const { runId } = placeOfEntry(entry);
  const shown: Record<string, unknown> = {};
  for (const fact of Object.keys(entry.values)) {
    const definition = file.findFact(runId, fact);
    if (definition && isWithheld(definition.class)) continue;
    const known = file.view.facts.find((it) => it.fact === fact && (it.runId === null || it.runId === runId));
    shown[fact] = known?.value ?? entry.values[fact];
  }
  return shown;
}

export const problemReason = ({ about: _about, ...reason }: Reason): ProblemReason => reason;
