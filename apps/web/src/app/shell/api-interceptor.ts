import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { vProblem } from '@repere/contract/platform/answers/openapi';
import { Language } from '@repere/ui';
import { catchError, from, switchMap, throwError } from 'rxjs';
import * as v from 'valibot';
import { StepUp } from '../access/factors/step-up';
import { Lock } from '../access/lock';
import { Session } from '../access/session';
import { newId } from '../platform/new-id';
import { apiBase } from '../platform/space-path';

/**
 * Leads a request to the page's space and says who asks, in which language. When the session has ended, the page is
 * locked where it stands and the request goes out again once its reader has signed in: nothing typed is lost.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const lock = inject(Lock);
  const stepUp = inject(StepUp);
  const sent = request.clone({
    url: apiBase(location.pathname) + request.url.slice('/api'.length),
    setHeaders: {
      'X-Repere': '1',
      'X-Correlation-Id': newId(),
      'Accept-Language': inject(Language).current(),
      ...whoseItIs(inject(Session).account()?.id),
    },
  });
  // Who asks at the door, or locks it, waits for nobody to open it.
  if (AT_THE_DOOR.test(request.url)) return next(sent);
  return next(sent).pipe(
    // Refused before the page was there, perhaps before its reader signed in: asked again, by itself.
    catchError((failure: unknown) => (isEarly(sent.url) ? next(sent) : throwError(() => failure))),
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      if (failure.status === 401) return from(lock.untilOpen()).pipe(switchMap(() => next(sent)));
      if (!v.is(vProblem, failure.error) || failure.error.code !== 'step-up-required')
        return throwError(() => failure);
      // Shown again who they are, what was asked goes out again as it was.
      return from(stepUp.askForStepUp()).pipe(
        switchMap((isShown) => (isShown ? next(sent) : throwError(() => failure))),
      );
    }),
  );
};

/** Of a live space, and of a training space, where one takes one's place or plays somebody. */
const AT_THE_DOOR = /^\/api\/(session|training\/(played|learners))(\/|$)/;

/** Whether this was under way with the page's code (`preloads.json`), and is heard of for the first time. */
function isEarly(url: string): boolean {
  const links = document.head.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="fetch"]');
  const link = [...links].find((it) => it.getAttribute('href') === url);
  link?.remove();
  return link !== undefined;
}

/** Somebody else may have signed in meanwhile in this browser: the page must not act in their name. */
function whoseItIs(account: string | undefined): Record<string, string> {
  return account ? { 'X-Repere-Account': account } : {};
}
