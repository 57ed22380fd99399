import { ApiExtraModels, ApiProperty, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { RedactedDto } from '../../platform/answers/shown';

/** Nothing is known of it. */
export class UnknownAgeDto {
  @ApiProperty({ enum: ['unknown'] }) readonly kind: 'unknown';
}

export class ExactAgeDto {
  @ApiProperty({ enum: ['exact'] }) readonly kind: 'exact';
  @ApiProperty({ type: 'integer' }) readonly years: number;
}

export class AgeBetweenDto {
  @ApiProperty({ enum: ['between'] }) readonly kind: 'between';
  @ApiProperty({ type: 'integer' }) readonly low: number;
  @ApiProperty({ type: 'integer' }) readonly high: number;
  @ApiProperty() readonly isEstimated: boolean;
}

/** Even the latest birth date makes eighteen. */
export class PastEighteenDto {
  @ApiProperty({ enum: ['past18'] }) readonly kind: 'past18';
  @ApiProperty({ description: 'The day of that birthday' }) readonly on: string;
  @ApiProperty() readonly isEstimated: boolean;
}

const AGES = [UnknownAgeDto, ExactAgeDto, AgeBetweenDto, PastEighteenDto] as const;

/** On the class that has an age. */
export const HasAge = (): ClassDecorator => ApiExtraModels(...AGES, RedactedDto);

/** An age as it is today where the case is, or that it is redacted. */
export const AGE: ApiPropertyOptions = {
  oneOf: [...AGES, RedactedDto].map((it) => ({ $ref: getSchemaPath(it) })),
  description: 'The age, or that it is redacted',
};
