import type { NextFunction, Request, Response } from 'express';
import { Refusal } from '../refusals/refusal';
import type { ProblemReasonDto } from '../answers/openapi';

/** No form of ours nests as deep; whatever goes through a body may do so by calling itself. */
const DEEPEST = 32;

/** No field of ours is called so; what copies such a field may change what every object has. */
const NO_FIELDS = ['__proto__', 'constructor', 'prototype'];

/** Refuses a body that nests deeper than any of ours, or has a field that every object has anyway: `invalid`. */
export function refuseOddJson({ body }: Request, _response: Response, next: NextFunction): void {
  const reason = oddityOf(body);
  next(reason && new Refusal('invalid', { reasons: [reason] }));
}

// Level by level, without calling itself.
function oddityOf(body: unknown): ProblemReasonDto | undefined {
  let level = [body].filter(isObject);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= DEEPEST) return TOO_DEEP;
    const field = NO_FIELDS.find((name) => level.some((it) => Object.hasOwn(it, name)));
    if (field !== undefined) return { code: 'unknown-field', field, text: NO_SUCH_FIELD };
    level = level.flatMap((it): unknown[] => Object.values(it)).filter(isObject);
  }
  return undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const TOO_DEEP: ProblemReasonDto = {
  code: 'too-deep',
  text: {
    fr: `Plus de ${String(DEEPEST)} niveaux l’un dans l’autre.`,
    en: `More than ${String(DEEPEST)} levels inside each other.`,
  },
};
const NO_SUCH_FIELD: ProblemReasonDto['text'] = {
  fr: 'Ce champ n’existe pas ici.',
  en: 'There is no such field here.',
};
