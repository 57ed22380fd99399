import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import type { Verdict } from '@repere/protocol';
import { mapOf } from '../platform/answers/described-maps';
import { WordsDto } from '../platform/answers/words.dto';
import { ProtocolDocumentDto } from './document/protocol-document.dto';
import { SharedWordsDto, SourceDto } from './document/shared-document.dto';

export class ProtocolSummaryDto {
  @ApiProperty({ example: 'lost-key' })
  readonly protocol: string;

  @ApiProperty({ example: '1.0.0' })
  readonly version: string;

  @ApiProperty({ example: 'P1' })
  readonly code: string;

  @ApiProperty({ type: WordsDto })
  readonly title: WordsDto;

  @ApiProperty({ type: WordsDto })
  readonly purpose: WordsDto;

  @ApiProperty({ description: 'SHA-256 of its content, hex' })
  readonly hash: string;

  @ApiProperty({ type: 'integer' })
  readonly steps: number;

  @ApiProperty({ format: 'date-time' })
  readonly publishedAt: string;

  @ApiProperty({ description: 'Runs that open now are pinned to it' })
  readonly inForce: boolean;

  @ApiProperty({
    enum: ['proven', 'bounded', 'broken'],
    nullable: true,
    required: false,
    description: 'In the list: the worst that exploring found; null while it has not been explored',
  })
  readonly proof?: Verdict | null;
}

@ApiExtraModels(SourceDto)
export class ReadableProtocolDto extends ProtocolSummaryDto {
  @ApiProperty({ type: ProtocolDocumentDto, description: 'As in protocol.yaml, both languages joined' })
  readonly document: ProtocolDocumentDto;

  @ApiProperty({ type: SharedWordsDto })
  readonly shared: SharedWordsDto;

  @ApiProperty(mapOf(SourceDto, 'What `basis` cites, by code'))
  readonly sources: Readonly<Record<string, SourceDto>>;
}
