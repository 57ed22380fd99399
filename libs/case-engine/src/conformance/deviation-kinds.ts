import type { Text } from '@repere/feel';

export const DEVIATION_KINDS = [
  'no-third-person',
  'rights-incident',
  'late',
  'skipped',
  'unapproved',
  'unweighed',
  'out-of-order',
  'repeated',
  'waived',
  'amended',
  'late-recording',
  'flag',
] as const;
/**
 * What departed from a protocol, the gravest first. `unapproved`: in effect without its second person for more than a day.
 * `unweighed`: a decision without the child's view or best interests for more than a day. `no-third-person`: a child heard
 * with nobody beside.
 */
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

/** One of them, by itself: on screen, in a replayed case, on paper. */
export const DEVIATION_KIND_WORDS: Readonly<Record<DeviationKind, Text>> = {
  'no-third-person': { fr: 'Enfant entendu sans tiers', en: 'Child heard with nobody beside' },
  'rights-incident': { fr: 'Droit de l’enfant touché', en: 'A right of the child was affected' },
  late: { fr: 'En retard', en: 'Late' },
  skipped: { fr: 'Étape passée', en: 'Step passed over' },
  unapproved: { fr: 'Sans seconde personne', en: 'Without a second person' },
  unweighed: {
    fr: 'Sans l’avis ou l’intérêt supérieur de l’enfant',
    en: 'Without the child’s view or best interests',
  },
  'out-of-order': { fr: 'Hors de l’ordre prévu', en: 'Out of the expected order' },
  repeated: { fr: 'Refait', en: 'Done again' },
  waived: { fr: 'Étape écartée', en: 'Step waived' },
  amended: { fr: 'Corrigé après coup', en: 'Corrected afterwards' },
  'late-recording': { fr: 'Saisi longtemps après les faits', en: 'Entered long after it happened' },
  flag: { fr: 'Écart à connaître', en: 'Deviation to know of' },
};

/** Several of them, beside how many they are or as what to choose from. */
export const DEVIATION_KINDS_WORDS: Readonly<Record<DeviationKind, Text>> = {
  'no-third-person': { fr: 'enfant entendu sans tiers', en: 'children heard without a third person' },
  'rights-incident': { fr: 'atteintes aux droits', en: 'rights breached' },
  late: { fr: 'étapes en retard', en: 'late steps' },
  skipped: { fr: 'étapes sautées', en: 'skipped steps' },
  unapproved: { fr: 'sans validation à temps', en: 'without approval in time' },
  unweighed: {
    fr: 'décisions sans parole de l’enfant ou intérêt supérieur',
    en: 'decisions without the child’s view or best interests',
  },
  'out-of-order': { fr: 'hors de l’ordre', en: 'out of order' },
  repeated: { fr: 'répétées', en: 'repeated' },
  waived: { fr: 'étapes écartées', en: 'waived steps' },
  amended: { fr: 'corrigées après coup', en: 'corrected afterwards' },
  'late-recording': { fr: 'saisies tardives', en: 'recorded late' },
  flag: { fr: 'écarts à connaître', en: 'deviations to know of' },
};
