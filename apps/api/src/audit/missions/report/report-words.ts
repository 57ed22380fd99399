import type { SamplingMethod } from '@repere/audit';
import type { Words } from '@repere/cases';

/** What stands in a mission's report beside what was written in the mission. */
export const REPORT_WORDS = {
  title: { fr: 'Rapport de la mission', en: 'Report of mission' },
  fiction: { fr: 'FICTIF', en: 'FICTIONAL' },
  contents: { fr: 'Sommaire', en: 'Contents' },
  page: { fr: 'page', en: 'page' },
  reference: { fr: 'Référence', en: 'Reference' },
  state: { fr: 'État', en: 'State' },
  question: { fr: 'Question posée', en: 'Question' },
  teams: { fr: 'Équipes', en: 'Teams' },
  period: { fr: 'Période', en: 'Period' },
  protocols: { fr: 'Protocoles', en: 'Protocols' },
  allProtocols: { fr: 'tous', en: 'all' },
  auditors: { fr: 'Auditeurs', en: 'Auditors' },
  opened: { fr: 'Ouverte', en: 'Opened' },
  closed: { fr: 'Close', en: 'Closed' },
  made: { fr: 'Rapport établi', en: 'Report made' },
  by: { fr: 'par', en: 'by' },
  sampling: { fr: 'Comment les dossiers ont été choisis', en: 'How the cases were chosen' },
  results: { fr: 'Ce que disent les dossiers', en: 'What the cases say' },
  findings: { fr: 'Constats', en: 'Findings' },
  cases: { fr: 'Dossier par dossier', en: 'Case by case' },
  frame: { fr: 'La liste dans laquelle on a tiré', en: 'The list that was drawn from' },
  noFinding: { fr: 'Aucun constat.', en: 'No finding.' },
  examined: { fr: 'Dossiers examinés', en: 'Cases examined' },
  seed: { fr: 'Graine', en: 'Seed' },
  frameSize: { fr: 'Dossiers du périmètre', en: 'Cases in the scope' },
  drawn: { fr: 'Dossiers tirés', en: 'Cases drawn' },
  hidden: {
    fr: 'Dont non ouverts à qui établit ce rapport (réservés, ou conflit d’intérêts)',
    en: 'Of which not open to whoever makes this report (restricted, or a conflict of interest)',
  },
  frameHash: { fr: 'Empreinte de la liste (SHA-256)', en: 'Fingerprint of the list (SHA-256)' },
  questionColumn: { fr: 'Question', en: 'Question' },
  unanswered: { fr: 'Sans réponse', en: 'No answer' },
  notExamined: { fr: 'Pas encore examiné.', en: 'Not examined yet.' },
  examinedBy: { fr: 'Examiné', en: 'Examined' },
  alias: { fr: 'Alias dans le registre', en: 'Alias in the record' },
  points: { fr: 'Points', en: 'Points' },
  severity: { fr: 'Gravité', en: 'Severity' },
  expected: { fr: 'Attendu', en: 'Expected' },
  happened: { fr: 'Constaté', en: 'Happened' },
  gap: { fr: 'Écart', en: 'Gap' },
  evidence: { fr: 'Ce qui le montre', en: 'What shows it' },
  owner: { fr: 'Y répond', en: 'Answers it' },
  due: { fr: 'Réponse attendue le', en: 'Answer expected by' },
  answer: { fr: 'Réponse', en: 'Answer' },
  noAnswer: { fr: 'Pas encore de réponse.', en: 'No answer yet.' },
  closing: { fr: 'Clôture', en: 'Closing' },
  stillOpen: { fr: 'Ouvert.', en: 'Open.' },
  written: { fr: 'Écrit', en: 'Written' },
  caseFile: { fr: 'Dossier', en: 'Case' },
  recompute: {
    fr: 'Pour refaire le tirage : pour chaque alias de la liste, calculez SHA-256 de la graine, d’un octet nul et de l’alias ; triez par ce nombre ; gardez les premiers. Avec coreutils : printf "GRAINE\\0ALIAS" | sha256sum. L’empreinte de la liste est celle des alias triés, un par ligne.',
    en: 'To draw again: for each alias of the list, compute SHA-256 of the seed, a zero byte and the alias; sort by that number; keep the first ones. With coreutils: printf "SEED\\0ALIAS" | sha256sum. The list’s fingerprint is that of the sorted aliases, one a line.',
  },
  weights: {
    fr: 'Les points de chaque dossier : pour chaque motif, tant de points, comptés tant de fois au plus.',
    en: 'The points of each case: for each reason so many points, counted so many times at most.',
  },
  reason: { fr: 'Motif', en: 'Reason' },
  each: { fr: 'Points chacun', en: 'Points each' },
  most: { fr: 'Comptés au plus', en: 'Counted at most' },
  beyond: { fr: 'Au-delà de', en: 'Beyond' },
  unproven: {
    fr: 'Ce rapport dit ce que les auditeurs ont répondu. La preuve que les dossiers n’ont pas été modifiés depuis est dans le paquet de preuve de la mission.',
    en: 'This report says what the auditors answered. The proof that the cases were not changed since is in the mission’s audit bundle.',
  },
} as const satisfies Record<string, Words>;

export const METHOD_WORDS = {
  random: {
    fr: 'Au hasard, avec une graine enregistrée : n’importe qui peut refaire le tirage.',
    en: 'At random, with a recorded seed: anyone can draw again.',
  },
  risk: {
    fr: 'Par risque : les dossiers qui ont le plus de points, avec leurs raisons. Ce n’est pas un échantillon représentatif.',
    en: 'By risk: the cases with the most points, with their reasons. This is no representative sample.',
  },
  all: { fr: 'Tous les dossiers du périmètre.', en: 'All cases in the scope.' },
} as const satisfies Record<SamplingMethod, Words>;

export const SEED_WORDS = {
  drawn: { fr: 'tirée par le serveur à l’ouverture', en: 'drawn by the server at opening' },
  given: { fr: 'fournie à l’ouverture', en: 'handed in at opening' },
} as const satisfies Record<string, Words>;
