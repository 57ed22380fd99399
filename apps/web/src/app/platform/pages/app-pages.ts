import { InjectionToken } from '@angular/core';
import type { Page } from './page';

/** Every page of the app. */
export const APP_PAGES = new InjectionToken<readonly Page[]>('every page of the app');
