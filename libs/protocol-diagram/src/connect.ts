import type { ProtocolDocument, StepDefinition } from '@repere/protocol';
import type { DiagramArrow } from './diagram';
import { namesRead } from './names-read';

export const START = 'start';
export type Link = Pick<DiagramArrow, 'from' | 'to' | 'why'>;

export const opensId = (id: string): string => `opens-${id}`;
export const outcomeId = (id: string): string => `outcome-${id}`;

/** What comes after what: `after` lines, and from the step that asks for an answer to the step that depends on it. */
export function connect(document: ProtocolDocument): readonly Link[] {
  const links = new Map<string, Link>();
  const add = (link: Link) =>
    links.set(`${link.from}>${link.to}`, links.get(`${link.from}>${link.to}`) ?? link);
  document.steps.forEach((step, place) => {
    const before = predecessors(document, step, place);
    before.forEach(add);
    if (before.length === 0) add({ from: START, to: step.id, why: 'after' });
  });
  for (const { id, when, unless } of document.opens) {
    const before = deciders(document, [when, unless]);
    // On an answer that another protocol asks for.
    for (const from of before.length > 0 ? before : [START]) add({ from, to: opensId(id), why: 'when' });
  }
  for (const id of outcomeIds(document)) {
    const texts = document.outcomes.filter((it) => it.id === id).map(({ when }) => when);
    deciders(document, texts).forEach((from) => add({ from, to: outcomeId(id), why: 'outcome' }));
  }
  return withoutShortcuts([...links.values()]);
}

/** Each outcome once: several lines may give the same. */
export function outcomeIds({ outcomes }: ProtocolDocument): readonly string[] {
  return [...new Set(outcomes.map(({ id }) => id))];
}

function predecessors(document: ProtocolDocument, step: StepDefinition, place: number): readonly Link[] {
  const known = new Set(document.steps.map(({ id }) => id));
  const told: readonly Link[] = step.after
    .filter((id) => known.has(id))
    .map((from) => ({ from, to: step.id, why: 'after' }));
  const earlier = { ...document, steps: document.steps.slice(0, place) };
  const decided = deciders(earlier, [step.when, step.unless, step.ready]).map((from): Link => ({
    from,
    to: step.id,
    why: 'when',
  }));
  return [...told, ...decided];
}

/** The steps on whose answers these conditions stand: of each fact the last step that asks for it, and steps that are named. */
function deciders(document: ProtocolDocument, texts: readonly (string | undefined)[]): readonly string[] {
  const { steps } = document;
  const names = texts.flatMap((text) => (text === undefined ? [] : [...namesRead(text, document)]));
  const found = names.flatMap(
    (name) =>
      steps.find(({ id }) => id === name)?.id ??
      steps.findLast(({ decides }) => decides === name)?.id ??
      steps.find(({ fields, adds }) => adds === name || fields.some((field) => field.split('.')[0] === name))
        ?.id ??
      [],
  );
  return [...new Set(found)];
}

/** Leaves out an arrow between two that are joined by a longer way: fewer lines to read, the same order. */
function withoutShortcuts(links: readonly Link[]): readonly Link[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  return links.filter(
    ({ from, to }) => !(next.get(from) ?? []).some((it) => it !== to && reaches(it, to, next)),
  );
}

function reaches(from: string, to: string, next: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const todo = [from];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    todo.push(...(next.get(at) ?? []));
  }
  return false;
}
