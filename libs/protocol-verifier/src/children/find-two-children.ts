import type { CaseState, CompiledProtocol, RunFold } from '@repere/case-engine';
import { classesOf } from '../search/classes/classes';
import { type Cone, coneOf, type Root } from '../search/classes/cone';
import { countClasses } from '../search/classes/count-classes';
import { type Truncation, candidateActions } from '../search/candidate-actions';
import { continued, type CandidateAction, type History, stateOf } from '../search/history';
import { WORKER } from '../search/people';
import { opened } from '../search/distance/reachability';
import type { Limits } from '../search/search';
import { stateKey } from '../search/state-key';
import type { World } from '../search/world';

/** Two children of whom the same was done, alike in all but one answer. */
export interface TwoChildren {
  readonly one: History;
  readonly other: History;
}

/** How a pair was looked for. */
export interface Compared {
  readonly found: TwoChildren | null;
  readonly truncations: ReadonlySet<Truncation>;
  readonly facts: number;
  readonly classes: number;
  readonly states: number;
  readonly paths: number;
}

/** What is compared: `null` where it says nothing (the run isn't there). */
export type Served = (state: CaseState, run: RunFold) => string | null;

/**
 * From every reachable state of the cone, breadth first: the same action with one answer or another of those that must not
 * matter. `isWorse`: whether the second is served worse than the first; told are the values of what varies, if any.
 */
export function findTwoChildren(
  world: World,
  protocol: CompiledProtocol,
  root: Omit<Root, 'protocol'>,
  varied: ReadonlySet<string>,
  served: Served,
  isWorse: (one: string, other: string, values: readonly [unknown, unknown]) => boolean,
  limits: Limits,
): Compared {
  const cone = coneOf(world, [{ protocol, ...root }]);
  const counted = { facts: cone.facts.size + cone.fields.size, classes: countClasses(cone) };
  const truncations = new Set<Truncation>();
  const isRead = [...varied].some(
    (key) => cone.facts.has(key) || cone.fields.has(key) || cone.facts.has(key.split('.')[0] ?? ''),
  );
  if (!isRead) return { found: null, truncations, ...counted, states: 0, paths: 0 };
  const start = opened(world, protocol, cone);
  const seen = new Set([stateKey(cone, stateOf(world, start).readFold())]);
  let paths = 0;
  const end = (found: TwoChildren | null): Compared => ({
    found,
    truncations,
    ...counted,
    states: seen.size,
    paths,
  });
  for (let frontier = [start]; frontier.length > 0;) {
    const next: History[] = [];
    for (const history of frontier) {
      const groups = new Map<string, { history: History; served: string; value: unknown }[]>();
      const state = stateOf(world, history);
      const actions = [
        ...untold(world, cone, varied, state),
        ...candidateActions(world, cone, state.readFold(), limits, truncations),
      ];
      for (const action of actions) {
        paths++;
        const group = groupOf(action, varied, protocol);
        const after = continued(history, state, action);
        if (!after) continue;
        if (group) {
          const says = servedIn(after.state, protocol, served);
          if (says !== null) {
            const alike = groups.get(group.key) ?? [];
            const found = alike
              .flatMap((it): readonly TwoChildren[] => [
                ...(isWorse(it.served, says, [it.value, group.value])
                  ? [{ one: it.history, other: after.history }]
                  : []),
                ...(isWorse(says, it.served, [group.value, it.value])
                  ? [{ one: after.history, other: it.history }]
                  : []),
              ])
              .at(0);
            if (found) return end(found);
            groups.set(group.key, [...alike, { history: after.history, served: says, value: group.value }]);
          }
        }
        const key = stateKey(cone, after.state.readFold());
        if (seen.has(key)) continue;
        seen.add(key);
        if (seen.size >= limits.states) {
          truncations.add('states');
          return end(null);
        }
        next.push(after.history);
      }
    }
    frontier = next;
  }
  return end(null);
}

/** Facts of the case that must not matter, told outside steps: each class, and that it is not known. */
function untold(
  world: World,
  cone: Cone,
  varied: ReadonlySet<string>,
  state: CaseState,
): readonly CandidateAction[] {
  const actions: CandidateAction[] = [];
  for (const fact of cone.facts.values()) {
    if (!varied.has(fact.key) || !fact.isShared || !world.isTold(fact.id)) continue;
    if ((state.readFold().facts.raw[fact.slot] ?? null) !== null) continue;
    for (const value of classesOf(cone, fact).values) {
      actions.push({ command: { kind: 'record-facts', values: { [fact.id]: value } }, actor: WORKER });
    }
  }
  return actions;
}

/** Actions that differ only in what varies have the same key. */
function groupOf(
  action: CandidateAction,
  varied: ReadonlySet<string>,
  protocol: CompiledProtocol,
): { readonly key: string; readonly value: unknown } | null {
  if ('waitUntil' in action) return null;
  const { command } = action;
  if (!('values' in command)) return null;
  const told: unknown[] = [];
  const rest = (values: object, keyOf: (id: string) => string | undefined): object =>
    Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) => {
        const key = keyOf(id) ?? id;
        if (varied.has(key)) {
          told.push(value);
          return [];
        }
        const items = itemsOf(value).filter(([item]) => varied.has(`${key}.${item}`));
        if (items.length === 0) return [[id, value]];
        told.push(...items.map(([, answer]) => answer));
        const others = itemsOf(value).filter(([item]) => !varied.has(`${key}.${item}`));
        return [[id, Object.fromEntries(others)]];
      }),
    );
  const values = rest(command.values, (id) => protocol.factOf.get(id)?.key ?? id);
  const list =
    'step' in command ? protocol.steps[protocol.stepIndex.get(command.step) ?? -1]?.list : undefined;
  const row =
    'row' in command && command.row
      ? { id: command.row.id, values: rest(command.row.values, (id) => `${list?.key ?? ''}.${id}`) }
      : undefined;
  if (told.length === 0) return null;
  return { key: JSON.stringify({ ...command, values, row }), value: told.length === 1 ? told[0] : told };
}

function servedIn(state: CaseState, protocol: CompiledProtocol, served: Served): string | null {
  const run = state.readFold().runs.find((it) => it.protocol === protocol);
  return run ? served(state, run) : null;
}

/** The items of a checklist, each with its answer; none of any other value. */
function itemsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
