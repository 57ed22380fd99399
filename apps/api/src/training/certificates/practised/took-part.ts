/**
 * On what a certificate can rest, the stronger first: an act of one's own in the case of the story; or having followed it, by an answer of
 * one's own to its questions or by having opened the case once the class had done something in it. Which of the two is not told: who did not
 * answer is nobody's matter.
 */
export const PARTS = ['acted', 'followed'] as const;
export type PartTaken = (typeof PARTS)[number];
