import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { ServiceAct, TeamAct } from '@repere/access';
import { Session } from './session';

/** Lets in who may do one of these; others read, at that address, who may. */
export const needsRight =
  (...acts: readonly (TeamAct | ServiceAct)[]): CanActivateFn =>
  () => {
    const session = inject(Session);
    if (acts.some((act) => session.mayDo(act))) return true;
    const page = inject(Router).createUrlTree(['/qui-peut', acts.join('+')]);
    return new RedirectCommand(page, { skipLocationChange: true });
  };
