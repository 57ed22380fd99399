import type { Type } from '@nestjs/common';
import { type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';

/** In the description of the interface: objects of this class by key; the class is named with `@ApiExtraModels` where it is used. */
export const mapOf = (type: Type, description: string): ApiPropertyOptions => ({
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(type) },
  description,
});

/** Texts by key. */
export const mapOfTexts = (description: string): ApiPropertyOptions => ({
  type: 'object',
  additionalProperties: { type: 'string' },
  description,
});
