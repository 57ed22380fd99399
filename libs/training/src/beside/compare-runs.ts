import type { Text } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import type { LostPoint } from '../score/score-types';
import { listActs, type StepAct, type ToldRun } from './list-acts';
import { nameRuns } from './name-runs';

/** One act of the model run beside the same act of a class; one of them may be missing. */
export interface ActBeside {
  /** Of the act, the same in both. */
  readonly key: string;
  readonly title: Text;
  readonly basis: readonly string[];
  /** `null`: the model run does not do it, or not that often. */
  readonly model: StepAct | null;
  /** `null`: the class did not do it. */
  readonly group: StepAct | null;
  /** Keys of the points that were lost at this step, told at its first act. */
  readonly lost: readonly string[];
}

/** A class beside the model run, act by act, in the order of the model run; what only the class did stands where it happened. */
export function compareRuns(
  expected: readonly StepAct[],
  group: ToldRun,
  lost: readonly LostPoint[],
  scenario: TrainingScenario,
): readonly ActBeside[] {
  const done = new Map(listActs(group).map((act) => [act.key, act] as const));
  const keys = new Set(expected.map(({ key }) => key));
  const pairs = [
    ...expected.map((act) => ({ model: act, group: done.get(act.key) ?? null })),
    ...[...done.values()].filter(({ key }) => !keys.has(key)).map((act) => ({ model: null, group: act })),
  ];
  const isAbout = placesOfLost(group, scenario);
  const told = new Set<string>();
  return pairs
    .map((pair) => ({ ...pair, act: pair.model ?? pair.group }))
    .sort((a, b) => (a.act?.at ?? 0) - (b.act?.at ?? 0))
    .flatMap(({ act, ...pair }) => {
      if (!act) return [];
      const here = lost.filter((point) => !told.has(point.key) && isAbout(point, act.name));
      for (const { key } of here) told.add(key);
      return [
        {
          ...{ key: act.key, title: act.title, basis: act.basis },
          ...{ ...pair, lost: here.map(({ key }) => key) },
        },
      ];
    });
}

/** Whether a point was lost at a step: that of the point, or one that its expectation looks for. */
function placesOfLost(
  { journal }: ToldRun,
  { expectations }: TrainingScenario,
): (lost: LostPoint, name: string) => boolean {
  const runs = nameRuns(journal);
  const looksFor = new Map(
    expectations.map(({ id, order, expect }) => [
      `expectations:${id}`,
      // Of an order, what has to come first.
      order ? order.slice(0, 1) : Object.keys(expect?.steps ?? {}),
    ]),
  );
  return ({ key, runId, step, places }, name) =>
    runId !== undefined && step !== undefined
      ? (places ?? [{ runId, step }]).some((it) => name === `${runs.get(it.runId) ?? ''}.${it.step}`)
      : (looksFor.get(key) ?? []).some((it) => name === it || name.endsWith(`.${it}`));
}
