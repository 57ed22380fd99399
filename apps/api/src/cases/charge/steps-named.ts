import type { StepView } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';
import type { ChargeStepDto, ChargeDueStepDto } from './charge.dto';

/** A step of the case with its run. */
export interface StepOfRun {
  readonly runId: string;
  readonly protocol: string;
  readonly step: StepView;
}

/** The steps of a case that are called so, `protocol.step`; of one run alone where that is said. */
export const stepsNamed = ({ view }: LoadedCase, name: string, only?: string): readonly StepOfRun[] =>
  view.runs
    .filter(({ runId }) => only === undefined || runId === only)
    .flatMap(({ runId, protocol, steps }) =>
      steps.filter(({ id }) => `${protocol}.${id}` === name).map((step) => ({ runId, protocol, step })),
    );

export const showStep = ({ runId, step }: StepOfRun): ChargeStepDto => ({
  runId,
  step: step.id,
  title: step.title,
});

/** The step with when it is due, as long as it runs. */
export function dueStep(of: StepOfRun, now: number): ChargeDueStepDto {
  const { deadline } = of.step;
  const running = deadline?.metAt === null ? deadline : null;
  const lateFrom = running?.lateFrom ?? running?.dueAt ?? null;
  return {
    ...showStep(of),
    dueAt: typeof running?.dueAt === 'number' ? new Date(running.dueAt).toISOString() : null,
    atOnce: running?.atOnce ?? false,
    isLate: lateFrom !== null && lateFrom <= now,
    origin: running?.origin ?? null,
  };
}
