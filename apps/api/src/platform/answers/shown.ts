import type { Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import type { Redacted } from '@repere/cases';

type Schema =
  Extract<ApiPropertyOptions, { oneOf?: unknown }> extends { oneOf?: readonly (infer S)[] } ? S : never;

/** What stands in the place of something that is there and not this reader's to see. */
export class RedactedDto implements Redacted {
  @ApiProperty({ type: Boolean, enum: [true] }) readonly redacted: true;
  @ApiProperty({ description: 'Whom to ask' }) readonly ask: string;
}

/** In the description of the interface: what was recorded, or that it is there and not this reader's to see. */
export const shown = (recorded: Schema, what: string): ApiPropertyOptions => ({
  oneOf: [recorded, { $ref: getSchemaPath(RedactedDto) }],
  description: `${what}, or that it is redacted`,
});

/** A text, or that it is redacted. */
export const shownText = (what: string): ApiPropertyOptions => shown({ type: 'string' }, what);

/** An object of this class, or that it is redacted; the class is named with `@ApiExtraModels` where it is used. */
export const shownAs = (type: Type, what: string): ApiPropertyOptions =>
  shown({ $ref: getSchemaPath(type) }, what);

/** A list of this class, or that it is redacted. */
export const shownListOf = (type: Type, what = 'The list'): ApiPropertyOptions =>
  shown({ type: 'array', items: { $ref: getSchemaPath(type) } }, what);
