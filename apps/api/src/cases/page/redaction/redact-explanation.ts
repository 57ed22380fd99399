import type { Explanation } from '@repere/case-engine';
import type { FieldClass } from '@repere/protocol';
import type { LoadedCase } from '../../reading/loaded-case';

/** What is said instead, after a subject. */
export const HIDDEN = {
  fr: 'dépend d’une information qui ne vous est pas ouverte ; demandez à votre responsable',
  en: 'depends on something that you may not see; ask your supervisor',
};

/** The explanation without a word on facts that the reader may not see. */
export function redactExplanation(
  file: LoadedCase,
  explanation: Explanation,
  runId: string,
  redacted: ReadonlySet<FieldClass>,
): Explanation {
  if (redacted.size === 0) return explanation;
  const isHidden = (fact: string | undefined, of: string | undefined): boolean => {
    const definition = fact === undefined ? undefined : file.findFact(of ?? runId, fact);
    return definition !== undefined && redacted.has(definition.class);
  };
  const because = explanation.because.map((it) =>
    isHidden(it.fact, it.runId) ? { text: HIDDEN, basis: [] } : it,
  );
  // The summary names what the reasons name.
  const isTold = because.every((it, place) => it === explanation.because[place]);
  return isTold
    ? explanation
    : {
        ...explanation,
        because,
        summary: { fr: `Cette étape ${HIDDEN.fr}.`, en: `This step ${HIDDEN.en}.` },
      };
}
