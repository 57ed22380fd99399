import { ApiProperty } from '@nestjs/swagger';
import type { VersionDiff } from '@repere/protocol';
import { WordsDto } from '../../platform/answers/words.dto';

export class VersionChangeDto {
  @ApiProperty({
    enum: [
      'step',
      'deadline',
      'condition',
      'approval',
      'field',
      'fact',
      'outcome',
      'opens',
      'safeguard',
      'limit',
      'text',
    ],
  })
  readonly what: VersionDiff['changes'][number]['what'];
  @ApiProperty({ enum: ['added', 'changed', 'removed', 'longer', 'shorter'] })
  readonly how: VersionDiff['changes'][number]['how'];
  @ApiProperty() readonly id: string;
  @ApiProperty({ enum: ['protects-more', 'protects-less', 'to-review', 'words'] })
  readonly effect: VersionDiff['changes'][number]['effect'];
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ required: false }) readonly before?: string;
  @ApiProperty({ required: false }) readonly after?: string;
}

export class ProtocolDiffDto implements VersionDiff {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly from: string;
  @ApiProperty() readonly to: string;
  @ApiProperty({ enum: ['patch', 'minor', 'major'] }) readonly kind: VersionDiff['kind'];
  @ApiProperty({ type: [VersionChangeDto], description: 'Gravest first' })
  readonly changes: readonly VersionChangeDto[];
}
