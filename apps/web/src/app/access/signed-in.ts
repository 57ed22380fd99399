import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from './session';

/** Lets in who is signed in; leads others to sign in and back to where they wanted to go. */
export const signedIn: CanActivateFn = (_route, state) =>
  inject(Session).account() !== null ||
  inject(Router).createUrlTree(['/connexion'], { queryParams: { puis: state.url } });
