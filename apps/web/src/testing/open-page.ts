import { APP_BASE_HREF } from '@angular/common';
import { type HttpInterceptorFn, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { ApplicationInitStatus, type Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { provideLanguage, type LanguageCode } from '@repere/ui';
import { ALL_PAGES } from '../app/all-pages';
import { APP_PAGES } from '../app/platform/pages/app-pages';
import { apiInterceptor } from '../app/shell/api-interceptor';
import { en, fr } from '../words/whole';

/** After which a request that was never sent fails its test by its name. */
const LONGEST_MS = 2_000;

/** Says `request` whenever one has left the page. */
const leaving = new EventTarget();
const announce: HttpInterceptorFn = (request, next) => {
  queueMicrotask(() => leaving.dispatchEvent(new Event('request')));
  return next(request);
};

/** What the app stands on, with the API in the test's hands. */
export async function prepare(
  language: LanguageCode = 'fr',
  routes: Routes = [],
): Promise<HttpTestingController> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([apiInterceptor, announce])),
      provideHttpClientTesting(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: APP_PAGES, useValue: ALL_PAGES },
      { provide: APP_BASE_HREF, useValue: '/' },
      provideLanguage(
        () => language,
        async (code) => (code === 'fr' ? fr : en),
      ),
    ],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  return TestBed.inject(HttpTestingController);
}

/** A page drawn with its inputs. */
export async function openPage<T>(
  page: Type<T>,
  inputs: Record<string, unknown> = {},
): Promise<ComponentFixture<T>> {
  const fixture = TestBed.createComponent(page);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  await fixture.whenStable();
  return fixture;
}

/** The request that the page has just sent to this path; waits until it is on its way. */
export function sent(api: HttpTestingController, method: string, path: string): Promise<TestRequest> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [request] = api.match((each) => each.method === method && each.urlWithParams === path);
      if (!request) return;
      stop();
      resolve(request);
    };
    const late = setTimeout(() => {
      stop();
      reject(new Error(`${method} ${path} was not sent`));
    }, LONGEST_MS);
    const stop = (): void => {
      clearTimeout(late);
      leaving.removeEventListener('request', look);
    };
    leaving.addEventListener('request', look);
    look();
  });
}
