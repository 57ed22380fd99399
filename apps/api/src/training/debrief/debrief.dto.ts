import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export const DEBRIEF_LANGUAGES = ['fr', 'en'] as const;
export type DebriefLanguage = (typeof DEBRIEF_LANGUAGES)[number];

const NOTES = ['with', 'without'] as const;

export class DebriefQueryDto {
  @ApiPropertyOptional({ enum: DEBRIEF_LANGUAGES, default: 'fr' })
  @IsOptional()
  @IsIn(DEBRIEF_LANGUAGES)
  readonly language?: DebriefLanguage;

  @ApiPropertyOptional({
    ...{ enum: NOTES, default: 'without' },
    description: 'Whether what whoever leads noted for themselves stands in it; for them alone',
  })
  @IsOptional()
  @IsIn(NOTES)
  readonly notes?: (typeof NOTES)[number];
}
