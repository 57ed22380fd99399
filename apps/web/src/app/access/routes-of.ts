import type { Type } from '@angular/core';
import type { CanActivateFn, Route } from '@angular/router';
import type { Page, Pages } from '../platform/pages/page';
import { needsRight } from './needs-right';
import { signedIn } from './signed-in';

/**
 * Routes of the pages of a list, under `base`, which is a beginning of all their addresses. Each page has its component here, loaded when
 * it is first opened: one that is missing doesn't compile.
 */
export function routesOf<T extends Pages>(
  base: '' | `/${string}`,
  pages: T,
  components: { readonly [K in keyof T]: () => Promise<Type<unknown>> },
): Route[] {
  const componentOf: Readonly<Record<string, () => Promise<Type<unknown>>>> = components;
  return Object.entries<Page>(pages).map(([name, { path, title, who }]) => {
    if (path !== base && !path.startsWith(`${base}/`)) throw new Error(`${path} does not begin with ${base}`);
    const rest = path.slice(base.length + 1);
    return {
      path: rest,
      pathMatch: rest === '' ? 'full' : 'prefix',
      title,
      canActivate: guardsOf(who),
      loadComponent: componentOf[name],
    };
  });
}

function guardsOf(who: Page['who']): CanActivateFn[] {
  if (who === 'anyone') return [];
  return who === 'signed-in' ? [signedIn] : [signedIn, needsRight(...who)];
}
