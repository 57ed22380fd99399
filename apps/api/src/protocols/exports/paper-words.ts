import type { Text } from '@repere/feel';

/** What stands on a protocol's papers beside its own text. */
export const PAPER_WORDS = {
  steps: { fr: "Les étapes, dans l'ordre", en: 'The steps, in order' },
  who: { fr: 'Qui', en: 'Who' },
  after: { fr: 'Après', en: 'After' },
  due: { fr: 'Quand', en: 'When' },
  second: { fr: 'Seconde personne', en: 'Second person' },
  suspended: { fr: 'Si l’enfant disparaît', en: 'If the child goes missing' },
  asks: { fr: 'Ce qui est demandé', en: 'What is asked' },
  refuses: { fr: 'Refusé', en: 'Refused' },
  flags: { fr: 'Signalé', en: 'Flagged' },
  ground: { fr: 'Source :', en: 'Source:' },
  outcomes: { fr: 'Ce qui peut en résulter', en: 'What may come of it' },
  safeguards: {
    fr: "Garde-fous : ce qu'aucun chemin ne peut enfreindre",
    en: 'Safeguards: what no path can break',
  },
  sources: { fr: 'Sources citées', en: 'Sources cited' },
  code: { fr: 'Code', en: 'Code' },
  text: { fr: 'Texte', en: 'Text' },
  confidence: { fr: 'Comment on le sait', en: 'How it is known' },
  first: { fr: "D'abord", en: 'First' },
  call: { fr: 'Qui appeler', en: 'Whom to call' },
  never: { fr: 'Toujours vrai', en: 'Always true' },
} as const satisfies Readonly<Record<string, Text>>;

/** Emergency numbers of France (F39, F48, F66). */
export const NUMBERS: readonly { readonly number: string; readonly what: Text }[] = [
  { number: '17 · 112', what: { fr: 'police, danger immédiat', en: 'police, immediate danger' } },
  { number: '114', what: { fr: 'la même chose par SMS', en: 'the same by text message' } },
  { number: '15', what: { fr: 'SAMU', en: 'ambulance' } },
  { number: '119', what: { fr: 'enfance en danger, jour et nuit', en: 'children in danger, day and night' } },
  { number: '116 000', what: { fr: 'enfants disparus', en: 'missing children' } },
  { number: '3018', what: { fr: 'images et violences en ligne', en: 'images and violence online' } },
];
