import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';

type Dto = () => new () => object;

/** An object of its own shape inside a body. A list is none: the validator alone would look into it, and find nothing wrong. */
export const Part = (dto: Dto): PropertyDecorator => applyDecorators(Type(dto), ValidateNested(), IsObject());

/** A list of at most `max` such objects; a list in it is none either. */
export const Parts = (dto: Dto, max: number): PropertyDecorator =>
  applyDecorators(
    Type(dto),
    ValidateNested({ each: true }),
    IsObject({ each: true }),
    ArrayMaxSize(max),
    IsArray(),
  );
