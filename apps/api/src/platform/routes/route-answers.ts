import type { Type } from '@nestjs/common';
import type { ApiResponseNoStatusOptions } from '@nestjs/swagger';

/** A class, a list of it, nothing (204), or one of the answers below. */
export type RouteAnswers = Type | readonly [Type] | null | Answered;

type Described = Extract<ApiResponseNoStatusOptions, { readonly type?: unknown }>;

/** An answer with its status; the first of several is the one that is sent unless the handler says otherwise. */
export class Answered {
  constructor(
    readonly status: number,
    readonly response: ApiResponseNoStatusOptions,
    /** Media types; JSON when there is none. */
    readonly produces: readonly string[] = [],
    readonly others: readonly Answered[] = [],
  ) {}

  or(other: Answered): Answered {
    return new Answered(this.status, this.response, this.produces, [...this.others, other]);
  }
}

/** 200. */
export const ok = (
  type: Type | readonly [Type],
  more: Pick<Described, 'headers' | 'description'> = {},
): Answered => new Answered(200, { ...typed(type), ...more });

/** 201. */
export const created = (type: Type): Answered => new Answered(201, typed(type));

/** 202. */
export const accepted = (type: Type | null, description?: string): Answered =>
  new Answered(202, { ...(type && typed(type)), ...(description !== undefined && { description }) });

/** 303: a browser that was sent here is sent on. */
export const seeOther = (description: string): Answered => new Answered(303, { description });

/** A file in one of these media types. */
export const binary = (...types: readonly [string, ...string[]]): Answered =>
  new Answered(200, { schema: { type: 'string', format: 'binary' } }, types);

/** Text. */
export const text = (type: string): Answered => new Answered(200, { schema: { type: 'string' } }, [type]);

/** The answer that a description means. */
export function answered(answers: RouteAnswers): Answered {
  if (answers === null) return new Answered(204, {});
  return answers instanceof Answered ? answers : ok(answers);
}

const typed = (type: Type | readonly [Type]): Pick<Described, 'type'> => ({
  type: (typeof type === 'function' ? type : [...type]) as Described['type'],
});
