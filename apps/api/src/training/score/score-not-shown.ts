/** What is told a learner as long as whoever leads does not show the score. */
export const SCORE_NOT_SHOWN = {
  code: 'score-not-shown',
  text: {
    fr: 'Le score, et ce qui s’écarte des protocoles, se voient quand qui anime les montre.',
    en: 'The score, and what departs from the protocols, are seen once whoever leads shows them.',
  },
} as const;
