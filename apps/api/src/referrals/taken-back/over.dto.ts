import { ApiProperty } from '@nestjs/swagger';

/**
 * Why nothing is asked of a service any more. `withdrawn`: it was taken back. `found`: another service has the child, or the need is
 * met. `not-sought`: nobody looks any more. `goes-on`: of a question, since this service was told who the child is. `ended`: its time is
 * over, or it was said how it ended.
 */
export const OVER_WHYS = ['withdrawn', 'found', 'not-sought', 'goes-on', 'ended'] as const;
export type OverWhy = (typeof OVER_WHYS)[number];

/** Said to a service instead of vanishing, with nothing of the child. */
export class OverDto {
  @ApiProperty({ enum: OVER_WHYS }) readonly why: OverWhy;
  @ApiProperty({ format: 'date-time', description: 'Since when, to the minute' }) readonly at: string;
}

const MINUTE = 60_000;

/** To the minute: two services may compare. */
export const overSince = (why: OverWhy, at: number): OverDto => ({
  ...{ why, at: new Date(Math.floor(at / MINUTE) * MINUTE).toISOString() },
});
