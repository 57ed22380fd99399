import type { Words } from '@repere/cases';
import type { ScorePart, TrainingMode } from '@repere/training';

/** What stands on the paper of a debrief beside what was counted. */
export const DEBRIEF_WORDS = {
  fiction: { fr: 'FICTIF – exercice', en: 'FICTIONAL – exercise' },
  page: { fr: 'page', en: 'page' },
  title: { fr: 'Bilan d’un exercice', en: 'Debrief of an exercise' },
  score: { fr: 'Score', en: 'Score' },
  part: { fr: 'Ce qui compte', en: 'What counts' },
  points: { fr: 'Points', en: 'Points' },
  lost: { fr: 'Points perdus', en: 'Points lost' },
  nothingLost: { fr: 'Aucun.', en: 'None.' },
  met: { fr: 'Réussi', en: 'Done well' },
  nothingMet: { fr: 'Rien encore.', en: 'Nothing yet.' },
  debrief: { fr: 'À dire ensemble', en: 'To talk over together' },
  questions: { fr: 'Questions', en: 'Questions' },
  right: { fr: 'Juste\u00a0:', en: 'Right:' },
  timeline: { fr: 'Tout ce qui s’est passé', en: 'All that happened' },
  when: { fr: 'Quand', en: 'When' },
  what: { fr: 'Quoi', en: 'What' },
  kept: { fr: 'Notes privées', en: 'Private notes' },
  private: {
    fr: 'Ce papier porte les notes privées de la personne qui anime. Ne le distribuez pas.',
    en: 'This paper has the private notes of whoever leads. Do not hand it out.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const PART_WORDS: Readonly<Record<ScorePart, Words>> = {
  steps: { fr: 'Étapes, comme l’audit les compte', en: 'Steps, as audit counts them' },
  deadlines: { fr: 'Échéances', en: 'Deadlines' },
  'protection-order': { fr: 'Ce qui protège d’abord', en: 'What protects comes first' },
  expectations: { fr: 'Attentes de l’histoire', en: 'What the story looks for' },
  questions: { fr: 'Questions', en: 'Questions' },
  reasons: { fr: 'Motifs écrits', en: 'Written reasons' },
  safeguards: { fr: 'Garde-fous', en: 'Safeguards' },
};

export const MODE_WORDS: Readonly<Record<TrainingMode, Words>> = {
  guided: { fr: 'guidé', en: 'guided' },
  practice: { fr: 'entraînement', en: 'practice' },
  assessment: { fr: 'évaluation', en: 'assessment' },
};

/** At the end of it, in this order. */
export const CLOSING: readonly Words[] = [
  {
    fr: 'Le score compte ce qui est écrit dans le dossier de l’histoire, ce qui y a été essayé et refusé par un garde-fou, les réponses aux questions et ce que la personne qui anime a coché.',
    en: 'The score counts what is written in the case of the story, what was tried there and refused by a safeguard, answers to questions and what whoever leads ticked.',
  },
  {
    fr: 'L’enfant, l’histoire et le personnel sont inventés. Ce papier ne nomme personne de la classe, et ne porte pas les motifs qui ont été écrits.',
    en: 'The child, the story and the staff are invented. This paper names nobody of the class, and has no reasons that were written.',
  },
  {
    fr: 'Le score ne sert qu’à la formation. Aucun dossier réel n’est noté, ni personne pour son travail.',
    en: 'The score serves training only. No real case is scored, nor anybody for their work.',
  },
];

type Say = (n: number) => Words;

const points = (n: number): Words => ({
  fr: `${String(n)} point${n >= 2 || n <= -2 ? 's' : ''}`,
  en: `${String(n)} point${n === 1 || n === -1 ? '' : 's'}`,
});

export const COUNTED = {
  points,
  open: (n) => ({
    fr: `${points(n).fr} de l’histoire ${n > 1 ? 'ne sont pas encore dus\u00a0: ni gagnés, ni perdus' : 'n’est pas encore dû\u00a0: ni gagné, ni perdu'}.`,
    en: `${points(n).en} of the story ${n === 1 ? 'is' : 'are'} not due yet: neither won nor lost.`,
  }),
  unrated: (n) => ({
    fr:
      n > 1
        ? `${String(n)} motifs non appréciés\u00a0: ils ne comptent ni pour ni contre.`
        : '1 motif non apprécié\u00a0: il ne compte ni pour ni contre.',
    en:
      n === 1
        ? '1 reason not rated: it counts neither for nor against.'
        : `${String(n)} reasons not rated: they count neither for nor against.`,
  }),
  uncounted: (n) => ({
    fr: `Compté à la fin du temps. Actes venus après, qui ne comptent pas\u00a0: ${String(n)}.`,
    en: `Counted at the end of the time. Acts that came after and count nothing: ${String(n)}.`,
  }),
  times: (n) => ({
    fr: `${String(n)} réponse${n > 1 ? 's' : ''}`,
    en: `${String(n)} answer${n === 1 ? '' : 's'}`,
  }),
  breach: (n) => ({
    fr: `Les étapes comptent comme dans l’audit. Chaque échéance à nous compte un point de plus\u00a0; un garde-fou rompu, ou essayé, en retire ${String(n)}.`,
    en: `Steps count as in audit. Each deadline of ours counts one point more; a safeguard broken, or tried, takes ${String(n)}.`,
  }),
} as const satisfies Readonly<Record<string, Say>>;
