import type { FlowNews } from '@repere/cases';
import type { Response } from 'express';
import type { Space } from '../../../platform/spaces/spaces';
import { setPendingCookie } from '../../factors/second-step/pending-cookie';
import { clearFlowCookie } from './provider-flow';
import { setSessionCookie } from '../../sign-in/session-cookie';

/** Where somebody lands who comes back from a provider. Nothing that came with the request is in it. */
export type Landing =
  | { readonly page: 'home'; readonly sessionToken: string }
  /** What the provider said is not enough: the second step is due here. */
  | { readonly page: 'second-step'; readonly pendingToken: string }
  /** The owner of the account says there whether it is they: the cookie stays for that. */
  | { readonly page: 'account'; readonly confirm: string }
  | { readonly page: 'refused'; readonly on: 'sign-in' | 'account'; readonly news: FlowNews };

const PATHS = { 'sign-in': 'connexion', account: 'compte' } as const;

/** Sends the browser on, into the space where it began. */
export function land(response: Response, space: Space, landing: Landing): void {
  const base = space.key === null ? '/' : `/s/${space.key}/`;
  if (landing.page !== 'account') clearFlowCookie(response);
  switch (landing.page) {
    case 'home':
      setSessionCookie(response, space, landing.sessionToken);
      response.redirect(303, base);
      break;
    case 'second-step':
      setPendingCookie(response, space, landing.pendingToken);
      response.redirect(303, `${base}connexion?suite=preuve`);
      break;
    case 'account':
      response.redirect(303, `${base}compte?lier=${landing.confirm}`);
      break;
    case 'refused':
      response.redirect(303, `${base}${PATHS[landing.on]}?refus=${landing.news}`);
      break;
  }
}
