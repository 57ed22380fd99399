import { text, type Text } from '@repere/feel';

export const REASON_CRITERIA = ['facts', 'words', 'judgement', 'ground'] as const;
/**
 * What is looked at in a written reason. `facts`: what was seen or said stands there; `words`: what the child said stands there as said;
 * `judgement`: nobody is judged; `ground`: it says why this follows from what the protocol asks.
 */
export type ReasonCriterion = (typeof REASON_CRITERIA)[number];

/** What whoever leads found in one reason. A criterion in neither list was not rated: it counts nothing. */
export interface ReasonRating {
  readonly met: readonly ReasonCriterion[];
  readonly missing: readonly ReasonCriterion[];
}

/** What a reason that lacks it is told, and the sources that ask for it. */
export const CRITERION_GROUNDS: Readonly<
  Record<ReasonCriterion, { readonly lacking: Text; readonly basis: readonly string[] }>
> = {
  facts: {
    lacking: text(
      'Les faits n’y sont pas : qui a vu ou entendu quoi, et quand.',
      'The facts are not there: who saw or heard what, and when.',
    ),
    basis: ['G03'],
  },
  words: {
    lacking: text(
      'Les mots de l’enfant n’y sont pas tels quels.',
      'The child’s words are not there as said.',
    ),
    basis: ['G03', 'S32'],
  },
  judgement: {
    lacking: text(
      'Le texte juge l’enfant ou sa famille, au lieu de dire ce qui est.',
      'The text judges the child or the family, where it should say what is.',
    ),
    basis: ['S62'],
  },
  ground: {
    lacking: text(
      'Le lien avec ce que demande le protocole n’est pas dit.',
      'How it follows from what the protocol asks is not said.',
    ),
    basis: ['G09'],
  },
};
