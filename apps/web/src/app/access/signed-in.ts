import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { ACCESS_PAGES } from './pages';
import { Session } from './session';

/** Lets in who is signed in; leads others to sign in, or to set up their second factor, and back to where they wanted to go. */
export const signedIn: CanActivateFn = (_route, { url }) => {
  const current = inject(Session).current();
  if (current && (!current.mustEnrol || url.startsWith(ENROL))) return true;
  return inject(Router).createUrlTree([current ? ENROL : ACCESS_PAGES.signIn.path], {
    queryParams: { puis: url },
  });
};

const ENROL = ACCESS_PAGES.enrol.path;
