import {
  applyEntry,
  atTime,
  availableSteps,
  type CaseState,
  type Command,
  decide,
  foldCase,
  type JournalEntry,
  type ProtocolSet,
  type StepCompleted,
  tick,
  viewCase,
} from '@repere/case-engine';
import type { ProtocolDocument, SharedDocument } from '@repere/protocol';
import { anyAnswer, anyAnswers, type Draw } from './random-answers';
import type { Territory } from '@repere/feel';

export interface Library {
  readonly shared: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
  readonly set: ProtocolSet;
  readonly territory: Territory;
}

const START = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;

/** What a history is drawn by. */
interface Drawn {
  /** The protocol that the case starts with. */
  readonly first: string;
  readonly draw: Draw;
  /** How many acts are tried at most. */
  readonly length: number;
  /** Protocols that are acted in; others open beside them, and nobody acts there. Left out: all. */
  readonly among?: (protocol: string) => boolean;
  /** Mostly forwards: what is open is done, seldom corrected, nothing out of order. It comes further in as many acts. */
  readonly isCalm?: boolean;
}

/**
 * States of a case after each of up to `length` acts that the engine accepts: runs opened, steps done with any answers, waived,
 * corrected, agreed to or sent back, facts told, time that passes. `visit` sees each state while it is the newest, with its journal.
 */
export function randomHistory(
  library: Library,
  { first, draw, length, among = () => true, isCalm = false }: Drawn,
  visit: (state: CaseState, journal: readonly JournalEntry[]) => void,
): void {
  const { set, territory, documents } = library;
  const inForce = Object.fromEntries(documents.map((it) => [it.protocol, it.version]));
  let serial = 0;
  const newId = () => `id-${++serial}`;
  let now = START;
  let state = foldCase(set, [], { now, territory });
  let journal: readonly JournalEntry[] = [];
  const add = (entries: readonly JournalEntry[]) => {
    for (const entry of entries) state = applyEntry(state, entry);
    journal = [...journal, ...entries];
    visit(state, journal);
  };
  const ask = (command: Command, id: string) => {
    const actor = { id, roles: ['TS', 'REF', 'SUP', 'CRIP', 'ONG'] as const, inCharge: true };
    const decision = decide(state, command, { actor, now, newId, inForce });
    if (decision.ok) add(decision.entries);
  };
  ask({ kind: 'open-run', protocol: first, version: inForce[first] ?? '' }, 'one');
  for (let act = 0; act < length; act++) {
    now += draw(6) === 0 ? draw(40) * 24 * HOUR : draw(12) * HOUR;
    state = atTime(state, now);
    const came = tick(state, { now, newId, inForce });
    if (came.length > 0) add(came);
    const command = anyCommand(library, state, journal, draw, newId, inForce, among, isCalm);
    if (command) ask(command, draw(8) === 0 ? 'one' : `person-${draw(3)}`);
  }
}

/** One act in three is an answer to what waits, one in twenty a correction. */
const calmKind = (isWaiting: boolean, draw: Draw): number =>
  isWaiting && draw(3) === 0 ? 7 : draw(20) === 0 ? 10 : 23;

function anyCommand(
  library: Library,
  state: CaseState,
  journal: readonly JournalEntry[],
  draw: Draw,
  newId: () => string,
  inForce: Readonly<Record<string, string>>,
  among: (protocol: string) => boolean,
  isCalm: boolean,
): Command | undefined {
  const runs = viewCase(state).runs.filter(({ protocol }) => among(protocol));
  const waiting = runs.flatMap((run) =>
    run.steps.flatMap(({ id, toApprove }) =>
      toApprove === null ? [] : [{ runId: run.runId, step: id, entryId: toApprove }],
    ),
  );
  const kind = isCalm ? calmKind(waiting.length > 0, draw) : draw(24);
  if (kind === 0) {
    const protocol = library.documents[draw(library.documents.length)]?.protocol ?? '';
    if (!among(protocol)) return undefined;
    return { kind: 'open-run', protocol, version: inForce[protocol] ?? '' };
  }
  if (kind === 1) {
    const facts = Object.values(library.shared.facts);
    const fact = facts[draw(facts.length)];
    return fact && { kind: 'record-facts', values: { [fact.id]: anyAnswer(fact, draw) } };
  }
  const approval = waiting[draw(waiting.length)];
  if (approval && kind < 8) {
    return draw(4) === 0
      ? { kind: 'return', ...approval, reason: 'revoir' }
      : { kind: 'approve', ...approval };
  }
  const documentOf = (runId: string) => {
    const run = runs.find((it) => it.runId === runId);
    return library.documents.find((it) => it.protocol === run?.protocol);
  };
  const stepOf = (runId: string, id: string) => documentOf(runId)?.steps.find((it) => it.id === id);
  const factsOf = (runId: string) => ({ ...library.shared.facts, ...documentOf(runId)?.facts });
  const completions = journal.filter(
    (it): it is StepCompleted => it.kind === 'step-completed' && it.confirms === undefined,
  );
  const rows = completions.flatMap((it) => it.row?.id ?? []);
  if (kind < 11) {
    const wrong = completions[draw(completions.length)];
    const step = wrong && stepOf(wrong.runId, wrong.step);
    if (!wrong || !step) return undefined;
    const { row, ...answers } = anyAnswers(library.shared, step, factsOf(wrong.runId), rows, draw, newId);
    const at = wrong.recordedAt - draw(100) * HOUR;
    return {
      kind: 'amend',
      entryId: wrong.id,
      ...answers,
      ...(row && wrong.row && { row: { ...row, id: wrong.row.id } }),
      ...(draw(3) === 0 && { occurredInstead: { from: at, to: at, precision: 'minute' } }),
      why: 'mal lu',
    };
  }
  if (kind === 11) {
    const steps = runs.flatMap((run) => run.steps.map(({ id }) => ({ runId: run.runId, id })));
    const some = steps[draw(steps.length)];
    const list = some && stepOf(some.runId, some.id)?.waiverReasons;
    const [reason = ''] = Object.keys(library.shared.reasons[list ?? ''] ?? {});
    return some && { kind: 'waive', runId: some.runId, step: some.id, reason };
  }
  const open = availableSteps(state).filter(({ runId }) => runs.some((it) => it.runId === runId));
  const every = runs.flatMap((run) => run.steps.map(({ id }) => ({ runId: run.runId, step: id })));
  // Another's act may be recorded out of order.
  const chosen = kind === 12 ? every[draw(every.length)] : open[draw(open.length)];
  const step = chosen && stepOf(chosen.runId, chosen.step);
  if (!chosen || !step) return undefined;
  const role = step.by.find((it) => it !== 'INT') ?? 'TS';
  const before = completions.filter((it) => it.runId === chosen.runId && it.step === chosen.step);
  if (kind === 13 && before.length > 0) {
    const confirms = before[draw(before.length)]?.id;
    return {
      kind: 'complete-step',
      ...chosen,
      values: {},
      ...(confirms !== undefined && { confirms }),
      by: [{ role }],
    };
  }
  const at = draw(5) === 0 ? state.context.now - draw(400) * HOUR : state.context.now;
  return {
    kind: 'complete-step',
    ...chosen,
    ...anyAnswers(library.shared, step, factsOf(chosen.runId), rows, draw, newId),
    by: [{ role }],
    occurredAt: { from: at, to: at, precision: 'minute' },
  };
}
