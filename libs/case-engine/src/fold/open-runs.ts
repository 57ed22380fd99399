import { dueTime } from '../deadlines/due-times';
import { type Occurrence, occurrenceAt } from '@repere/feel';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import { occurrenceOf } from '../facts/entry-status';
import { applyDecided, type CaseState } from './case-state';
import type { DecideContext } from '../journal/engine-types';
import type { JournalEntry, RunOpened } from '../journal/journal-entry';
import { startOf } from '../deadlines/deadline-start';
import { entryBase } from '../journal/entry-base';
import { testIn } from '../steps/step-state';
import { type CompiledOpens, findProtocol } from '../compile/protocol-set';

/** A run that an `opens` line brings about: at once, or at a moment that its delay sets. */
export interface Opening {
  readonly run: RunFold;
  readonly opens: CompiledOpens;
  /** The entry that counts as its cause: another opening for the same one is not due. */
  readonly trigger: number;
  readonly at: number;
  readonly occurredAt: Occurrence;
}

/** Entries that open runs, as things stand, one bringing about the next. `before`: what already held, see `holding`. */
export function openRuns(
  state: CaseState,
  context: Pick<DecideContext, 'now' | 'newId' | 'inForce'>,
  enteredBy: string,
  before: ReadonlySet<string>,
): JournalEntry[] {
  const entries: JournalEntry[] = [];
  const opened = new Set<string>();
  let current = state;
  for (;;) {
    const fold = current.readFold();
    const found = findOpening(fold, before, opened, context.inForce);
    if (!found) return entries;
    const entry = runOpened(fold, found, context, enteredBy);
    opened.add(keyOf(found.run, found.opens)).add(entry.protocol);
    entries.push(entry);
    current = applyDecided(current, entry);
  }
}

/** The `opens` lines that hold now: one that opens again must have stopped holding in between. */
export function holding(fold: CaseFold): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const run of fold.runs) {
    for (const opens of run.protocol.opens) {
      if (opens.definition.again && opens.delay === null && holds(fold, run, opens))
        keys.add(keyOf(run, opens));
    }
  }
  return keys;
}

/** Openings that only time still keeps back. */
export function scheduledOpenings(fold: CaseFold): readonly Opening[] {
  return candidates(fold).filter((it) => it.at > fold.now);
}

function findOpening(
  fold: CaseFold,
  before: ReadonlySet<string>,
  opened: ReadonlySet<string>,
  inForce: Readonly<Record<string, string>>,
): Opening | undefined {
  return candidates(fold).find(({ run, opens, at }) => {
    const { protocol, again } = opens.definition;
    const key = keyOf(run, opens);
    const version = inForce[protocol];
    if (at > fold.now || opened.has(key)) return false;
    if (version === undefined || !findProtocol(fold.set, protocol, version)) return false;
    if (again && opens.delay === null && before.has(key) && openedBy(fold, run, opens).length > 0)
      return false;
    return again || !opened.has(protocol);
  });
}

function candidates(fold: CaseFold): readonly Opening[] {
  const found: Opening[] = [];
  for (const run of fold.runs) {
    for (const opens of run.protocol.opens) {
      const opening = candidate(fold, run, opens);
      if (opening) found.push(opening);
    }
  }
  return found;
}

function candidate(fold: CaseFold, run: RunFold, opens: CompiledOpens): Opening | undefined {
  const { definition, delay } = opens;
  const earlier = openedBy(fold, run, opens);
  if (earlier.length > 0 && !definition.again) return undefined;
  if (isRunning(fold, definition.protocol) && recursOnce(fold, definition.protocol)) return undefined;
  const trigger = triggerOf(fold, run, opens);
  const cause = fold.entries[trigger];
  if (!cause || earlier.some((it) => it.because?.entryId === cause.id)) return undefined;
  if (!holds(fold, run, opens)) return undefined;
  const occurredAt = occurrenceOf(fold, trigger);
  if (!delay) return { run, opens, trigger, at: fold.now, occurredAt };
  const start = startOf(fold, run, delay.start, -1);
  if (start === null) return undefined;
  const at = dueTime(start, delay.after, fold.territory).dueAt;
  return { run, opens, trigger, at, occurredAt: occurrenceAt(at) };
}

/** A delay counts from something: that is the cause. Without one, it is whatever was recorded last. */
function triggerOf(fold: CaseFold, run: RunFold, { delay }: CompiledOpens): number {
  switch (delay?.start.kind) {
    case undefined:
      return fold.entries.length - 1;
    case 'run':
      return run.opened;
    case 'step':
      return run.last[delay?.start.kind === 'step' ? delay.start.step : -1] ?? -1;
    case 'fact': {
      const fact = delay?.start.kind === 'fact' ? delay.start.fact : undefined;
      return (fact?.isShared ? fold.facts : run.facts).entries[fact?.slot ?? -1] ?? -1;
    }
  }
}

/** `when` must be exactly true; `unless` does not wait: it holds back only what it exactly excludes. */
function holds(fold: CaseFold, run: RunFold, { when, unless }: CompiledOpens): boolean {
  if (unless !== null && testIn(fold, run, -1, unless) === true) return false;
  return when === null || testIn(fold, run, -1, when) === true;
}

function openedBy(fold: CaseFold, run: RunFold, opens: CompiledOpens): readonly RunOpened[] {
  return fold.runs.flatMap((it) => {
    const entry = fold.entries[it.opened];
    return entry?.kind === 'run-opened' &&
      entry.because?.runId === run.runId &&
      entry.because.opens === opens.definition.id
      ? [entry]
      : [];
  });
}

function isRunning(fold: CaseFold, protocol: string): boolean {
  return fold.runs.some((it) => it.protocol.id === protocol);
}

/** Whether a case has one run of this protocol at most. */
function recursOnce(fold: CaseFold, protocol: string): boolean {
  const run = fold.runs.find((it) => it.protocol.id === protocol);
  return run?.protocol.document.runs === 'one';
}

function keyOf(run: RunFold, opens: CompiledOpens): string {
  return `${run.runId}/${opens.definition.id}`;
}

function runOpened(
  fold: CaseFold,
  { run, opens, trigger, occurredAt }: Opening,
  context: Pick<DecideContext, 'now' | 'newId' | 'inForce'>,
  enteredBy: string,
): RunOpened {
  const { protocol, id } = opens.definition;
  return {
    kind: 'run-opened',
    ...entryBase(fold, context, enteredBy, occurredAt),
    runId: context.newId(),
    protocol,
    version: context.inForce[protocol] ?? '',
    because: { runId: run.runId, opens: id, entryId: fold.entries[trigger]?.id ?? '' },
  };
}
