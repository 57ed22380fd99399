import { ApiProperty } from '@nestjs/swagger';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { IsIn } from 'class-validator';
import { NOT_NEEDED_REASONS } from '../../entities/unmet-need-event.entity';

/** Why nobody is asked: somebody meets the need, the child needs it no more, or no service could be asked. */
export const UNASKED_REASONS = ['met', ...NOT_NEEDED_REASONS, 'no-service', 'age', 'language'] as const;
export type UnaskedReason = (typeof UNASKED_REASONS)[number];

export class CloseUnaskedDto {
  @ApiProperty({ enum: SERVICE_NEEDS, description: 'One for which services were looked for' })
  @IsIn(SERVICE_NEEDS)
  readonly need: ServiceNeed;

  @ApiProperty({
    enum: UNASKED_REASONS,
    description: 'no-service, age, language: nobody meets it, which is counted; else it is needed no more',
  })
  @IsIn(UNASKED_REASONS)
  readonly reason: UnaskedReason;
}

export class SaidOfNeedDto {
  @ApiProperty({ enum: UNASKED_REASONS }) readonly reason: UnaskedReason;
  @ApiProperty({ description: 'Who said it; empty: not open to this reader' }) readonly by: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
}

export class UnaskedNeedDto {
  @ApiProperty({ enum: SERVICE_NEEDS }) readonly need: ServiceNeed;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When somebody is to be asked (TOOL); null: somebody said what came of it',
  })
  readonly dueAt: string | null;
  @ApiProperty({ type: SaidOfNeedDto, nullable: true, description: 'What somebody said of it last' })
  readonly said: SaidOfNeedDto | null;
  @ApiProperty({ description: 'What was said ended it, until services shut the child out by age again' })
  readonly isOver: boolean;
}
