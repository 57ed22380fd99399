import { type Territory, type Text, TooMuchWorkError } from '@repere/feel';
import { describeEntry, type DescribedEntry } from '../view/describe-entry';
import type { CaseState } from '../fold/case-state';
import type { Reason } from '../journal/engine-types';
import { commandOf } from './example-command';
import { roleOf } from './example-people';
import { Scenario } from './scenario';
import { type Example, ROLE_WORDS } from '@repere/protocol';
import type { ProtocolSet } from '../compile/protocol-set';
import { beginScenario, playLines } from './play-lines';
import { type Expected, renderExpectation } from './render-expectation';

/** A worked example at one of its moments: what was just done, where the case stands, what the story expects there. */
export interface PlayedMoment {
  /** Epoch milliseconds, by the story's clock. */
  readonly at: number;
  /** What came into the journal since the moment before, in words. */
  readonly acts: readonly DescribedEntry[];
  /** An act that was tried and refused, with what the engine said. */
  readonly refused: { readonly who: Text; readonly reasons: readonly Reason[] } | null;
  readonly expected: readonly Expected[];
  /** Ask it with `viewCase` and `explain`. */
  readonly state: CaseState;
}

export type PlayedExample =
  | { readonly ok: true; readonly moments: readonly PlayedMoment[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * A worked example, moment by moment, with the case as it stood at each: the beginning, then one a line. The same telling as
 * `runExample`; its protocols, and those that they open, must be in the set. Never throws on what a story says.
 */
export function playExample(set: ProtocolSet, example: Example, territory: Territory): PlayedExample {
  try {
    return playWithinBudget(set, example, territory);
  } catch (error) {
    if (error instanceof TooMuchWorkError) return { ok: false, problems: [error.reason.en] };
    throw error;
  }
}

function playWithinBudget(set: ProtocolSet, example: Example, territory: Territory): PlayedExample {
  const scenario = beginScenario(set, example, territory);
  if (!(scenario instanceof Scenario)) return { ok: false, problems: scenario };
  let told = 0;
  const moment = (more: Pick<PlayedMoment, 'refused' | 'expected'>): PlayedMoment => {
    const runs = new Map(scenario.fold.runs.map(({ runId, protocol }) => [runId, protocol] as const));
    const fresh = scenario.journal.slice(told);
    told = scenario.journal.length;
    return {
      at: scenario.now,
      // A story is put into its own journal as a note.
      acts: fresh
        .filter((it) => it.kind !== 'note-added' || it.enteredBy !== 'story')
        .map((entry) => describeEntry(set, runs, entry)),
      state: scenario.state,
      ...more,
    };
  };
  const moments = [moment({ refused: null, expected: [] })];
  for (const { line, refused } of playLines(scenario)) {
    const asked = refused.length > 0 ? commandOf(scenario, line) : '';
    const who = typeof asked === 'string' ? 'TS' : asked.actor.id;
    moments.push(
      moment({
        refused: refused.length > 0 ? { who: ROLE_WORDS[roleOf(who)], reasons: refused } : null,
        expected: line.expect ? renderExpectation(scenario, line.expect) : [],
      }),
    );
  }
  return { ok: true, moments };
}
