import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';

/** Stands among the codes of danger for what nobody has weighed yet. */
export const TO_WEIGH = 'to_weigh';

export class CaseFileSearchDto {
  @ApiPropertyOptional({ description: 'A reference, beginnings of names, or a phone number' })
  @IsOptional()
  @PlainText(200, 0)
  readonly text?: string;

  @ApiPropertyOptional({ enum: ['mine', 'team'] })
  @IsOptional()
  @IsIn(['mine', 'team'])
  readonly scope?: 'mine' | 'team';

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  readonly late?: boolean;

  @ApiPropertyOptional({
    type: [String],
    maxItems: 10,
    description: `Codes of danger as it was last weighed; \`${TO_WEIGH}\`: of which nobody has weighed any, or not since one was seen`,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[a-z0-9_]{1,100}$/, { each: true })
  readonly danger?: readonly string[];

  @ApiPropertyOptional({ enum: ['danger', 'recent', 'due'], default: 'recent' })
  @IsOptional()
  @IsIn(['danger', 'recent', 'due'])
  readonly sort?: 'danger' | 'recent' | 'due';

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit?: number;
}
