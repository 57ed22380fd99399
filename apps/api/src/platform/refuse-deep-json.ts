import type { NextFunction, Request, Response } from 'express';
import { Refusal } from './refusal';

/** No form of ours nests as deep; whatever goes through a body may do so by calling itself. */
const DEEPEST = 32;

/** Refuses a body that nests deeper than any of ours: `invalid`. */
export function refuseDeepJson({ body }: Request, _response: Response, next: NextFunction): void {
  if (!isTooDeep(body)) return next();
  next(
    new Refusal('invalid', {
      reasons: [
        {
          code: 'too-deep',
          text: {
            fr: `Plus de ${String(DEEPEST)} niveaux l’un dans l’autre.`,
            en: `More than ${String(DEEPEST)} levels inside each other.`,
          },
        },
      ],
    }),
  );
}

// Level by level, without calling itself.
function isTooDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
