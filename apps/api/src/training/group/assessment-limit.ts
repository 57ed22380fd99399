import { machineNow } from '../../platform/clocks';
import type { SpaceClassRow } from '../../platform/spaces/space-class-rows';
import type { Space } from '../../platform/spaces/spaces';
import type { AssessmentLimitDto } from './assessment-limit.dto';

/** `null`: the class works without one. */
export function limitOf({
  limit_minutes: minutes,
  limit_until: until,
}: SpaceClassRow): AssessmentLimitDto | null {
  if (minutes === null) return null;
  const left = until === null ? null : Math.max(0, Math.ceil((until.getTime() - machineNow()) / 1000));
  return { minutes, until: until?.toISOString() ?? null, secondsLeft: left };
}

/** When an assessment that is over ended; `null`: there is none, or it goes on. */
export interface AssessmentEnd {
  /** Epoch ms, by the machine's clock. */
  readonly until: number;
  /** Where the space's clock stood then. */
  readonly at: number;
}

export function endOf(row: SpaceClassRow, { clockOffsetMs, fixedNow }: Space): AssessmentEnd | null {
  const until = row.limit_until?.getTime() ?? Infinity;
  if (until > machineNow()) return null;
  return { until, at: row.limit_clock?.getTime() ?? fixedNow ?? until + clockOffsetMs };
}
