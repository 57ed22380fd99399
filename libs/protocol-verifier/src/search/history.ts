import {
  type Actor,
  applyEntry,
  atTime,
  type CaseState,
  type Command,
  decide,
  foldCase,
  type JournalEntry,
  tick,
} from '@repere/case-engine';
import { MORNING, type World } from './world';

/** What somebody does, or that time passes until a moment. */
export type CandidateAction =
  { readonly command: Command; readonly actor: Actor } | { readonly waitUntil: number };

/** A case's history as far as it was told: what was done, and the journal that came of it. */
export interface History {
  readonly before: History | null;
  readonly action: CandidateAction | null;
  readonly journal: readonly JournalEntry[];
  readonly now: number;
  /** How many actions. */
  readonly acts: number;
  /** Versions that runs open in; a protocol that isn't there opens none. */
  readonly inForce: Readonly<Record<string, string>>;
}

/** Where every history starts: a case of which nothing is known. `protocols`: those that may open, all by default. */
export function beginning(world: World, protocols?: ReadonlySet<string>): History {
  const inForce: Record<string, string> = {};
  for (const [id, { version }] of world.protocols) {
    if (!protocols || protocols.has(id)) inForce[id] = version;
  }
  return { before: null, action: null, journal: [], now: MORNING, acts: 0, inForce };
}

export function stateOf(world: World, { journal, now }: History): CaseState {
  return foldCase(world.set, journal, { now, territory: world.territory });
}

/** The history with one more action and its state, or nothing if the engine refuses it. `state` is that of the history. */
export function continued(
  history: History,
  state: CaseState,
  action: CandidateAction,
): { readonly history: History; readonly state: CaseState } | null {
  const { inForce, journal } = history;
  let ids = 0;
  const newId = (): string => `e${journal.length}-${++ids}`;
  let { now } = history;
  let next = state;
  let entries: readonly JournalEntry[];
  if ('waitUntil' in action) {
    now = action.waitUntil;
    next = atTime(state, now);
    entries = tick(next, { now, newId, inForce });
  } else {
    const decision = decide(state, action.command, { actor: action.actor, now, newId, inForce });
    if (!decision.ok) return null;
    entries = decision.entries;
  }
  for (const entry of entries) next = applyEntry(next, entry);
  return {
    history: {
      before: history,
      action,
      journal: [...journal, ...entries],
      now,
      acts: history.acts + 1,
      inForce,
    },
    state: next,
  };
}

/** The actions of a history, first to last. */
export function actionsOf(history: History): readonly CandidateAction[] {
  const actions: CandidateAction[] = [];
  for (let it: History | null = history; it?.action; it = it.before) actions.push(it.action);
  return actions.reverse();
}
