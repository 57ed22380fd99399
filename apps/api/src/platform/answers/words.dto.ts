import { ApiProperty } from '@nestjs/swagger';
import type { Words } from '@repere/cases';

export class WordsDto implements Words {
  @ApiProperty()
  readonly fr: string;

  @ApiProperty()
  readonly en: string;
}
