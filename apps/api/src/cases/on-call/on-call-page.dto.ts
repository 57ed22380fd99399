import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ON_CALL_KINDS, type OnCallKind } from '@repere/protocol';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { OnCallKindDto } from '../../directory/on-call/on-call.dto';

/** A call that was recorded in this case. */
export class CallMadeDto {
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly answered: boolean;
}

/** Whom to call, from which steps, and what calls came of it. */
export class StepCallDto extends OnCallKindDto {
  @ApiProperty({ type: [String], description: 'Steps of the run that say to call them' })
  readonly steps: readonly string[];
  @ApiProperty({ type: [CallMadeDto], description: 'The newest first' })
  readonly calls: readonly CallMadeDto[];
}

export class OnCallPageDto {
  @ApiProperty({ description: 'Name of the territory whose contacts these are' }) readonly territory: string;
  @ApiProperty({ example: 'Europe/Paris' }) readonly zone: string;
  @ApiProperty({ description: 'May record a call' }) readonly mayCall: boolean;
  @ApiProperty({ type: [StepCallDto], description: 'In the order of the steps' })
  readonly kinds: readonly StepCallDto[];
}

export class RecordCallDto {
  @ApiProperty({ enum: ON_CALL_KINDS }) @IsIn(ON_CALL_KINDS) readonly whom: OnCallKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'Left out: by a number that the directory has not' })
  @IsOptional()
  @IsUUID()
  readonly contactId?: string;

  @ApiProperty() @IsBoolean() readonly answered: boolean;
}
