import type { LoadedCase } from '../reading/loaded-case';
import type { PossibleStepDto } from './case-file.dto';

/** Steps of protocols that were open already which can be done since, but for the one that was just done. */
export function madePossible(
  before: LoadedCase,
  after: LoadedCase,
  about: { readonly runId: string; readonly step: string } | null,
): readonly PossibleStepDto[] {
  const known = new Set(readySteps(before).map(({ key }) => key));
  return readySteps(after)
    .filter(({ key, runId, step }) => {
      const isAct = runId === about?.runId && step === about.step;
      return !known.has(key) && !isAct && before.hasRun(runId);
    })
    .flatMap(({ runId, step }) => {
      const title = after.findStep(runId, step)?.title;
      return title ? [{ runId, step, title }] : [];
    });
}

const readySteps = ({ view }: LoadedCase) =>
  view.runs.flatMap(({ runId, steps }) =>
    steps.filter((it) => it.state === 'ready').map(({ id }) => ({ key: `${runId}/${id}`, runId, step: id })),
  );
