import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';
import { Refusal } from './refusal';

/** The number in `If-Match: "7"`: the version that the reader saw. Missing: `precondition-missing` (428). */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().header('If-Match');
  const seen = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header?.trim() ?? '')?.[1];
  if (seen === undefined) throw new Refusal('precondition-missing');
  return Number(seen);
});
