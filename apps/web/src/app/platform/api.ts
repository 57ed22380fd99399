import { HttpClient, HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Problem } from '@repere/contract';
import { vProblem } from '@repere/contract/platform/answers/openapi';
import { firstValueFrom, map } from 'rxjs';
import * as v from 'valibot';
import { type ApiAnswer, type ApiBody, type ApiPath, type ApiQuery, queryOf } from './api-path';

/**
 * What the API says: the answer, or why not. `seq` is the ETag as a number, for `If-Match`; `retryAfter` the seconds after which it may be
 * asked again, where it says so.
 */
export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly seq: number | null }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfter?: number };

/** The answer of an act that says only why it was not done. */
export const asAnswer = (problem: Problem | null): Answered<void> =>
  problem ? { ok: false, problem } : { ok: true, value: undefined, seq: null };

/** The contract's check of an answer; `null`: the route answers nothing, and nothing is read. */
export type Check = v.GenericSchema | null;

type Said<C extends Check> = C extends v.GenericSchema ? v.InferOutput<C> : void;

/** This check if it is that of what the route answers; else what no check is. */
type CheckOf<C extends Check, Answer> = [Said<C>] extends [Answer]
  ? [Answer] extends [Readonly<Said<C>>]
    ? C
    : { readonly notItsAnswer: Answer }
  : { readonly notItsAnswer: Answer };

export interface Sending {
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
}

/**
 * The one door to the API. A path that is no route, a body that this route does not take, a question that it does not know and the
 * check of another route's answer do not compile. Never throws.
 */
class ApiOfSpace {
  constructor(
    protected readonly http: HttpClient,
    private readonly base: string,
  ) {}

  get<const Path extends string, C extends Check>(
    path: Path & ApiPath<'GET', Path>,
    check: C & CheckOf<C, ApiAnswer<'GET', Path>>,
    ...[question]: ApiQuery<'GET', Path>
  ): Promise<Answered<Said<C>>> {
    return this.sendRequest('GET', path + queryOf(question), check);
  }

  post<const Path extends string, C extends Check>(
    path: Path & ApiPath<'POST', Path>,
    body: ApiBody<'POST', Path>,
    check: C & CheckOf<C, ApiAnswer<'POST', Path>>,
    sending?: Sending,
  ): Promise<Answered<Said<C>>> {
    return this.sendRequest('POST', path, check, body, sending);
  }

  put<const Path extends string, C extends Check>(
    path: Path & ApiPath<'PUT', Path>,
    body: ApiBody<'PUT', Path>,
    check: C & CheckOf<C, ApiAnswer<'PUT', Path>>,
    sending?: Sending,
  ): Promise<Answered<Said<C>>> {
    return this.sendRequest('PUT', path, check, body, sending);
  }

  delete<const Path extends string, C extends Check>(
    path: Path & ApiPath<'DELETE', Path>,
    check: C & CheckOf<C, ApiAnswer<'DELETE', Path>>,
    sending?: Sending,
  ): Promise<Answered<Said<C>>> {
    return this.sendRequest('DELETE', path, check, undefined, sending);
  }

  private async sendRequest<C extends Check>(
    method: string,
    path: string,
    check: C,
    body?: unknown,
    { ifMatch, idempotencyKey }: Sending = {},
  ): Promise<Answered<Said<C>>> {
    const headers = {
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    };
    try {
      return await firstValueFrom(
        this.http
          .request<unknown>(method, this.base + path, {
            body,
            headers,
            observe: 'response',
            responseType: 'json',
          })
          .pipe(map((response) => answered(response, check))),
      );
    } catch (failure) {
      return refusedBy(failure);
    }
  }
}

/** That of the page's space. */
@Injectable({ providedIn: 'root' })
export class Api extends ApiOfSpace {
  constructor() {
    super(inject(HttpClient), '/api');
  }

  /** That of another space, where this browser has a session of its own. */
  inSpace(key: string): ApiOfSpace {
    return new ApiOfSpace(this.http, `/api/s/${encodeURIComponent(key)}`);
  }
}

function answered<C extends Check>(
  { body, status, headers }: HttpResponse<unknown>,
  check: C,
): Answered<Said<C>> {
  if (check !== null && !v.is(check, body)) return { ok: false, problem: plainProblem('unexpected', status) };
  const etag = /\d+/.exec(headers.get('ETag') ?? '')?.[0];
  return { ok: true, value: body as Said<C>, seq: etag === undefined ? null : Number(etag) };
}

function refusedBy(failure: unknown): Answered<never> {
  const problem = problemOf(failure);
  const said = failure instanceof HttpErrorResponse ? (failure.headers.get('Retry-After') ?? '') : '';
  // Something between may name a day instead: then it is as if nothing was said.
  return /^\d{1,9}$/.test(said) ? { ok: false, problem, retryAfter: Number(said) } : { ok: false, problem };
}

/** What the server said, or a problem of our own when it couldn't say anything. */
function problemOf(failure: unknown): Problem {
  if (!(failure instanceof HttpErrorResponse)) return plainProblem('unexpected', 0);
  const said: unknown = failure.error;
  if (v.is(vProblem, said)) return said;
  return plainProblem(failure.status === 0 ? 'unreachable' : 'unexpected', failure.status);
}

function plainProblem(code: 'unreachable' | 'unexpected', status: number): Problem {
  return { type: 'about:blank', title: code, status, code };
}
