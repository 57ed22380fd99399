import { hasRows } from '../../fact-types/of-fact';
import { type Reference, text, type Text } from '@repere/feel';
import { FACT_TYPES } from '../../fact-types';
import type { FactDefinition, FieldClass } from '../../documents/document';
import type { CheckedExpression } from '../logic/check-expressions';
import { type Checking, type CheckFinding, listOfStep } from '../checking';

/** Facts that nobody asks, and facts that nothing uses. */
export function* checkUsage(
  checking: Checking,
  expressions: readonly CheckedExpression[],
): Iterable<CheckFinding> {
  const { document } = checking;
  const asked = new Set(document.steps.flatMap(({ fields }) => fields));
  const started = new Set(document.steps.flatMap(({ due, opensAt }) => [due?.from, opensAt?.from]));
  const filled = new Set(document.steps.map(listOfStep));
  const isRead = (name: string) =>
    expressions.some(({ expression }) => expression.references.some((it) => isOf(it, name)));

  for (const [id, fact] of Object.entries(document.facts)) {
    const isAsked = hasRows(fact) ? filled.has(id) : asked.has(id);
    if (isAsked) {
      if (!isRead(id) && !started.has(id) && hasNoPurpose(fact)) yield withoutPurpose(id);
      for (const field of Object.keys(fact.row ?? {})) {
        if (asked.has(`${id}.${field}`)) continue;
        const message = text(
          `Aucune étape ne demande \`${id}.${field}\`.`,
          `No step asks \`${id}.${field}\`.`,
        );
        yield neverAsked(
          message,
          ['facts', id, 'row', field],
          text(
            `Ajoutez-le aux \`fields\` d’une étape qui ajoute une ligne à \`${id}\` ou qui porte dessus.`,
            `Add it to the \`fields\` of a step that adds or is about \`${id}\`.`,
          ),
        );
      }
    } else if (isRead(id) || started.has(id)) {
      yield neverAsked(
        text(
          `\`${id}\` est lu, mais aucune étape ne le demande : on ne le saura jamais.`,
          `\`${id}\` is read, but no step asks it: it stays unknown for good.`,
        ),
        ['facts', id],
        text('Ajoutez-le aux `fields` d’une étape.', 'Add it to the `fields` of a step.'),
      );
    } else {
      const message = text(`Rien ne demande ni ne lit \`${id}\`.`, `Nothing asks or reads \`${id}\`.`);
      yield {
        code: 'unused-fact',
        at: ['facts', id],
        isKey: true,
        message,
        remedy: text('Demandez-le dans une étape, ou retirez-le.', 'Ask it in a step, or leave it out.'),
        severity: 'warning',
      };
    }
  }
  const given = new Set(
    document.steps.flatMap((step) => [...Object.values(step.reasons), step.waiverReasons]),
  );
  for (const list of Object.keys(document.reasons ?? {})) {
    if (given.has(list)) continue;
    yield {
      code: 'unused-list-of-reasons',
      at: ['reasons', list],
      isKey: true,
      message: text(
        `Aucune étape ne demande de motif de la liste \`${list}\`.`,
        `No step asks for a reason of the list \`${list}\`.`,
      ),
      remedy: text('Donnez-la à une réponse, ou retirez-la.', 'Give it to an answer, or leave it out.'),
      severity: 'warning',
    };
  }
  for (const id of Object.keys(document.derived)) {
    if (isRead(id)) continue;
    const message = text(`Rien ne lit \`${id}\`.`, `Nothing reads \`${id}\`.`);
    yield {
      code: 'unused-derived',
      at: ['derived', id],
      isKey: true,
      message,
      remedy: text('Servez-vous-en, ou retirez-le.', 'Use it, or leave it out.'),
      severity: 'warning',
    };
  }
}

/**
 * What is asked has a purpose: something reads it, or a ground says why. Words, and who is meant and how to reach them,
 * are read by people.
 */
function hasNoPurpose({ type, class: kind, basis }: FactDefinition): boolean {
  return basis.length === 0 && !FACT_TYPES[type].isOwnWords && !READ_BY_PEOPLE.has(kind);
}

const READ_BY_PEOPLE: ReadonlySet<FieldClass> = new Set([
  'identity',
  'people',
  'contact',
  'narrative',
  'opinion',
  'staff',
]);

function withoutPurpose(id: string): CheckFinding {
  return {
    code: 'unread-fact',
    at: ['facts', id],
    isKey: true,
    message: text(
      `\`${id}\` est demandé, mais rien ne le lit et aucune source ne dit pourquoi.`,
      `\`${id}\` is asked, but nothing reads it and no ground says why.`,
    ),
    remedy: text(
      'Ajoutez `basis:`, servez-vous-en dans une condition, ou ne le demandez plus.',
      'Add `basis:`, use it in a condition, or stop asking it.',
    ),
    severity: 'warning',
  };
}

function neverAsked(message: Text, at: CheckFinding['at'], remedy: Text): CheckFinding {
  return {
    code: 'never-asked',
    at,
    isKey: true,
    message,
    remedy,
    severity: at.length > 2 ? 'warning' : 'error',
  };
}

function isOf({ name }: Reference, fact: string): boolean {
  return name === fact || name.startsWith(`${fact}.`) || name.includes(`(${fact}`);
}
