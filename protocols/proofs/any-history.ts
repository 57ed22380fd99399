import { applyEntry, atTime, availableSteps, type CaseState, type Command, decide, foldCase, type JournalEntry, type ProtocolSet, type StepCompleted, tick, viewCase } from '@repere/case-engine';
import type { FactDefinition, FactValue, ProtocolDocument, SharedDocument, StepDefinition } from '@repere/protocol';
import type { Territory } from '@repere/feel';

/** Whole numbers, each below the bound that is asked. */
export type Draw = (bound: number) => number;

export interface Library {
  readonly shared: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
  readonly set: ProtocolSet;
  readonly territory: Territory;
}

const START = Date.UTC(2026, 0, 5, 9);
const HOUR = 3_600_000;
const NON_ANSWERS = ['unknown', 'not-asked', 'refused'] as const;

/**
 * States of a case after each of up to `length` acts that the engine accepts: runs opened, steps done with any answers, waived,
 * corrected, agreed to or sent back, facts told, time that passes. `visit` sees each state while it is the newest.
 */
export function anyHistory(library: Library, first: string, draw: Draw, length: number, visit: (state: CaseState) => void): void {
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
    visit(state);
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
    const command = anyCommand(library, state, journal, draw, newId, inForce);
    if (command) ask(command, draw(8) === 0 ? 'one' : `person-${draw(3)}`);
  }
}

function anyCommand(
  library: Library,
  state: CaseState,
  journal: readonly JournalEntry[],
  draw: Draw,
  newId: () => string,
  inForce: Readonly<Record<string, string>>,
): Command | undefined {
  const { runs } = viewCase(state);
  const waiting = runs.flatMap((run) =>
    run.steps.flatMap(({ id, toApprove }) => (toApprove === null ? [] : [{ runId: run.runId, step: id, entryId: toApprove }])),
  );
  const kind = draw(24);
  if (kind === 0) {
    const protocol = library.documents[draw(library.documents.length)]?.protocol ?? '';
    return { kind: 'open-run', protocol, version: inForce[protocol] ?? '' };
  }
  if (kind === 1) {
    const facts = Object.values(library.shared.facts);
    const fact = facts[draw(facts.length)];
    return fact && { kind: 'record-facts', values: { [fact.id]: anyAnswer(fact, draw) } };
  }
  const approval = waiting[draw(waiting.length)];
  if (approval && kind < 8) {
    return draw(4) === 0 ? { kind: 'return', ...approval, reason: 'revoir' } : { kind: 'approve', ...approval };
  }
  const documentOf = (runId: string) => {
    const run = runs.find((it) => it.runId === runId);
    return library.documents.find((it) => it.protocol === run?.protocol);
  };
  const stepOf = (runId: string, id: string) => documentOf(runId)?.steps.find((it) => it.id === id);
  const factsOf = (runId: string) => ({ ...library.shared.facts, ...documentOf(runId)?.facts });
  const completions = journal.filter((it): it is StepCompleted => it.kind === 'step-completed' && it.confirms === undefined);
  if (kind < 11) {
    const wrong = completions[draw(completions.length)];
    const step = wrong && stepOf(wrong.runId, wrong.step);
    if (!wrong || !step) return undefined;
    const { row, ...answers } = anyAnswers(library, step, factsOf(wrong.runId), draw, newId);
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
  const open = availableSteps(state);
  const every = runs.flatMap((run) => run.steps.map(({ id }) => ({ runId: run.runId, step: id })));
  // Another's act may be recorded out of order.
  const chosen = kind === 12 ? every[draw(every.length)] : open[draw(open.length)];
  const step = chosen && stepOf(chosen.runId, chosen.step);
  if (!chosen || !step) return undefined;
  const role = step.by.find((it) => it !== 'INT') ?? 'TS';
  const before = completions.filter((it) => it.runId === chosen.runId && it.step === chosen.step);
  if (kind === 13 && before.length > 0) {
    const confirms = before[draw(before.length)]?.id;
    return { kind: 'complete-step', ...chosen, values: {}, ...(confirms !== undefined && { confirms }), by: [{ role }] };
  }
  const at = draw(5) === 0 ? state.context.now - draw(400) * HOUR : state.context.now;
  return {
    kind: 'complete-step',
    ...chosen,
    ...anyAnswers(library, step, factsOf(chosen.runId), draw, newId),
    by: [{ role }],
    occurredAt: { from: at, to: at, precision: 'minute' },
  };
}

type Answers = Pick<
  Extract<Command, { kind: 'complete-step' }>,
  'values' | 'row' | 'closes' | 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note'
>;

function anyAnswers(
  library: Library,
  step: StepDefinition,
  facts: Readonly<Record<string, FactDefinition>>,
  draw: Draw,
  newId: () => string,
): Answers {
  const values: Record<string, FactValue> = {};
  const row: Record<string, FactValue> = {};
  for (const field of step.fields) {
    const [list = '', inRow] = field.split('.');
    const fact = inRow === undefined ? facts[list] : facts[list]?.row?.[inRow];
    if (fact === undefined || (!step.required.includes(field) && draw(3) === 0)) continue;
    (inRow === undefined ? values : row)[inRow ?? list] = anyAnswer(fact, draw);
  }
  const decided = step.decides === undefined ? undefined : values[step.decides];
  const reasons = typeof decided === 'string' ? library.shared.reasons[step.reasons[decided] ?? ''] : undefined;
  const closes = step.closes !== undefined && draw(3) === 0;
  const weighed = draw(4) > 0;
  return {
    values,
    ...(step.adds !== undefined && !(closes && draw(2) === 0) && { row: { id: draw(3) === 0 ? `r${draw(3)}` : newId(), values: row } }),
    ...(step.adds === undefined && step.about !== undefined && { row: { id: `r${draw(3)}`, values: row } }),
    ...(closes && { closes }),
    ...(reasons && { reasons: Object.keys(reasons).slice(0, 1) }),
    ...(weighed && { bestInterests: 'Être protégé.', childView: { said: '…' }, note: 'Motif.' }),
    ...(draw(4) > 0 && { evidence: Object.fromEntries(step.evidence.map((kind) => [kind, { reference: 'ref' }])) }),
  };
}

function anyAnswer(fact: FactDefinition, draw: Draw): FactValue {
  if (draw(6) === 0) return { answer: NON_ANSWERS[draw(3)] ?? 'unknown' };
  switch (fact.type) {
    case 'yes-no':
      return draw(2) === 0 ? 'yes' : 'no';
    case 'choice': {
      const codes = (fact.values ?? []).map(({ code }) => code);
      const code = (fact.ranked ?? codes)[draw((fact.ranked ?? codes).length)] ?? '';
      return fact.multiple ? [code] : code;
    }
    case 'checklist': {
      const all = draw(3); // now and then all items are alike, which some doors need
      return Object.fromEntries(
        (fact.items ?? []).map(({ id }) => [
          id,
          all === 0 ? 'no' : all === 1 && draw(4) > 0 ? 'yes' : draw(2) === 0 ? 'no' : { answer: NON_ANSWERS[draw(3)] ?? 'unknown' },
        ]),
      );
    }
    case 'date':
      return [`2025-12-${String(draw(20) + 10)}`, `${2004 + draw(8)}`, `${2004 + draw(8)}-0${draw(8) + 1}`, '2008~', '2025-11-30'][draw(5)] ?? '2025';
    case 'number':
    case 'months':
      return Math.min(fact.max ?? Infinity, Math.max(fact.min ?? 0, draw(2) === 0 ? draw(4) : 200 + draw(60)));
    case 'text':
      return 'mots';
    case 'duration':
    case 'list':
      return { answer: 'unknown' };
  }
}
