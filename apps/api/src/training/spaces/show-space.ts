import type { Words } from '@repere/cases';
import { spaceNow } from '../../platform/clocks';
import type { LoadRow } from '../../platform/spaces/making/load-rows';
import type { MomentRow } from '../../platform/spaces/making/moment-rows';
import type { TrainingSpaceRow } from '../../platform/spaces/making/training-space-rows';
import type { LoadDto } from '../loads/loads.dto';
import type { KeptMomentDto, TrainingSpaceDto } from './training-spaces.dto';

export const showSpace = (
  row: TrainingSpaceRow,
  title: Words | null,
  moments: readonly MomentRow[] = [],
  loads: readonly LoadRow[] = [],
): TrainingSpaceDto => ({
  key: row.key,
  title: row.title,
  state: row.state,
  isTriedAgain: row.is_tried_again,
  scenario: row.scenario,
  scenarioTitle: title,
  mode: row.mode,
  minutes: row.limit_minutes,
  now: new Date(
    spaceNow({ clockOffsetMs: Number(row.clock_offset_ms), fixedNow: row.fixed_now?.getTime() ?? null }),
  ).toISOString(),
  enteredAt: row.entered_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  endsSoon: row.ends_soon,
  branchOf:
    row.branch_of === null || row.branched_at === null
      ? null
      : { key: row.branch_of, at: row.branched_at.toISOString() },
  moments: moments.filter(({ key }) => key === row.key).map(showMoment),
  load: showLoad(loads.find(({ key }) => key === row.key)),
});

const showLoad = (load: LoadRow | undefined): LoadDto | null =>
  load ? { cases: load.cases, seed: load.seed, done: load.done, state: load.state } : null;

export const showMoment = ({
  id,
  title,
  state,
  at,
  is_automatic: isAutomatic,
}: MomentRow): KeptMomentDto => ({
  id,
  title,
  state,
  at: at?.toISOString() ?? null,
  isAutomatic,
});
