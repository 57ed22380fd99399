import { ApiProperty } from '@nestjs/swagger';
import { ERASURE_GROUNDS, type ErasureGround } from '@repere/privacy';
import { IsIn, Matches } from 'class-validator';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';

export class ProposeErasureDto {
  @ApiProperty({ enum: ERASURE_GROUNDS })
  @IsIn(ERASURE_GROUNDS)
  readonly ground: ErasureGround;

  @ApiProperty({ description: 'The decision that it stands on; no name: it is kept for ever' })
  @PlainText(1_000)
  readonly basis: string;
}

export class ApproveErasureDto {
  @ApiProperty({ description: 'Of the erasure as it was seen: void once the case has changed' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly hash: string;
}

export class ObstacleDto {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

class MaySettleDto {
  @ApiProperty() readonly approve: boolean;
  @ApiProperty() readonly withdraw: boolean;
}

export class ErasureDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'EF-2026-9C41A0B7' }) readonly reference: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '`null` once erased' })
  readonly caseFileId: string | null;
  @ApiProperty() readonly caseReference: string;
  @ApiProperty({ enum: ERASURE_GROUNDS }) readonly ground: ErasureGround;
  @ApiProperty({ type: WordsDto }) readonly groundWords: WordsDto;
  @ApiProperty() readonly basis: string;
  @ApiProperty({ type: NamedDto }) readonly proposedBy: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly proposedAt: string;
  @ApiProperty({ enum: ['proposed', 'void', 'done', 'refused', 'withdrawn'] })
  readonly state: 'proposed' | 'void' | 'done' | 'refused' | 'withdrawn';
  @ApiProperty({ type: NamedDto, nullable: true }) readonly settledBy: NamedDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly settledAt: string | null;
  @ApiProperty({ description: 'SHA-256 of what is approved: the case as it was proposed' })
  readonly hash: string;
  @ApiProperty({ type: [ObstacleDto] }) readonly obstacles: readonly ObstacleDto[];
  @ApiProperty({ type: MaySettleDto }) readonly may: MaySettleDto;
}

export class ErasurePageDto {
  @ApiProperty({ type: [ErasureDto] }) readonly items: readonly ErasureDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
