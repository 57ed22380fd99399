import type { ExampleSet, FactValue } from '@repere/protocol';
import type { Value } from '@repere/feel';
import type { RunFold } from '../fold/run-fold';
import type { CaseView } from '../journal/engine-types';
import { isExpectedFact, isExpectedValue, shownValue } from './example-compare';
import type { Scenario } from './scenario';
import type { CompiledFact } from '../compile/protocol-set';
import { factReader } from '../facts/read-facts';

/** Facts in effect against those expected: `papers`, `protocol.papers`, `signs.debt`, `exams.x1.result`. */
export function checkKnown(scenario: Scenario, expected: ExampleSet): readonly string[] {
  return Object.entries(expected).flatMap(([path, wanted]) => {
    const found = findFact(scenario, path);
    if (!found) return [`there is no fact ${path}`];
    const { fact, raw } = found;
    return isExpectedFact(fact, wanted, raw)
      ? []
      : [`${path} should be ${shownValue(wanted)}, is ${shownValue(raw)}`];
  });
}

interface Found {
  readonly fact: CompiledFact;
  readonly raw: FactValue | null;
}

/** The fact of such a path, with its value in effect. */
export function findFact(scenario: Scenario, path: string): Found | undefined {
  const [head = '', ...rest] = path.split('.');
  const runs = scenario.runsOf(head);
  if (runs.length > 0 && rest.length > 0) return findIn(scenario, runs, rest);
  return findIn(scenario, scenario.runsInOrder(), [head, ...rest]);
}

function findIn(
  scenario: Scenario,
  runs: readonly RunFold[],
  [id = '', part, field]: readonly string[],
): Found | undefined {
  const { fold } = scenario;
  const run = runs.find((it) => it.protocol.factOf.has(id));
  const fact = run?.protocol.factOf.get(id) ?? fold.set.sharedFactOf.get(id);
  const store = fact?.isShared ? fold.facts : run?.facts;
  if (!fact || !store) return undefined;
  if (part !== undefined && fact.list) {
    const inRow = fact.list.fieldOf.get(field ?? '');
    const row = store.lists?.[fact.slot]?.rows.find((it) => it.id === part);
    return inRow && { fact: inRow, raw: row?.raw[inRow.slot] ?? null };
  }
  const checklist = store.checklists?.[fact.slot];
  if (part !== undefined) {
    // An item compares like a yes-no fact.
    const item = { ...fact, definition: { ...fact.definition, type: 'yes-no' as const } };
    return { fact: item, raw: (checklist?.raw.get(part) as FactValue | undefined) ?? null };
  }
  const whole = checklist && (Object.fromEntries(checklist.raw) as FactValue);
  return { fact, raw: whole ?? store.raw[fact.slot] ?? null };
}

/** Derived values against those expected: `exam`, `protocol.exam`, `exams.x1.low`. */
export function checkDerived(scenario: Scenario, expected: ExampleSet): readonly string[] {
  return Object.entries(expected).flatMap(([path, wanted]) => {
    const found = readPath(scenario, path);
    if (found === undefined) return [`nothing is called ${path}`];
    return isExpectedValue(wanted, found)
      ? []
      : [`${path} should be ${shownValue(wanted)}, is ${shownValue(found)}`];
  });
}

function readPath(scenario: Scenario, path: string): Value | undefined {
  const parts = path.split('.');
  const [head = '', ...rest] = parts;
  const named = rest.length > 0 ? scenario.runsOf(head) : [];
  const [id = '', row, field = ''] = named.length > 0 ? rest : parts;
  for (const run of named.length > 0 ? named : scenario.runsInOrder()) {
    const value = readIn(scenario, run, id, row, field);
    if (value !== undefined) return value;
  }
  return undefined;
}

function readIn(
  scenario: Scenario,
  run: RunFold,
  id: string,
  row: string | undefined,
  field: string,
): Value | undefined {
  const { fold } = scenario;
  const outer = fold.run;
  fold.run = run;
  try {
    if (row === undefined) {
      const derived = run.protocol.derived[run.protocol.derivedIndex.get(id) ?? -1];
      return derived?.evaluate(fold);
    }
    const fact = run.protocol.factOf.get(id);
    if (!fact?.list) return undefined;
    const list = factReader(fact)(fold);
    const rows = typeof list === 'object' && list !== null && 'rows' in list ? list.rows : [];
    return rows.find((it) => it.id === row)?.fields[field];
  } finally {
    fold.run = outer;
  }
}

/** The outcome against the one expected: of the story's first protocol that knows it, or of each that is named. */
export function checkOutcome(
  scenario: Scenario,
  view: CaseView,
  expected: string | Readonly<Record<string, string>>,
): readonly string[] {
  if (typeof expected !== 'string') {
    return Object.entries(expected).flatMap(([name, id]) =>
      compare(view, scenario.runsOf(name)[0], id, name),
    );
  }
  const run = scenario
    .runsInOrder()
    .find((it) => it.protocol.outcomes.some(({ definition }) => definition.id === expected));
  return compare(view, run, expected, run?.protocol.id ?? '');
}

function compare(view: CaseView, run: RunFold | undefined, wanted: string, name: string): readonly string[] {
  if (!run) return [`no protocol of the story has the outcome ${wanted}`];
  const found = view.runs.find((it) => it.runId === run.runId)?.outcome?.id;
  return found === wanted ? [] : [`the outcome of ${name} should be ${wanted}, is ${shownValue(found)}`];
}
