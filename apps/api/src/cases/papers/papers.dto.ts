import { ApiProperty } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';

/** `call-card`: one page to carry. `judge`: what was done and decided, in order. `complete`: every step, every entry. */
export const PAPER_KINDS = ['call-card', 'judge', 'complete'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export class PrintPaperDto {
  @ApiProperty({ enum: PAPER_KINDS })
  @IsIn(PAPER_KINDS)
  readonly paper: PaperKind;
  @ApiProperty({
    enum: FIELD_CLASSES,
    isArray: true,
    description: 'Classes that it leaves out beside those that the reader may not see',
  })
  @IsArray()
  @ArrayUnique()
  @IsIn(FIELD_CLASSES, { each: true })
  readonly leftOut: readonly FieldClass[];
}
