import type { Words } from '@repere/cases';
import type { RetentionKey } from '../../platform/data/retention-key';

/** What becomes of the rows of a table, by the rule that its classification names. */
export const RETENTION_WORDS: Readonly<Record<RetentionKey, Words>> = {
  case: {
    fr: 'Tant que le dossier ; part avec lui, quand deux personnes l’effacent.',
    en: 'As long as the case; goes with it when two persons erase it.',
  },
  draft: {
    fr: 'Jusqu’à l’envoi, et jamais plus que le dossier.',
    en: 'Until it is sent, and never longer than the case.',
  },
  audit: { fr: 'Tant que la mission ou le dossier.', en: 'As long as the mission or the case.' },
  copy: { fr: 'Quelques jours : cela peut être refait.', en: 'Some days: it can be made again.' },
  record: {
    fr: 'Jamais effacé : sans nom ni contenu ; l’effacement d’un dossier coupe le lien.',
    en: 'Never erased: without name or content; erasing a case cuts the link.',
  },
  account: {
    fr: 'Tant que la personne travaille ici ; durée à décider.',
    en: 'As long as the person works here; period to be decided.',
  },
  space: {
    fr: 'Tant que l’espace d’exercice ; part avec lui.',
    en: 'As long as the training space; goes with it.',
  },
  'sign-in': { fr: 'Minutes à heures.', en: 'Minutes to hours.' },
  machine: { fr: 'Quelques jours.', en: 'Some days.' },
  protocol: {
    fr: 'Tant que le protocole est publié ou discuté.',
    en: 'As long as the protocol is published or discussed.',
  },
  key: { fr: 'Tant que quelque chose s’ouvre avec elle.', en: 'As long as something opens with it.' },
};
