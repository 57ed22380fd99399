/**
 * Whether the family was told before a letter leaves: by us, or they know without us, or not, or it is not known yet. Nobody has said it
 * until somebody chose: unknown is never no.
 */
export const FAMILY_TOLD = ['told', 'knows', 'not-told', 'not-known'] as const;
export type FamilyTold = (typeof FAMILY_TOLD)[number];

/** Who was not told, or of whom it is not known, has a reason. */
export const asksWhy = (it: FamilyTold): boolean => it === 'not-told' || it === 'not-known';

const IN_FRENCH: Readonly<Record<FamilyTold, string>> = {
  told: 'Famille prévenue par nous.',
  knows: 'La famille le sait, sans nous.',
  'not-told': 'Famille non prévenue',
  'not-known': 'Pas encore su si la famille est prévenue',
};

/** The first line of the part of a letter that says it, in French. */
export const familyToldLine = ({
  is,
  why = '',
}: {
  readonly is: FamilyTold;
  readonly why?: string;
}): string => (asksWhy(is) ? `${IN_FRENCH[is]}\u00a0: ${why}` : IN_FRENCH[is]);
