import { type CaseResource, may, type Principal } from '@repere/access';
import type { ReferralEvent } from './referral-events.repository';
import { isUnanswered, type ReferralPast } from './referral-state';

/**
 * Whether this reader may know to whom each referral of the case went, which says where the child goes. Who must not learn that knows those
 * that they sent; whoever refers knows as well who is asked and did not take the child yet: they call it, or tell the next one beside it.
 */
export function seesWhom(
  principal: Principal,
  resource: CaseResource,
  now: number,
): (it: { readonly sent: Pick<ReferralEvent, 'byId'>; readonly past: ReferralPast }) => boolean {
  if (may(principal, 'read', { ...resource, fieldClass: 'places' }).yes) return () => true;
  const mayRefer = may(principal, 'refer', resource).yes;
  return ({ sent, past }) => sent.byId === principal.id || (mayRefer && isUnanswered(past, now));
}
