/** What may be said of a deviation from a protocol. */
export const JUDGEMENTS = ['explained', 'accepted', 'finding', 'no-deviation'] as const;
export type JudgementKind = (typeof JUDGEMENTS)[number];
