import type { BothLanguages } from '../bundle/bundle-format';

/** What a supervisor says of a deviation. */
export const JUDGEMENT_VERDICTS = ['accepted', 'finding', 'no-deviation'] as const;
export type JudgementVerdict = (typeof JUDGEMENT_VERDICTS)[number];

/** What may be said of a deviation from a protocol. */
export const JUDGEMENTS = ['explained', ...JUDGEMENT_VERDICTS] as const;
export type JudgementKind = (typeof JUDGEMENTS)[number];

/** What was said, before who said it and when: on screen and on paper. */
export const JUDGEMENT_WORDS: Readonly<Record<JudgementKind, BothLanguages>> = {
  explained: { fr: 'Explication', en: 'Explanation' },
  accepted: { fr: 'Accepté', en: 'Accepted' },
  finding: { fr: 'Constat', en: 'Finding' },
  'no-deviation': { fr: 'Jugé : pas un écart', en: 'Judged: no deviation' },
};

/** By what deviations are put together, beside their kind, for one decision. */
export const DEVIATION_GROUPINGS = ['kind', 'case', 'person'] as const;
export type DeviationGrouping = (typeof DEVIATION_GROUPINGS)[number];
