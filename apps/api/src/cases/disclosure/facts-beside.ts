import type { FieldClass, StepDefinition } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';
import { placeOfEntry } from '../journal/entry-address';
import type { LoadedCase } from '../reading/loaded-case';

/** Facts by id, a row's field as `list.field`, with their class. */
export type FactsBeside = ReadonlyMap<string, FieldClass>;

const known = new WeakMap<LoadedCase, Map<JournalEntry, FactsBeside | null>>();

/**
 * What stands beside the words of an entry: every fact that its step asks for, in each version that the run followed, and every
 * fact that was recorded with them. Words written there may tell of any of these. `null`: nobody knows of what they may tell.
 */
export function factsBeside(file: LoadedCase, entry: JournalEntry): FactsBeside | null {
  const ofCase = known.get(file) ?? new Map<JournalEntry, FactsBeside | null>();
  known.set(file, ofCase);
  const found = ofCase.get(entry);
  if (found !== undefined) return found;
  const gathered = gather(file, entry);
  ofCase.set(entry, gathered);
  return gathered;
}

/** The same of a step, whether or not anything was entered there. */
export function factsOfStep(file: LoadedCase, runId: string, step: string): FactsBeside | null {
  const definitions = file.stepsOf(runId, step);
  return definitions.length === 0 ? null : classified(file, runId, definitions.flatMap(factIds));
}

function gather(file: LoadedCase, entry: JournalEntry): FactsBeside | null {
  const { runId, step } = placeOfEntry(entry);
  const definitions = runId !== null && step !== null ? file.stepsOf(runId, step) : [];
  if (step !== null && definitions.length === 0) return null;
  const lists = [
    ...definitions.flatMap(({ adds, about }) => adds ?? about ?? []),
    ...(entry.kind === 'facts-recorded' && entry.list !== undefined ? [entry.list] : []),
  ];
  const corrected =
    entry.kind === 'entry-amended' ? file.journal.find(({ id }) => id === entry.entryId) : undefined;
  return classified(file, runId, [
    ...definitions.flatMap(factIds),
    ...recordedIds(entry, lists),
    ...(corrected ? recordedIds(corrected, lists) : []),
  ]);
}

const factIds = ({ fields, decides, adds, about, closes }: StepDefinition): readonly string[] =>
  [...fields, decides, adds, about, closes].filter((it) => it !== undefined);

function recordedIds(entry: JournalEntry, lists: readonly string[]): readonly string[] {
  const values = 'values' in entry ? Object.keys(entry.values) : [];
  const row = 'row' in entry && entry.row ? Object.keys(entry.row.values) : [];
  const whole = entry.kind === 'facts-recorded' ? Object.keys(entry.lists ?? {}) : [];
  return [...values, ...whole, ...lists.flatMap((list) => row.map((field) => `${list}.${field}`))];
}

/** With all fields of the rows of a list; `null` when a fact is known to no protocol. */
function classified(file: LoadedCase, runId: string | null, ids: readonly string[]): FactsBeside | null {
  const facts = new Map<string, FieldClass>();
  for (const id of new Set(ids)) {
    const definition = file.findFact(runId, id);
    if (!definition) return null;
    const { row = {} } = definition;
    // What is said of somebody around tells where they live, and the child with them.
    const [list = id] = id.split('.');
    if (list === file.idOf('people-around')) facts.set(`${list}.?`, 'places');
    // A list tells what its rows tell.
    if (Object.keys(row).length === 0) facts.set(id, definition.class);
    for (const [field, { class: fieldClass }] of Object.entries(row)) facts.set(`${id}.${field}`, fieldClass);
  }
  return facts;
}
