import { isUnchanged, type RunTrial } from '@repere/case-engine';
import type { KeptTrial, Tallies } from './dry-run-row';

/** The counts with these trials in them. */
export function tallyTrials(counts: Tallies, trials: readonly RunTrial[]): Tallies {
  const add = (
    tally: Readonly<Record<string, number>>,
    keys: readonly string[],
  ): Readonly<Record<string, number>> => {
    const sum = { ...tally };
    for (const key of keys) sum[key] = (sum[key] ?? 0) + 1;
    return sum;
  };
  const steps = (of: 'gains' | 'loses' | 'toConfirm'): readonly string[] =>
    trials.flatMap((trial) => trial[of].map(({ step }) => step));
  const changed = trials.filter((trial) => !isUnchanged(trial)).length;
  return {
    changed: counts.changed + changed,
    unchanged: counts.unchanged + trials.length - changed,
    gains: add(counts.gains, steps('gains')),
    loses: add(counts.loses, steps('loses')),
    passed: add(
      counts.passed,
      trials.flatMap(({ passed }) => passed.map(({ step, origin }) => `${step} ${origin}`)),
    ),
    toConfirm: add(counts.toConfirm, steps('toConfirm')),
  };
}

/** The part of a trial that is kept. */
export function keptTrial({ from, to, outcome, ...trial }: RunTrial): KeptTrial {
  const change = ({ step, before, after }: RunTrial['gains'][number]) => ({ step, before, after });
  return {
    from,
    to,
    gains: trial.gains.map(change),
    loses: trial.loses.map(change),
    differs: trial.differs.map(change),
    passed: trial.passed,
    toConfirm: trial.toConfirm.map(({ step }) => step),
    leftBehind: trial.leftBehind.map(({ fact }) => fact),
    outcome: { before: outcome.before, after: outcome.after },
  };
}
