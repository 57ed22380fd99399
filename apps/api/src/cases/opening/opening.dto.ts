import { ApiProperty } from '@nestjs/swagger';
import { type Likeness, LIKENESS_CODES } from '@repere/cases';
import { WordsDto } from '../../platform/answers/words.dto';

export class LikenessDto {
  @ApiProperty({ enum: LIKENESS_CODES }) readonly code: Likeness['code'];
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

export class DuplicateMatchDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty() readonly calledName: string;
  @ApiProperty({ required: false }) readonly birth?: string;
  @ApiProperty({ type: String, nullable: true }) readonly lead: string | null;
  @ApiProperty({ type: [LikenessDto] }) readonly why: readonly LikenessDto[];
}

export class DuplicateMatchesDto {
  @ApiProperty({ type: [DuplicateMatchDto] }) readonly items: readonly DuplicateMatchDto[];
}
