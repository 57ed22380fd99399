import type { FieldClass } from '@repere/access';
import type { ProblemReasonDto } from '../answers/openapi';

/** By case: classes of fields that are redacted. */
export type RedactedByCase = Readonly<Record<string, readonly FieldClass[]>>;

/** What the account that acts does not see of cases, as it is now; of a case that is not there for it nothing is said. */
export interface CaseSight {
  redactedOf(caseFileIds: readonly string[]): Promise<RedactedByCase>;
}

/** Whether now more is redacted of one of these cases than was then, or one of them is out of sight altogether. */
export const isNarrower = (now: RedactedByCase, then: RedactedByCase): boolean =>
  Object.keys(then).some((id) => !now[id]) ||
  Object.entries(now).some(([id, classes]) => classes.some((it) => !then[id]?.includes(it)));

/** Why an answer that was kept is not given again. */
export const SHOWS_MORE: ProblemReasonDto = {
  code: 'answer-shows-more',
  text: {
    fr: 'Cet acte est enregistré. Sa première réponse montrait plus que ce que vous pouvez voir maintenant : rouvrez le dossier.',
    en: 'This act is recorded. Its first answer showed more than you may see now: open the case again.',
  },
};
