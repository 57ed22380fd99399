import { AlertEntity } from '../entities/projections/alert.entity';
import { CaseFactEntity } from '../entities/projections/case-fact.entity';
import { DeadlineEntity } from '../entities/projections/deadline.entity';
import { DeviationEntity } from '../entities/projections/deviation.entity';
import { RunEntity } from '../entities/projections/run.entity';
import { StepConformanceEntity } from '../entities/projections/step-conformance.entity';
import { StepStateEntity } from '../entities/projections/step-state.entity';
import { WorkLineEntity } from '../entities/projections/work-line.entity';
import { projection, type ProjectedRow, type Projection } from './projection';

/** Every table that follows from a case's journal, by its name. What is projected has rows for each, or does not compile. */
export const PROJECTIONS = {
  run: projection(RunEntity, { kept: ['protocol'], isKept: true }),
  step_state: projection(StepStateEntity, { kept: ['protocol'] }),
  deadline: projection(DeadlineEntity, { kept: ['protocol'] }),
  work_line: projection(WorkLineEntity, { kept: ['protocol'] }),
  case_fact: projection(CaseFactEntity, { keyInCase: ['runId', 'fact'] }),
  alert: projection(AlertEntity, { kept: ['runId', 'step', 'entryId', 'kind'] }),
  step_conformance: projection(StepConformanceEntity),
  deviation: projection(DeviationEntity),
} as const satisfies Readonly<Record<string, Projection>>;

/** Name of a table that is projected. */
export type ProjectedTable = keyof typeof PROJECTIONS;

export const PROJECTED_TABLES = Object.keys(PROJECTIONS) as readonly ProjectedTable[];

/** Rows of each of them. */
export type ProjectedRows = {
  readonly [T in ProjectedTable]: (typeof PROJECTIONS)[T] extends Projection<infer E>
    ? readonly ProjectedRow<E>[]
    : never;
};
