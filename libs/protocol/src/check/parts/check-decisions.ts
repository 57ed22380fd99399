import { codesOf } from '../../fact-types/of-fact';
import { text } from '@repere/feel';
import type { FactDefinition, StepDefinition } from '../../documents/document';
import { reasonListNames, reasonsIn } from '../../reasons/reason-lists';
import { proposeName } from '../propose-name';
import type { Path } from '../../yaml/yaml-source';
import { type Check, type Checking, factsOf, type CheckFinding } from '../checking';
import { unknownName } from '../unknown-name';

/** What a step decides is ranked and asked; its reasons, waivers and evidence come from lists that exist. */
export const checkDecisions: Check = function* (checking) {
  for (const [index, step] of checking.document.steps.entries()) {
    yield* checkDecision(step, ['steps', index], checking);
    yield* checkNamedLists(step, ['steps', index], checking);
  }
};

function* checkDecision(step: StepDefinition, at: Path, checking: Checking): Iterable<CheckFinding> {
  const fact = step.decides === undefined ? undefined : factsOf(checking)[step.decides];
  if (step.decides !== undefined) {
    const where = [...at, 'decides'];
    if (!fact) yield unknownName('fact', step.decides, Object.keys(factsOf(checking)), where);
    else if (!fact.ranked) {
      const message = text(
        `\`${step.decides}\` n’est pas classé (\`ranked\`) : personne ne sait quelle valeur protège le plus.`,
        `\`${step.decides}\` isn’t ranked, so nobody knows which value protects more.`,
      );
      yield {
        code: 'decides-unranked',
        at: where,
        message,
        remedy: text(
          'Donnez au fait `ranked: [ce qui protège le plus, …, le moins]`.',
          'Give the fact `ranked: [most protective, …, least]`.',
        ),
      };
    } else if (!step.fields.includes(step.decides)) {
      const message = text(
        `\`${step.id}\` décide \`${step.decides}\` mais ne le demande pas.`,
        `\`${step.id}\` decides \`${step.decides}\` but doesn’t ask it.`,
      );
      yield {
        code: 'decides-unasked',
        at: where,
        message,
        remedy: text(`Ajoutez \`${step.decides}\` à \`fields\`.`, `Add \`${step.decides}\` to \`fields\`.`),
      };
    }
  }
  const codes = fact ? codesOf(fact) : [];
  for (const [value, list] of Object.entries(step.reasons)) {
    if (!fact) {
      const message = text(
        'Les `reasons` vont avec la valeur que l’étape décide.',
        '`reasons` go with the value that a step decides.',
      );
      yield {
        code: 'reasons-without-decision',
        at: [...at, 'reasons', value],
        isKey: true,
        message,
        remedy: text('Ajoutez `decides:`.', 'Add `decides:`.'),
      };
    } else if (!codes.includes(value)) {
      const message = text(
        `\`${fact.id}\` n’a pas de code \`${value}\`.`,
        `\`${fact.id}\` has no code \`${value}\`.`,
      );
      yield {
        code: 'unknown-code',
        at: [...at, 'reasons', value],
        isKey: true,
        message,
        remedy: proposeName(value, codes),
      };
    }
    const lists = reasonListNames(checking.document, checking.shared);
    if (
      isLeast(fact, value) &&
      Object.entries(step.reasons).some(([other, it]) => other !== value && it === list)
    ) {
      yield {
        code: 'reasons-for-opposites',
        at: [...at, 'reasons', value],
        message: text(
          `\`${list}\` motive \`${value}\`, qui protège le moins, et d’autres réponses : un motif ne peut pas fonder le contraire.`,
          `\`${list}\` grounds \`${value}\`, which protects least, and other answers: a reason can’t ground its opposite.`,
        ),
        remedy: text('Donnez à cette réponse une liste à elle.', 'Give this answer a list of its own.'),
      };
    }
    if (!lists.includes(list)) yield unknownName('list of reasons', list, lists, [...at, 'reasons', value]);
    else yield* checkIsFilled(list, [...at, 'reasons', value], checking);
  }
}

/** A list without a reason would hold back the answer that it grounds, for good. */
function* checkIsFilled(list: string, at: Path, { document, shared }: Checking): Iterable<CheckFinding> {
  if (Object.keys(reasonsIn(document, shared, list)).length > 0) return;
  yield {
    code: 'empty-list-of-reasons',
    at,
    message: text(
      `La liste \`${list}\` n’a aucun motif : la réponse ne pourrait jamais être donnée.`,
      `The list \`${list}\` has no reason: the answer could never be given.`,
    ),
    remedy: text('Écrivez un motif dans la liste.', 'Write a reason into the list.'),
  };
}

/** Whether the value is the one of its ranking that protects least. */
const isLeast = (fact: FactDefinition | undefined, value: string): boolean => fact?.ranked?.at(-1) === value;

function* checkNamedLists(
  step: StepDefinition,
  at: Path,
  { document, shared }: Checking,
): Iterable<CheckFinding> {
  const lists = reasonListNames(document, shared);
  if (step.waiverReasons !== undefined && !lists.includes(step.waiverReasons)) {
    yield unknownName('list of reasons', step.waiverReasons, lists, [...at, 'waivable', 'reasons']);
  }
  const kinds = Object.keys(shared.evidence);
  for (const [line, kind] of step.evidence.entries()) {
    if (!kinds.includes(kind)) yield unknownName('kind of evidence', kind, kinds, [...at, 'evidence', line]);
  }
}
