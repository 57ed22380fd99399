import type { ReferralEvent, ReferredCase } from '@repere/contract';

/** How a referral stands, in words to the service: a yes that we gave to its offer is not its own. */
export function ownStateOf({
  state,
  answers,
}: Pick<ReferredCase, 'state'> & { readonly answers: readonly ReferralEvent[] }): string {
  const yes = answers.findLast(({ kind }) => kind === 'accepted');
  return state === 'accepted' && yes?.reason === 'offer-taken' ? yes.reason : state;
}
