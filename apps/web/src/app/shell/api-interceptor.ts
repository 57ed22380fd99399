import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Language } from '@repere/ui';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Lock } from '../access/lock';
import { newId } from './new-id';
import { apiBase } from './space-path';

/**
 * Leads a request to the page's space and says who asks, in which language. When the session has ended, the page is
 * locked where it stands and the request goes out again once its reader has signed in: nothing typed is lost.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const lock = inject(Lock);
  const sent = request.clone({
    url: apiBase(location.pathname) + request.url.slice('/api'.length),
    setHeaders: {
      'X-Repere': '1',
      'X-Correlation-Id': newId(),
      'Accept-Language': inject(Language).current(),
    },
  });
  if (request.url === '/api/session') return next(sent);
  return next(sent).pipe(
    catchError((failure: unknown) =>
      failure instanceof HttpErrorResponse && failure.status === 401
        ? from(lock.untilOpen()).pipe(switchMap(() => next(sent)))
        : throwError(() => failure),
    ),
  );
};
