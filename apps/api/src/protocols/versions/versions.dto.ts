import { ApiProperty } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import { WordsDto } from '../../platform/answers/words.dto';
import { ProtocolDocumentDto } from '../document/protocol-document.dto';
import { SharedDocumentDto } from '../document/shared-document.dto';
import { ExploreReportDto } from './explore-report.dto';

export class OverlayOfVersionDto {
  @ApiProperty({ example: '93', description: 'INSEE code' }) readonly territory: string;
  @ApiProperty({ example: '1.0.0+93' }) readonly version: string;
  @ApiProperty() readonly hash: string;
}

export class LossOfProofsDto {
  @ApiProperty({ type: [WordsDto], description: 'Promises that were proven of the version before it' })
  readonly titles: readonly WordsDto[];
  @ApiProperty({ description: 'A third person: neither author nor approver' }) readonly by: string;
  @ApiProperty() readonly reason: string;
}

export class VersionRecordDto {
  @ApiProperty({ example: 'lost-key' }) readonly protocol: string;
  @ApiProperty({ example: '1.0.0' }) readonly version: string;
  @ApiProperty({ description: 'SHA-256 of its content, hex' }) readonly hash: string;
  @ApiProperty({ format: 'date-time' }) readonly publishedAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: came with the product' })
  readonly publishedBy: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The second person' })
  readonly approvedBy: string | null;
  @ApiProperty({ type: LossOfProofsDto, nullable: true }) readonly loss: LossOfProofsDto | null;
  @ApiProperty({ format: 'date-time' }) readonly inForceFrom: string;
  @ApiProperty() readonly inForce: boolean;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly changeNotes: WordsDto | null;
  @ApiProperty({ type: [OverlayOfVersionDto] }) readonly overlays: readonly OverlayOfVersionDto[];
}

export class ProofOfVersionDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly exploredAt: string | null;
  @ApiProperty({ type: ExploreReportDto, nullable: true, description: 'Findings about this protocol' })
  readonly report: ExploreReportDto | null;
}

export class ProtocolExampleDto {
  @ApiProperty({ example: '01-margins-overlap' }) readonly id: string;
  @ApiProperty({ type: WordsDto, description: 'What happens, in a few words' }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly story: WordsDto;
  @ApiProperty({ description: "The file's text" }) readonly yaml: string;
}

export class EngineBundleDto {
  @ApiProperty({ type: SharedDocumentDto }) readonly shared: SharedDocumentDto;
  @ApiProperty({ type: [ProtocolDocumentDto] }) readonly documents: readonly ProtocolDocumentDto[];
}

export class BundleQueryDto {
  @ApiProperty({ example: 'lost-key@1.0.0,night@1.0.0' })
  @MaxLength(2_000)
  @Matches(/^[a-z][a-z0-9-]{0,63}@[0-9][\w.+-]{0,40}(,[a-z][a-z0-9-]{0,63}@[0-9][\w.+-]{0,40}){0,30}$/)
  readonly versions: string;
}

export class VersionFilesDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty() readonly hash: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'By path inside the folder of the version',
  })
  readonly files: Readonly<Record<string, string>>;
}

export class SharedFilesDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '`facts.yaml`, `sources.yaml`, `parts.yaml` and what stands beside them',
  })
  readonly files: Readonly<Record<string, string>>;
}
