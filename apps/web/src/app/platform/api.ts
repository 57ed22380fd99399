import { HttpClient, HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Problem } from '@repere/cases';
import { firstValueFrom, map } from 'rxjs';

/** What the API says: the answer, or why not. `seq` is the ETag as a number, for `If-Match`. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T; readonly seq: number | null }
  | { readonly ok: false; readonly problem: Problem };

/** The answer of an act that says only why it was not done. */
export const asAnswer = (problem: Problem | null): Answered<null> =>
  problem ? { ok: false, problem } : { ok: true, value: null, seq: null };

/** Tells whether a body has the shape that the contract promises; looks at what the page stands on, no more. */
export type Guard = (body: unknown) => boolean;

export interface Sending {
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
}

/** The one door to the API: paths of the contract in, typed values out. Never throws. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  get<T>(path: string, guard: Guard): Promise<Answered<T>> {
    return this.ask<T>('GET', path, guard);
  }

  post<T>(path: string, body: unknown, guard: Guard, sending?: Sending): Promise<Answered<T>> {
    return this.ask<T>('POST', path, guard, body, sending);
  }

  put<T>(path: string, body: unknown, guard: Guard, sending?: Sending): Promise<Answered<T>> {
    return this.ask<T>('PUT', path, guard, body, sending);
  }

  delete(path: string, sending?: Sending): Promise<Answered<void>> {
    return this.ask<void>('DELETE', path, () => true, undefined, sending);
  }

  private async ask<T>(
    method: string,
    path: string,
    guard: Guard,
    body?: unknown,
    { ifMatch, idempotencyKey }: Sending = {},
  ): Promise<Answered<T>> {
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
          .pipe(map((response) => answered<T>(response, guard))),
      );
    } catch (failure) {
      return { ok: false, problem: problemOf(failure) };
    }
  }
}

function answered<T>(response: HttpResponse<unknown>, guard: Guard): Answered<T> {
  if (!guard(response.body)) return { ok: false, problem: plainProblem('unexpected', response.status) };
  const etag = /\d+/.exec(response.headers.get('ETag') ?? '')?.[0];
  return { ok: true, value: response.body as T, seq: etag === undefined ? null : Number(etag) };
}

/** What the server said, or a problem of our own when it couldn't say anything. */
function problemOf(failure: unknown): Problem {
  if (!(failure instanceof HttpErrorResponse)) return plainProblem('unexpected', 0);
  const said: unknown = failure.error;
  if (isProblem(said)) return said;
  return plainProblem(failure.status === 0 ? 'unreachable' : 'unexpected', failure.status);
}

function plainProblem(code: 'unreachable' | 'unexpected', status: number): Problem {
  return { type: 'about:blank', title: code, status, code };
}

function isProblem(body: unknown): body is Problem {
  return has(body, 'code') && has(body, 'status');
}

/** Whether a body is an object with these keys. */
export function has(body: unknown, ...keys: readonly string[]): boolean {
  return typeof body === 'object' && body !== null && keys.every((key) => key in body);
}

/** Whether a body is a page of a list. */
export function isPage(body: unknown): boolean {
  return has(body, 'items') && Array.isArray((body as { items: unknown }).items);
}
