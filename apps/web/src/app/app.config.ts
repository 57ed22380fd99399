import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withFetch, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import {
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
  type ApplicationConfig,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { provideLanguage } from '@repere/ui';
import { ADVISE_WORDING, type AdviseWording } from '@repere/ui/field';
import { Session } from './access/session';
import { ALL_PAGES } from './all-pages';
import { APP_PAGES } from './platform/pages/app-pages';
import { routes } from './routes';
import { WordingAdvisor } from './shell/wording-advisor';
import { apiInterceptor } from './shell/api-interceptor';
import { storedLanguage } from './platform/device-preferences';
import { PageTitle } from './platform/pages/page-title';
import { spaceBase } from './platform/space-path';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withNoXsrfProtection(), withInterceptors([apiInterceptor])),
    { provide: APP_BASE_HREF, useFactory: () => spaceBase(location.pathname) },
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    { provide: APP_PAGES, useValue: ALL_PAGES },
    { provide: TitleStrategy, useExisting: PageTitle },
    provideLanguage(storedLanguage, async (code) =>
      code === 'fr' ? (await import('../words/fr')).fr : (await import('../words/en')).en,
    ),
    { provide: ADVISE_WORDING, useFactory: adviseWording },
    provideAppInitializer(() => inject(Session).beginSession()),
  ],
};

function adviseWording(): AdviseWording {
  return inject(WordingAdvisor).advise;
}
