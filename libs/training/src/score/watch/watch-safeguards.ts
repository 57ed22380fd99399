import { type Reason, type Scenario, viewCase } from '@repere/case-engine';
import { text } from '@repere/feel';
import type { Attempt } from '../../practice/practice-act';
import { BREACH_COSTS, type CountedPart, type LostPoint } from '../score-types';
import { nameStep } from '../name-step';
import { isGuard } from '../refused-act';
import type { RunWatcher } from '../replay-run';

/** Safeguards that were broken at some moment, each once. None in a protocol that is right. */
export class SafeguardWatcher implements RunWatcher {
  private readonly lost = new Map<string, LostPoint>();

  readonly after = (played: Scenario): void => {
    for (const run of viewCase(played.state).runs)
      for (const { id, title, basis } of run.brokenSafeguards ?? []) {
        const key = `safeguards:${run.protocol}.${id}`;
        if (this.lost.has(key)) continue;
        const why = text(`Garde-fou rompu : ${title.fr}.`, `Safeguard broken: ${title.en}.`);
        this.lost.set(key, {
          ...{ key, part: 'safeguards', points: BREACH_COSTS, at: played.now, runId: run.runId },
          ...{ title, why, basis },
        });
      }
  };

  counted(): CountedPart {
    return { of: 0, lost: [...this.lost.values()] };
  }
}

/** What was tried against a guard and refused: once a step, with the guard's own words. */
export function countAttempts(played: Scenario, attempts: readonly Attempt[]): CountedPart {
  const lost = new Map<string, LostPoint>();
  for (const { at, runId, step, reasons } of attempts) {
    const guard = reasons.find(({ code }) => isGuard(code));
    const run = played.fold.findRun(runId);
    const definition = run?.protocol.steps[run.indexOf(step)]?.definition;
    if (!guard || !definition) continue;
    const key = `safeguards:${nameStep(played.fold, runId, step)}`;
    if (!lost.has(key))
      lost.set(key, { key, at, runId, step, title: definition.title, ...lostTo(guard, definition.basis) });
  }
  return { of: 0, lost: [...lost.values()] };
}

const lostTo = (guard: Reason, basis: readonly string[]) => ({
  part: 'safeguards' as const,
  points: BREACH_COSTS,
  why: text(`Essayé, et refusé : ${guard.text.fr}`, `Tried, and refused: ${guard.text.en}`),
  basis: guard.basis ?? basis,
});
