import type { Reference } from '../../feel/contract';
import type { FactDefinition, FieldClass } from '../document';
import type { CheckedExpression } from './check-expressions';
import { type Checking, type Finding, listOfStep } from './checking';

/** Facts that nobody asks, and facts that nothing uses. */
export function* checkUsage(
  checking: Checking,
  expressions: readonly CheckedExpression[],
): Iterable<Finding> {
  const { document } = checking;
  const asked = new Set(document.steps.flatMap(({ fields }) => fields));
  const started = new Set(document.steps.flatMap(({ due, opensAt }) => [due?.from, opensAt?.from]));
  const filled = new Set(document.steps.map(listOfStep));
  const isRead = (name: string) =>
    expressions.some(({ expression }) => expression.references.some((it) => isOf(it, name)));

  for (const [id, fact] of Object.entries(document.facts)) {
    const isAsked = fact.type === 'list' ? filled.has(id) : asked.has(id);
    if (isAsked) {
      if (!isRead(id) && !started.has(id) && hasNoPurpose(fact)) yield withoutPurpose(id);
      for (const field of Object.keys(fact.row ?? {})) {
        if (asked.has(`${id}.${field}`)) continue;
        const message = `No step asks \`${id}.${field}\`.`;
        yield neverAsked(
          message,
          ['facts', id, 'row', field],
          `Add it to the \`fields\` of a step that adds or is about \`${id}\`.`,
        );
      }
    } else if (isRead(id) || started.has(id)) {
      yield neverAsked(
        `\`${id}\` is read, but no step asks it: it stays unknown for good.`,
        ['facts', id],
        'Add it to the `fields` of a step.',
      );
    } else {
      const message = `Nothing asks or reads \`${id}\`.`;
      yield {
        code: 'unused-fact',
        at: ['facts', id],
        isKey: true,
        message,
        remedy: 'Ask it in a step, or leave it out.',
        severity: 'warning',
      };
    }
  }
  for (const id of Object.keys(document.derived)) {
    if (isRead(id)) continue;
    const message = `Nothing reads \`${id}\`.`;
    yield {
      code: 'unused-derived',
      at: ['derived', id],
      isKey: true,
      message,
      remedy: 'Use it, or leave it out.',
      severity: 'warning',
    };
  }
}

/**
 * What is asked has a purpose: something reads it, or a ground says why. Words, and who the child is and how to reach her,
 * are read by people.
 */
function hasNoPurpose({ type, class: kind, basis }: FactDefinition): boolean {
  return basis.length === 0 && type !== 'text' && !READ_BY_PEOPLE.has(kind);
}

const READ_BY_PEOPLE: ReadonlySet<FieldClass> = new Set([
  'identity',
  'contact',
  'narrative',
  'opinion',
  'staff',
]);

function withoutPurpose(id: string): Finding {
  return {
    code: 'unread-fact',
    at: ['facts', id],
    isKey: true,
    message: `\`${id}\` is asked, but nothing reads it and no ground says why.`,
    remedy: 'Add `basis:`, use it in a condition, or stop asking it.',
    severity: 'warning',
  };
}

function neverAsked(message: string, at: Finding['at'], remedy: string): Finding {
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
