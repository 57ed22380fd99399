import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Destinations } from './destinations';

/** Leads to the first place that is of use to this reader. */
export const home: CanActivateFn = () =>
  inject(Router).createUrlTree([inject(Destinations).all()[0]?.path ?? '/aide']);
