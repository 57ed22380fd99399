import {
  type CaseFold,
  type Command,
  type CompiledFact,
  type CompiledStep,
  type JournalEntry,
  mayBeDone,
  momentOf,
  opensAt,
  type RunFold,
  scheduledOpenings,
  type StepCompleted,
  stepState,
  storeOfList,
} from '@repere/case-engine';
import { type FactValue, nonAnswerIn, reasonsIn } from '@repere/protocol';
import { answersOf, choicesOf } from './classes/answer-sets';
import { classesOf } from './classes/classes';
import { completion, wordsOf } from './completion';
import type { Cone } from './classes/cone';
import type { CandidateAction } from './history';
import { secondPerson, WORKER } from './people';
import type { World } from './world';

/** What was not tried, and why a search that found nothing is only bounded. */
export type Truncation = 'runs' | 'rows' | 'answers' | 'samples' | 'states' | 'acts';

export interface Bounds {
  /** Runs of a protocol that recurs. */
  readonly runs: number;
  /** Rows of a list. */
  readonly rows: number;
  /** Whether a second person is there at all. */
  readonly isAlone: boolean;
  /** Each answer is varied alone, so that long histories can be looked for. */
  readonly isNarrow?: boolean;
}

/** Everything that people may try in a state, as far as the cone tells it apart; the engine says what it accepts. */
export function candidateActions(
  world: World,
  cone: Cone,
  fold: CaseFold,
  bounds: Bounds,
  truncations: Set<Truncation>,
): readonly CandidateAction[] {
  const actions: CandidateAction[] = [];
  for (const id of cone.protocols) openings(world, fold, id, bounds, truncations, actions);
  for (const fact of cone.facts.values()) {
    if (!fact.isShared || !world.isTold(fact.id)) continue;
    const { values, areSamples } = classesOf(cone, fact);
    if (areSamples) truncations.add('samples');
    for (const value of values) {
      actions.push({ command: recordOrCorrect(fold, fact, value), actor: WORKER });
    }
  }
  for (const run of fold.runs) {
    for (const step of run.protocol.steps) {
      if (!cone.steps.has(`${run.protocol.id}.${step.id}`)) continue;
      completions(world, cone, fold, run, step, bounds, truncations, actions);
      secondThoughts(world, cone, fold, run, step, bounds, actions);
    }
  }
  const until = nextTime(cone, fold);
  if (until !== null) actions.push({ waitUntil: until });
  return actions;
}

/** What never changes and was told otherwise before can only be corrected. */
function recordOrCorrect(fold: CaseFold, fact: CompiledFact, value: FactValue): Command {
  const values = { [fact.id]: value };
  const before = fold.facts.raw[fact.slot] ?? null;
  const entry = fold.entries[fold.facts.entries[fact.slot] ?? -1];
  const isCorrection = fact.definition.changes === 'never' && before !== null && nonAnswerIn(before) === null;
  return isCorrection && entry && entry.kind === 'facts-recorded'
    ? { kind: 'amend', entryId: entry.id, values, why: '…' }
    : { kind: 'record-facts', values };
}

function openings(
  { protocols }: World,
  fold: CaseFold,
  id: string,
  bounds: Bounds,
  truncations: Set<Truncation>,
  actions: CandidateAction[],
): void {
  const protocol = protocols.get(id);
  if (!protocol) return;
  const running = fold.runs.filter((it) => it.protocol.id === id).length;
  const most = protocol.document.runs === 'many' ? bounds.runs : 1;
  if (running < most) {
    actions.push({ command: { kind: 'open-run', protocol: id, version: protocol.version }, actor: WORKER });
  } else if (protocol.document.runs === 'many') truncations.add('runs');
}

function completions(
  { set, told }: World,
  cone: Cone,
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  bounds: Bounds,
  truncations: Set<Truncation>,
  actions: CandidateAction[],
): void {
  const isRecord = step.definition.kind === 'recorded-act';
  if (!mayBeDone(fold, run, step.index) && !isRecord) return;
  const rows = step.list ? (storeOfList(fold, run, step).lists?.[step.list.slot]?.rows ?? []) : [];
  const { adds, about, closes } = step.definition;
  const ids: (string | undefined)[] = [];
  if (about !== undefined) ids.push(...rows.map(({ id }) => id));
  if (adds !== undefined) {
    if (rows.length < bounds.rows) ids.push(`x${rows.length + 1}`);
    else truncations.add('rows');
  }
  if (adds === undefined && about === undefined) ids.push(undefined);
  for (const { id, inRow } of choicesOf(cone, step).choices) noteSamples(cone, step, id, inRow, truncations);
  for (const id of ids) {
    const { sets, areReduced } = answersOf(cone, fold, run, step, id !== undefined, bounds.isNarrow);
    if (areReduced) truncations.add('answers');
    for (const { values, row } of areReduced ? [...sets, ...(told.get(step) ?? [])] : sets) {
      const more = id === undefined ? {} : { row: { id, values: row ?? {} } };
      actions.push({ command: completion(set, run, step, values, more), actor: WORKER });
    }
  }
  if (closes !== undefined) {
    const [plain] = answersOf(cone, fold, run, step, false).sets;
    actions.push({
      command: completion(set, run, step, plain?.values ?? {}, { closes: true }),
      actor: WORKER,
    });
  }
}

function noteSamples(
  cone: Cone,
  step: CompiledStep,
  id: string,
  inRow: boolean,
  truncations: Set<Truncation>,
): void {
  const fact = inRow ? step.rowFields.get(id) : step.fields.get(id);
  if (!fact) return;
  const key = inRow ? `${step.list?.key ?? ''}.${id}` : fact.key;
  const isRead = inRow ? cone.fields.has(key) : cone.facts.has(key);
  if (isRead && classesOf(cone, fact, key).areSamples) truncations.add('samples');
}

/** A second person's answer, a waiver, a confirmation, a correction. */
function secondThoughts(
  world: World,
  cone: Cone,
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  bounds: Bounds,
  actions: CandidateAction[],
): void {
  const about = { runId: run.runId, step: step.id };
  const second = secondPerson(step.approval?.role ?? 'SUP');
  if (!bounds.isAlone) {
    for (const entry of run.pendingOf(step.index) ?? []) {
      const entryId = fold.entries[entry]?.id ?? '';
      actions.push({ command: { kind: 'approve', ...about, entryId }, actor: second });
      actions.push({ command: { kind: 'return', ...about, entryId, reason: '…' }, actor: second });
    }
  }
  const { waivable, waiverReasons } = step.definition;
  const [reason] = Object.keys(reasonsIn(run.protocol.document, world.set.shared, waiverReasons));
  if (waivable !== 'never' && reason !== undefined) {
    actions.push({ command: { kind: 'waive', ...about, reason, note: '…' }, actor: WORKER });
  }
  const last = lastOf(fold.entries, run, step);
  if (!last) return;
  if (stepState(fold, run, step.index) === 'to-confirm') {
    const confirms = { confirms: last.id };
    actions.push({ command: completion(world.set, run, step, {}, confirms), actor: WORKER });
  }
  for (const { id, inRow, options } of choicesOf(cone, step).choices) {
    for (const option of options) {
      if (option === undefined || (inRow && !last.row)) continue;
      const values = inRow ? {} : { [id]: option };
      const row = inRow && last.row ? { row: { id: last.row.id, values: { [id]: option } } } : {};
      const words = step.decides?.id === id ? wordsOf(world.set, run, step, values) : {};
      actions.push({
        command: { kind: 'amend', entryId: last.id, values, ...row, ...words, why: '…' },
        actor: WORKER,
      });
    }
  }
}

function lastOf(
  entries: readonly JournalEntry[],
  run: RunFold,
  step: CompiledStep,
): StepCompleted | undefined {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry?.kind !== 'step-completed' || entry.runId !== run.runId || entry.step !== step.id) continue;
    if (!entry.confirms) return entry;
  }
  return undefined;
}

/** The next moment at which time alone changes something that the cone reads. */
export function nextTime(cone: Cone, fold: CaseFold): number | null {
  let next = Infinity;
  const consider = (at: number | null | undefined): void => {
    if (at !== null && at !== undefined && at > fold.now && at < next) next = at;
  };
  for (const run of fold.runs) {
    for (const step of run.protocol.steps) {
      if (step.opensAt && cone.steps.has(`${run.protocol.id}.${step.id}`)) consider(opensAt(fold, run, step));
    }
  }
  for (const { opens, at } of scheduledOpenings(fold)) {
    if (cone.protocols.has(opens.definition.protocol)) consider(at);
  }
  for (const id of cone.moments) {
    const moment = momentOf(fold, id);
    consider(moment?.earliest);
    consider(moment?.latest);
  }
  return next === Infinity ? null : next;
}
