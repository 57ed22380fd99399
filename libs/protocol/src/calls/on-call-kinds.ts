import type { Text } from '@repere/feel';

/** Whom a territory has on call, in the order in which they are shown. A step names them in `calls.yaml`; numbers are each territory's own. */
export const ON_CALL_KINDS = [
  'duty-prosecutor',
  'crip-unit',
  'ase-on-duty',
  'emergency-placement',
  'forensic-unit',
  'duty-line',
  'interpreter-line',
] as const;
export type OnCallKind = (typeof ON_CALL_KINDS)[number];

/** Who a kind is, and what is said to them first. */
export interface OnCallWords {
  readonly title: Text;
  readonly say: Text;
}

export const ON_CALL_WORDS: Readonly<Record<OnCallKind, OnCallWords>> = {
  'duty-prosecutor': {
    title: { fr: 'Parquet de permanence', en: 'Prosecutor on duty' },
    say: {
      fr: 'Un enfant, en danger maintenant ou non ; les faits vus ou entendus, leur date ; ce qui est déjà fait ; si la famille est prévenue, et sinon pourquoi. Demandez un nom et une référence.',
      en: 'A child, in danger now or not; the facts seen or heard, with their date; what has been done already; whether the family was told, and if not, why. Ask for a name and a reference.',
    },
  },
  'crip-unit': {
    title: {
      fr: 'CRIP, cellule des informations préoccupantes',
      en: 'CRIP, the unit for worrying information',
    },
    say: {
      fr: 'Une information préoccupante : les faits et leur date, où vit l’enfant, qui est prévenu. Demandez qui l’évalue et quand vous aurez une réponse.',
      en: 'Worrying information: the facts and their date, where the child lives, who was told. Ask who assesses it and when you will have an answer.',
    },
  },
  'ase-on-duty': {
    title: { fr: 'Astreinte de l’ASE', en: 'ASE on-call officer' },
    say: {
      fr: 'Un enfant sans protection ce soir : son âge, sa langue, ce qui le menace, où il est à l’abri des regards. Demandez un lieu, et qui vient.',
      en: 'A child without protection tonight: age, language, what threatens them, where they wait out of sight. Ask for a place, and who comes.',
    },
  },
  'emergency-placement': {
    title: { fr: 'Accueil d’urgence', en: 'Emergency placement' },
    say: {
      fr: 'Une place pour cette nuit : âge, sexe, langue, adresse à tenir secrète. Pas de nom avant le oui. Demandez qui veille la nuit.',
      en: 'A place for tonight: age, sex, language, an address to be kept secret. No name before the yes. Ask who is awake at night.',
    },
  },
  'forensic-unit': {
    title: { fr: 'UMJ ou UAPED', en: 'Forensic unit (UMJ, UAPED)' },
    say: {
      fr: 'Un examen pour un enfant, et depuis combien d’heures. Demandez si l’unité examine sans plainte ni réquisition, et quand venir.',
      en: 'An examination for a child, and how many hours ago it was. Ask whether they examine without complaint or requisition, and when to come.',
    },
  },
  'duty-line': {
    title: { fr: 'Notre permanence', en: 'Our own duty line' },
    say: {
      fr: 'La référence du dossier, jamais le nom au téléphone ; ce qui presse ; ce que vous avez déjà fait.',
      en: 'The reference of the case, never the name on the telephone; what presses; what you have done already.',
    },
  },
  'interpreter-line': {
    title: { fr: 'Interprète', en: 'Interpreter' },
    say: {
      fr: 'La langue, et si l’enfant préfère une femme ou un homme ; par téléphone ou sur place. Jamais un proche, ni quelqu’un qui vit avec l’enfant.',
      en: 'The language, and whether the child prefers a woman or a man; by telephone or here. Never a relative, nor somebody who lives with the child.',
    },
  },
};
