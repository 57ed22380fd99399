import { MASK } from '@repere/cases';
import { isOfPlainCharacters } from '@repere/protocol';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';

/**
 * Whether a text holds only what people write: no control characters but line breaks and tabs, no half characters; and no
 * mask, which stands for words that its writer was not shown and would take their place.
 */
export const isPlainText = (text: string): boolean => isOfPlainCharacters(text) && !text.includes(MASK);

/** Something that can be seen: a reason of blanks, or of signs without width, is none. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const Visible = (each: boolean): PropertyDecorator =>
  ValidateBy(
    {
      name: 'visibleText',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || value === '' || VISIBLE.test(value),
      },
    },
    { each },
  );

/**
 * A text of `min` to `max` characters that people write, and can read. The description of the interface gets both numbers from
 * here; an `@ApiProperty` above may say others, where what is taken and what is wanted differ (passwords).
 */
export const PlainText = (max: number, min = 1): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ maxLength: max, ...(min > 1 && { minLength: min }) }),
    ...(min > 0 ? [Visible(false)] : []),
    ValidateBy({
      name: 'plainText',
      validator: { validate: (value: unknown) => typeof value !== 'string' || isPlainText(value) },
    }),
    MaxLength(max),
    MinLength(min),
    IsString(),
  );

/** The same for each text of a list. */
export const PlainTexts = (max: number): PropertyDecorator =>
  applyDecorators(
    Visible(true),
    ValidateBy(
      {
        name: 'plainText',
        validator: { validate: (value: unknown) => typeof value !== 'string' || isPlainText(value) },
      },
      { each: true },
    ),
    MaxLength(max, { each: true }),
    MinLength(1, { each: true }),
    IsString({ each: true }),
  );
