import { ApiProperty } from '@nestjs/swagger';
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_STATES,
  type AppointmentKind,
  type AppointmentState,
  CLASHES,
  type ClashKind,
  MISSING_PARTS,
  type MissingPart,
} from '@repere/cases';

export class ClashDto {
  @ApiProperty({ enum: CLASHES }) readonly kind: ClashKind;
  @ApiProperty({ description: '`false`: the hour of one of them is not known' }) readonly isSure: boolean;
}

/** What is known of an appointment without opening any words. */
export class AppointmentOutlineDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: APPOINTMENT_KINDS }) readonly kind: AppointmentKind;
  @ApiProperty({ enum: APPOINTMENT_STATES }) readonly state: AppointmentState;
  @ApiProperty({ format: 'date', description: 'By the clocks of the case' }) readonly day: string;
  @ApiProperty({ type: String, nullable: true, example: '09:30', description: '`null`: not known yet' })
  readonly hour: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly minutes: number | null;
  @ApiProperty({ enum: MISSING_PARTS, isArray: true, description: 'What nobody has settled yet' })
  readonly missing: readonly MissingPart[];
  @ApiProperty({ type: [ClashDto], description: 'Within what the reader sees' })
  readonly clashes: readonly ClashDto[];
}
