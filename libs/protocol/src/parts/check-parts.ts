import { text } from '@repere/feel';
import { checkBasis } from '../check/words/check-basis';
import { checkDeadlines } from '../check/parts/check-deadlines';
import { checkDecisions } from '../check/parts/check-decisions';
import { checkExpressions } from '../check/logic/check-expressions';
import { checkRecurrence } from '../check/parts/check-recurrence';
import { checkSteps } from '../check/parts/check-steps';
import { checkValidity } from '../check/parts/check-validity';
import { checkWording } from '../check/words/check-wording';
import { type Check, type CheckFinding, toProblem } from '../check/checking';
import { documentScope } from '../check/document-scope';
import { conditionsOf } from '../check/expressions';
import type { Surroundings } from '../check/checking';
import type { Problem, ProtocolDocument } from '../documents/document';
import type { LoadedParts, PartDefinition } from './load-parts';
import { valueAt } from '../yaml/yaml-source';

const CHECKS: readonly Check[] = [
  checkSteps,
  checkDecisions,
  checkDeadlines,
  checkRecurrence,
  checkValidity,
  checkBasis,
  checkWording,
];

/** What is wrong with the steps of parts.yaml, each said once and there, however many protocols use it. */
export function checkParts(
  { parts, source }: LoadedParts,
  { shared, sources, documents }: Surroundings,
): readonly Problem[] {
  const uses = new Set(documents.flatMap(({ steps }) => steps.flatMap(({ part }) => part ?? [])));
  return Object.entries(parts ?? {}).flatMap(([id, part]) => {
    const writtenAt = (path: CheckFinding['at']) => valueAt(source.value, inPart(id, path));
    const found = findingsOfPart(id, part, { shared, sources, documents }, writtenAt);
    const all = uses.has(id) ? found : [...found, unused(id)];
    return all.map((finding) => toProblem(source, { ...finding, at: inPart(id, finding.at) }));
  });
}

/** What is wrong with a part as it stands alone. Paths are those of the only step of a document: `steps`, 0, …. */
export function findingsOfPart(
  id: string,
  part: PartDefinition,
  { shared, sources, documents }: Surroundings,
  writtenAt: (path: CheckFinding['at']) => unknown = () => undefined,
): readonly CheckFinding[] {
  const document = aloneWith(id, part);
  const meaning = documentScope(shared, []);
  const checking = { document, shared, sources, documents, writtenAt };
  return [
    ...CHECKS.flatMap((check) => [...check(checking)]),
    ...checkExpressions(standingAlone(meaning), conditionsOf(document), []).findings,
  ].filter(({ code }) => code !== 'not-the-writer');
}

/** A part reads what every protocol has, so that it means the same in each. */
function standingAlone(meaning: ReturnType<typeof documentScope>): ReturnType<typeof documentScope> {
  const only = (scope: ReturnType<typeof documentScope>['scope']) => ({
    ...scope,
    call(word: string, args: readonly string[]) {
      const found = scope.call(word, args);
      if (found === undefined || word === 'answer' || word === 'reached') return found;
      return text(
        'Une partie se suffit : elle ne lit que des faits de facts.yaml, reached(moment) et answer(fact).',
        'A part stands alone: it reads facts of facts.yaml, reached(moment) and answer(fact) only.',
      );
    },
  });
  return { ...meaning, scope: only(meaning.scope), rowScope: (list) => only(meaning.rowScope(list)) };
}

function aloneWith(id: string, part: PartDefinition): ProtocolDocument {
  return {
    protocol: '',
    version: '',
    code: '',
    title: { fr: '', en: '' },
    purpose: { fr: '', en: '' },
    runs: 'one',
    basis: [],
    limits: {},
    facts: {},
    derived: {},
    steps: [{ ...part, id, code: '', after: [] }],
    opens: [],
    outcomes: [],
    safeguards: [],
  };
}

function inPart(id: string, [, , ...rest]: CheckFinding['at']): CheckFinding['at'] {
  return ['parts', id, ...rest];
}

function unused(id: string): CheckFinding {
  const message = text(
    `Aucun protocole ne se sert de la partie \`${id}\`.`,
    `No protocol uses the part \`${id}\`.`,
  );
  const remedy = text(
    `Écrivez \`- part: ${id}\` parmi les étapes de l’un d’eux, ou retirez-la.`,
    `Write \`- part: ${id}\` among the steps of one, or leave it out.`,
  );
  return { code: 'unused-part', at: ['steps', 0], isKey: true, message, remedy, severity: 'warning' };
}
