import {
  applyEntry,
  availableSteps,
  type CaseState,
  compileProtocols,
  decide,
  foldCase,
  type JournalEntry,
} from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import { type CandidateAction, DOCUMENT, SHARED } from './bench-protocol';
import type { Contender } from './contender';

const set = compileProtocols(SHARED, [DOCUMENT]);
const territory: Territory = { code: '75', zone: 'Europe/Paris', isHoliday: () => false };
const MONDAY = Date.UTC(2025, 2, 3, 8);
const actor = { id: 'anna', roles: ['TS'] as const, inCharge: true };

/** Ids are handed to the engine; making them is not its work. */
const IDS = Array.from({ length: 4096 }, (_, i) => `id-${i}`);
let ids = 0;
const newId = (): string => IDS[ids++ & 4095] ?? '';
const context = { actor, now: MONDAY, newId, inForce: {} };

function start(): CaseState {
  const opened: JournalEntry = {
    kind: 'run-opened',
    id: 'opened',
    seq: 1,
    occurredAt: { from: MONDAY, to: MONDAY, precision: 'minute' },
    recordedAt: MONDAY,
    enteredBy: 'anna',
    runId: 'run',
    protocol: 'bench',
    version: '1.0.0',
  };
  return foldCase(set, [opened], { now: MONDAY, territory });
}

function playActions(actions: readonly CandidateAction[]): CaseState {
  let state = start();
  for (const action of actions) {
    const decision = decide(
      state,
      { kind: 'complete-step', runId: 'run', step: action.step, values: action.values },
      context,
    );
    if (!decision.ok) throw new Error(decision.reasons.map((it) => it.code).join());
    for (const entry of decision.entries) state = applyEntry(state, entry);
  }
  return state;
}

export const ours: Contender = {
  name: 'repere',
  note: 'decide + applyEntry for each deed, availableSteps at the end',
  runActions: (actions) => availableSteps(playActions(actions)).length,
  keepCase: (actions) => playActions(actions),
  keepState(actions) {
    const journal = playActions(actions).readFold().entries;
    return () => foldCase(set, journal, { now: MONDAY, territory });
  },
};
