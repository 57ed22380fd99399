/** Why somebody who comes back from a provider did not come in: a word that stands in the page's address. */
export type FlowNews =
  | 'over'
  | 'cancelled'
  | 'unreachable'
  | 'not-trusted'
  | 'no-account'
  | 'closed'
  | 'too-weak'
  | 'taken'
  | 'linked-already'
  | 'invitation-over'
  | 'too-many';
