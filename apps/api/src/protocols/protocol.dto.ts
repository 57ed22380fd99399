import { ApiProperty } from '@nestjs/swagger';
import type { ProtocolSummary, ReadableProtocol } from '@repere/cases';
import { WordsDto } from '../platform/words.dto';

export class ProtocolSummaryDto implements ProtocolSummary {
  @ApiProperty({ example: 'identification' })
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
  readonly proof?: ProtocolSummary['proof'];
}

export class ReadableProtocolDto extends ProtocolSummaryDto implements ReadableProtocol {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As in protocol.yaml, both languages joined',
  })
  readonly document: ReadableProtocol['document'];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Facts, reasons, evidence and moments that protocols share',
  })
  readonly shared: ReadableProtocol['shared'];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What `basis` cites, by code' })
  readonly sources: ReadableProtocol['sources'];
}
