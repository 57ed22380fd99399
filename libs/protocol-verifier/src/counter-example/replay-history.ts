import type { JournalEntry } from '@repere/case-engine';
import { beginning, continued, type CandidateAction, type History, stateOf } from '../search/history';
import type { World } from '../search/world';

const PAUSE = 10 * 60_000;

/**
 * The same actions told once more, as they would be in a life: all protocols open what they open, and some minutes lie between
 * two acts. `keep`: which actions. Nothing if the engine no longer takes one of them.
 */
export function replayHistory(
  world: World,
  history: History,
  keep: (place: number) => boolean = () => true,
  pause = PAUSE,
): History | null {
  const names = new Map<string, string>();
  const [root] = chain(history);
  let told: History = { ...beginning(world), now: root?.now ?? history.now };
  let isFirst = true;
  let place = 0;
  for (const before of chain(history)) {
    const { action } = before;
    if (!action || !keep(place++)) continue;
    const waited = 'waitUntil' in action ? action.waitUntil - (before.before?.now ?? action.waitUntil) : 0;
    const now = told.now + (isFirst ? 0 : waited > 0 ? waited : pause);
    isFirst = false;
    const later: History = { ...told, now: waited > 0 ? told.now : now };
    const renamed = renamedAction(action, names, now);
    const after = renamed && continued(later, stateOf(world, later), renamed);
    if (!after && renamed && isOpenAlready(told, renamed)) {
      noteNames(entriesOf(before), told.journal, names);
      continue;
    }
    if (!after) return null;
    const made = after.history.journal.slice(told.journal.length);
    noteNames(entriesOf(before), made, names);
    told = { ...after.history, before: told };
  }
  return told;
}

const entriesOf = ({ before, journal }: History): readonly JournalEntry[] =>
  journal.slice(before?.journal.length ?? 0);

/** With all protocols in force a run may be there before a person opens it. */
function isOpenAlready({ journal }: History, action: CandidateAction): boolean {
  if ('waitUntil' in action || action.command.kind !== 'open-run') return false;
  const { protocol } = action.command;
  return journal.some((it) => it.kind === 'run-opened' && it.protocol === protocol);
}

function chain(history: History): readonly History[] {
  const all: History[] = [];
  for (let it: History | null = history; it; it = it.before) all.push(it);
  return all.reverse();
}

/** Ids come anew with each telling: what an entry or a run was called then, and what it is called now. */
function noteNames(
  then: readonly JournalEntry[],
  now: readonly JournalEntry[],
  names: Map<string, string>,
): void {
  then.forEach((entry, place) => {
    const same =
      entry.kind === 'run-opened'
        ? now.find((it) => it.kind === 'run-opened' && it.protocol === entry.protocol)
        : now[place];
    if (!same) return;
    names.set(entry.id, same.id);
    if (entry.kind === 'run-opened' && same.kind === 'run-opened') names.set(entry.runId, same.runId);
  });
}

function renamedAction(
  action: CandidateAction,
  names: ReadonlyMap<string, string>,
  now: number,
): CandidateAction | null {
  if ('waitUntil' in action) return { waitUntil: now };
  const command = { ...action.command } as Record<string, unknown>;
  for (const key of ['runId', 'entryId', 'confirms', 'sameAs']) {
    const then = command[key];
    if (typeof then !== 'string') continue;
    const name = names.get(then);
    if (name === undefined) return null;
    command[key] = name;
  }
  return { command: command as unknown as typeof action.command, actor: action.actor };
}
