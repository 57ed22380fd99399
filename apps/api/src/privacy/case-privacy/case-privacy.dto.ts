import { ApiProperty } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { NamedDto } from '../../cases/page/case-file.dto';
import { shownText } from '../../platform/answers/shown';
import { ErasureDto, ObstacleDto } from '../erasure/erasures.dto';
import { LegalHoldDto } from '../holds/holds.dto';
import { SharingDto } from '../sharing/sharing.dto';

class MayKeepDto {
  @ApiProperty() readonly hold: boolean;
  @ApiProperty() readonly erase: boolean;
  @ApiProperty() readonly share: boolean;
  @ApiProperty() readonly request: boolean;
}

export class CasePrivacyDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ example: 'Europe/Paris' }) readonly zone: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly closedOn: string | null;
  @ApiProperty({ type: [LegalHoldDto] }) readonly holds: readonly LegalHoldDto[];
  @ApiProperty({ type: ErasureDto, nullable: true }) readonly erasure: ErasureDto | null;
  @ApiProperty({ type: [ObstacleDto] }) readonly obstacles: readonly ObstacleDto[];
  @ApiProperty({ type: [SharingDto] }) readonly sharing: readonly SharingDto[];
  @ApiProperty({ type: [NamedDto] }) readonly people: readonly NamedDto[];
  @ApiProperty({ type: MayKeepDto }) readonly may: MayKeepDto;
}
