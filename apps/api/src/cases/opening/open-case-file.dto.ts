import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Part, Parts } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { ChildDto } from './child.dto';

export class NotDuplicateDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly caseFileId: string;

  @ApiProperty({ description: 'Why it is another child' })
  @PlainText(1_000)
  readonly why: string;
}

export class OpenCaseFileDto {
  @ApiProperty({ format: 'uuid', description: 'Made by the client, in small letters' })
  @IsUUID()
  @Matches(/^[0-9a-f-]+$/)
  readonly id: string;

  @ApiProperty({ type: ChildDto })
  @Part(() => ChildDto)
  readonly child: ChildDto;

  @ApiProperty({ enum: ['yes', 'no', 'unknown', 'not-asked'] })
  @IsIn(['yes', 'no', 'unknown', 'not-asked'])
  readonly urgentDangerSeen: 'yes' | 'no' | 'unknown' | 'not-asked';

  @ApiPropertyOptional({ description: 'When the child was first met: ISO 8601 instant or EDTF date' })
  @IsOptional()
  @Matches(/^[\dTZ:+.~/-]{4,40}$/)
  readonly firstContactAt?: string;

  @ApiProperty({ type: [NotDuplicateDto], maxItems: 50 })
  @Parts(() => NotDuplicateDto, 50)
  readonly notDuplicates: readonly NotDuplicateDto[];
}

export class DuplicateSearchDto {
  @ApiProperty({ type: ChildDto })
  @Part(() => ChildDto)
  readonly child: ChildDto;
}
