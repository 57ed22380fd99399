import { isSaidByItem } from '@repere/protocol';
import {
  approvedRows,
  type CaseFold,
  type CompiledFact,
  type CompiledStep,
  type FactStore,
  momentOf,
  opensAt,
  type RunFold,
  type StatedContent,
  scheduledOpenings,
  stepState,
} from '@repere/case-engine';
import type { Cone } from './classes/cone';

/** What of a cone stands where: facts of the case, and by protocol those of its runs and its steps. */
interface Places {
  readonly shared: readonly CompiledFact[];
  readonly protocols: ReadonlyMap<
    string,
    { readonly facts: readonly CompiledFact[]; readonly steps: readonly CompiledStep[] }
  >;
}

const knownPlaces = new WeakMap<Cone, Places>();

function placesIn(cone: Cone): Places {
  const known = knownPlaces.get(cone);
  if (known) return known;
  const facts = [...cone.facts.values()];
  const isOf = (id: string) => (key: string) => key.startsWith(`${id}.`);
  const places = {
    shared: facts.filter(({ isShared }) => isShared),
    protocols: new Map(
      [...cone.protocols].map((id) => [
        id,
        {
          facts: facts.filter(({ isShared, key }) => !isShared && isOf(id)(key)),
          steps: [...cone.steps].flatMap(([key, step]) => (isOf(id)(key) ? [step] : [])),
        },
      ]),
    ),
  };
  knownPlaces.set(cone, places);
  return places;
}

/**
 * Two states with the same key can't be told apart by anything that the cone reads, now or after the same actions: in whatever
 * order independent steps were done, the state is one.
 */
export function stateKey(cone: Cone, fold: CaseFold): string {
  const { shared, protocols } = placesIn(cone);
  const parts: string[] = shared.map((fact) => factMark(cone, fold.facts, fact));
  for (const run of fold.runs) {
    const own = protocols.get(run.protocol.id);
    if (!own) continue;
    parts.push(`@${run.protocol.id}`);
    for (const fact of own.facts) parts.push(factMark(cone, run.facts, fact));
    for (const step of own.steps) parts.push(stepMark(cone, fold, run, step));
  }
  for (const { run, opens, at } of scheduledOpenings(fold)) {
    if (cone.protocols.has(opens.definition.protocol)) {
      parts.push(`${run.index}${opens.definition.id}${at - fold.now}`);
    }
  }
  for (const id of cone.moments) {
    const moment = momentOf(fold, id);
    parts.push(moment ? `${moment.earliest <= fold.now} ${moment.latest <= fold.now}` : '?');
  }
  return parts.join('|');
}

function factMark(cone: Cone, store: FactStore, fact: CompiledFact): string {
  const { slot, key, definition } = fact;
  if (fact.list) {
    const list = store.lists?.[slot];
    if (!list) return '-';
    const rows = list.rows.map((row) =>
      fact.list?.fields
        .filter(({ id }) => cone.fields.has(`${key}.${id}`))
        .map((field) => JSON.stringify(row.values[field.slot] ?? null))
        .join(','),
    );
    return `${list.isClosed ? 'c' : 'o'}${list.waiting}[${rows.join(';')}]`;
  }
  if (isSaidByItem(definition)) {
    const items = store.checklists?.[slot]?.items;
    if (!items) return '-';
    const known = [...items].filter(
      ([, it]) => it === 'yes' || it === 'no' || cone.constants.countedOf(key).size > 0,
    );
    return JSON.stringify(known.sort());
  }
  const raw = store.raw[slot] ?? null;
  return JSON.stringify(cone.answers.has(key) ? raw : store.values[slot] === null ? null : raw);
}

function stepMark(cone: Cone, fold: CaseFold, run: RunFold, step: CompiledStep): string {
  const { decides, index } = step;
  const ruling = decides
    ? ((decides.isShared ? fold.facts : run.facts).entries[decides.slot] ?? -1)
    : (run.last[index] ?? -1);
  const standing = fold.entryStatusOf(ruling);
  const pending = (run.pendingOf(index) ?? []).map((entry) => {
    const waiting = fold.entryStatusOf(entry);
    return `${waiting?.waits}${saidState(waiting?.said)}${saidState(waiting?.agreed?.said)}${saidState(waiting?.inEffect)}`;
  });
  const last = run.last[index] ?? -1;
  const isNew = step.definition.repeatable !== false && step.definition.repeatable.newFacts;
  const at = step.opensAt ? opensAt(fold, run, step) : null;
  return [
    stepState(fold, run, index),
    last >= 0 ? 1 : 0,
    standing?.approval ?? '',
    [...new Set(pending)].sort().join(','),
    isNew ? hasNewFacts(fold, run, step.id, last) : '',
    at !== null && at > fold.now ? at - fold.now : '',
    step.definition.about === undefined ? '' : approvedPlaces(fold, run, step),
  ].join(' ');

  function saidState(it: StatedContent | null | undefined): string {
    if (!it) return '-';
    return JSON.stringify([
      Object.entries(it.values).filter(([id]) => cone.facts.has(run.protocol.factOf.get(id)?.key ?? '')),
      it.row,
    ]);
  }
}

/** Which rows of the list, by their places, a second person has agreed to. */
function approvedPlaces(fold: CaseFold, run: RunFold, step: CompiledStep): string {
  const { list } = step;
  if (list === null) return '';
  const rows = (list.isShared ? fold.facts : run.facts).lists?.[list.slot]?.rows ?? [];
  const approved = approvedRows(fold, run, step);
  return rows.map(({ id }) => (approved.has(id) ? 1 : 0)).join('');
}

/** As the engine asks it of a value that protects less: whether a fact was entered since. */
function hasNewFacts(fold: CaseFold, run: RunFold, step: string, last: number): boolean {
  return fold.entries.some(
    (entry, index) =>
      index > last &&
      (entry.kind === 'facts-recorded' ||
        entry.kind === 'entry-amended' ||
        (entry.kind === 'step-completed' && (entry.step !== step || entry.runId !== run.runId))) &&
      (Object.keys(entry.values).length > 0 || ('row' in entry && entry.row !== undefined)),
  );
}
