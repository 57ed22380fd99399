import { HttpClient, HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Problem } from '@repere/contract';
import { vProblem } from '@repere/contract/platform/answers/openapi';
import { firstValueFrom, map } from 'rxjs';
import * as v from 'valibot';
import type { ApiPath } from './api-path';

/** What the API says: the answer, or why not. `seq` is the ETag as a number, for `If-Match`. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly seq: number | null }
  | { readonly ok: false; readonly problem: Problem };

/** The answer of an act that says only why it was not done. */
export const asAnswer = (problem: Problem | null): Answered<void> =>
  problem ? { ok: false, problem } : { ok: true, value: undefined, seq: null };

/** The contract's check of an answer; `null`: the route answers nothing, and nothing is read. */
export type Check = v.GenericSchema | null;

type AnswerOf<C extends Check> = C extends v.GenericSchema ? v.InferOutput<C> : void;

export interface Sending {
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
}

/** The one door to the API: paths in that are routes of the interface, answers out that are what the contract says. Never throws. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<const Path extends string, C extends Check>(
    path: Path & ApiPath<'GET', Path>,
    check: C,
  ): Promise<Answered<AnswerOf<C>>> {
    return this.sendRequest('GET', path, check);
  }

  post<const Path extends string, C extends Check>(
    path: Path & ApiPath<'POST', Path>,
    body: unknown,
    check: C,
    sending?: Sending,
  ): Promise<Answered<AnswerOf<C>>> {
    return this.sendRequest('POST', path, check, body, sending);
  }

  put<const Path extends string, C extends Check>(
    path: Path & ApiPath<'PUT', Path>,
    body: unknown,
    check: C,
    sending?: Sending,
  ): Promise<Answered<AnswerOf<C>>> {
    return this.sendRequest('PUT', path, check, body, sending);
  }

  delete<const Path extends string, C extends Check>(
    path: Path & ApiPath<'DELETE', Path>,
    check: C,
    sending?: Sending,
  ): Promise<Answered<AnswerOf<C>>> {
    return this.sendRequest('DELETE', path, check, undefined, sending);
  }

  private async sendRequest<C extends Check>(
    method: string,
    path: string,
    check: C,
    body?: unknown,
    { ifMatch, idempotencyKey }: Sending = {},
  ): Promise<Answered<AnswerOf<C>>> {
    const headers = {
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
      ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    };
    try {
      return await firstValueFrom(
        this.http
          .request<unknown>(method, `/api${path}`, {
            body,
            headers,
            observe: 'response',
            responseType: 'json',
          })
          .pipe(map((response) => answered(response, check))),
      );
    } catch (failure) {
      return { ok: false, problem: problemOf(failure) };
    }
  }
}

function answered<C extends Check>(
  { body, status, headers }: HttpResponse<unknown>,
  check: C,
): Answered<AnswerOf<C>> {
  if (check !== null && !v.is(check, body)) return { ok: false, problem: plainProblem('unexpected', status) };
  const etag = /\d+/.exec(headers.get('ETag') ?? '')?.[0];
  return { ok: true, value: body as AnswerOf<C>, seq: etag === undefined ? null : Number(etag) };
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
