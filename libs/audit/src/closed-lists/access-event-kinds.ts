/** How somebody saw a case. */
export type AccessEventKind = 'opened' | 'listed' | 'exported' | 'acted' | 'refused';

/** Why a look is worth asking about. */
export type UnusualCode = 'outside' | 'night' | 'many' | 'break-glass' | 'same-name' | 'refused';
