import type { FlowNews } from '@repere/cases';

/** Why nobody came in, as it stands in the record. */
export type FlowRefusal =
  // What came back is not what was sent out.
  | 'state-unknown'
  | 'state-used'
  | 'state-expired'
  | 'other-browser'
  | 'other-provider'
  // What the provider says.
  | 'cancelled'
  | 'provider-error'
  | 'unreachable'
  | 'not-trusted'
  // What we know of the person.
  | 'no-account'
  | 'account-closed'
  // The provider vouches for less than it can, and nothing here adds to it.
  | 'too-weak'
  | 'taken'
  | 'linked-already'
  | 'invitation-over'
  | 'too-many';

/** What the page says of each refusal. Which part of a state did not fit is nobody's business but the record's. */
export const NEWS_OF: Readonly<Record<FlowRefusal, FlowNews>> = {
  'state-unknown': 'over',
  'state-used': 'over',
  'state-expired': 'over',
  'other-browser': 'over',
  'other-provider': 'not-trusted',
  cancelled: 'cancelled',
  'provider-error': 'cancelled',
  unreachable: 'unreachable',
  'not-trusted': 'not-trusted',
  'no-account': 'no-account',
  'account-closed': 'closed',
  'too-weak': 'too-weak',
  taken: 'taken',
  'linked-already': 'linked-already',
  'invitation-over': 'invitation-over',
  'too-many': 'too-many',
};
