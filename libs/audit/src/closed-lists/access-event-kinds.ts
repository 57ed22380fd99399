/** How somebody saw a case. */
export type LookKind = 'opened' | 'listed' | 'exported' | 'acted' | 'refused';

/** Why a look is worth asking about. */
export type UnusualCode = 'outside' | 'night' | 'many' | 'break-glass' | 'same-name' | 'refused';
