import { ApiProperty } from '@nestjs/swagger';
import { SERVICE_NEEDS } from '@repere/directory';
import { GAP_REASONS, type GapReason } from '../answers/referral-state';
import { COUNTED_REASONS, LISTED_STANDINGS, type ListedStanding } from './unmet-needs.query';
import { NOT_NEEDED_REASONS, type NeedCode, type NotNeededReason } from '../entities/unmet-need-event.entity';

export const NEED_CODES = [...SERVICE_NEEDS, 'other'] as const satisfies readonly NeedCode[];

export class UnmetNeedDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({ example: 'RP-7K4M-2QX' }) readonly reference: string;
  @ApiProperty() readonly team: string;
  @ApiProperty({ enum: NEED_CODES, description: 'other: in words of a referral alone' })
  readonly need: NeedCode;
  @ApiProperty({ enum: [...GAP_REASONS, ...NOT_NEEDED_REASONS] })
  readonly reason: GapReason | NotNeededReason;
  @ApiProperty({
    enum: LISTED_STANDINGS,
    description:
      'open: services said no, or nothing; recorded: somebody said that nobody meets it; not-needed: somebody said that the child needs it no more, and no service was asked',
  })
  readonly standing: ListedStanding;
  @ApiProperty({ description: 'Services were asked for a place: their answers tell of it' })
  readonly isAsked: boolean;
  @ApiProperty({ format: 'date-time' }) readonly since: string;
}

export class UnmetCountDto {
  @ApiProperty({ enum: NEED_CODES }) readonly need: NeedCode;
  @ApiProperty({
    enum: COUNTED_REASONS,
    description:
      'age-gap: children whom services shut out by being sixteen or seventeen, beside what anybody answered (G05)',
  })
  readonly reason: (typeof COUNTED_REASONS)[number];
  @ApiProperty({ description: 'Children whose need is open still' }) readonly open: number;
  @ApiProperty({ description: 'Children of whom somebody said that nobody meets it' })
  readonly recorded: number;
}

export class UnmetInDepartmentDto {
  @ApiProperty({ example: '93', description: 'Official code of the département' })
  readonly territory: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: [UnmetCountDto], description: 'The most first' })
  readonly counts: readonly UnmetCountDto[];
}

export class UnmetNeedsDto {
  @ApiProperty({ type: [UnmetInDepartmentDto] }) readonly departments: readonly UnmetInDepartmentDto[];
  @ApiProperty({ type: [UnmetNeedDto], description: 'The oldest first' })
  readonly items: readonly UnmetNeedDto[];
  @ApiProperty({ description: 'Whether there are more than these' }) readonly hasMore: boolean;
}
