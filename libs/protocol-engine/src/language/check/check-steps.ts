import type { ProtocolDocument, StepDefinition } from '../document';
import type { Path } from '../yaml-source';
import { type Check, type Checking, factsOf, type Finding, listOfStep } from './checking';
import { unknownName } from './unknown-name';

/** Steps, fields and lists that a step names exist, and its parts go together. */
export const checkSteps: Check = function* (checking) {
  for (const [index, step] of checking.document.steps.entries()) {
    const at: Path = ['steps', index];
    yield* checkOrder(step, at, checking);
    yield* checkFields(step, at, checking);
    yield* checkLists(step, at, checking);
    yield* checkForm(step, at);
  }
};

function* checkOrder(step: StepDefinition, at: Path, { document }: Checking): Iterable<Finding> {
  const ids = document.steps.map(({ id }) => id);
  for (const [line, before] of step.after.entries()) {
    if (!ids.includes(before)) yield unknownName('step', before, ids, [...at, 'after', line]);
  }
  const circle = findCircle(step.id, document);
  if (circle) {
    yield {
      code: 'steps-in-a-circle',
      at: [...at, 'after'],
      message: `\`${step.id}\` can never be done: ${circle.join(' after ')}.`,
      remedy: 'Take one of them out of `after`.',
    };
  }
}

/** A way from a step along `after` back to it, or `undefined`. */
function findCircle(start: string, document: ProtocolDocument): readonly string[] | undefined {
  const after = new Map(document.steps.map((step) => [step.id, step.after]));
  const seen = new Set<string>();
  const walk = (id: string, way: readonly string[]): readonly string[] | undefined => {
    for (const before of after.get(id) ?? []) {
      if (before === start) return [...way, before];
      if (seen.has(before)) continue;
      seen.add(before);
      const found = walk(before, [...way, before]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

function* checkFields(step: StepDefinition, at: Path, checking: Checking): Iterable<Finding> {
  const facts = factsOf(checking);
  const list = listOfStep(step);
  for (const [line, field] of step.fields.entries()) {
    const where = [...at, 'fields', line];
    const [id = '', part] = field.split('.');
    const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
    if (!fact) yield unknownName('fact', id, Object.keys(facts), where);
    else if (part !== undefined && id !== list) {
      const message = `\`${field}\` is of a row, but \`${step.id}\` neither adds nor is about \`${id}\`.`;
      yield {
        code: 'field-of-other-list',
        at: where,
        message,
        remedy: `Add \`adds: ${id}\` or \`about: ${id}\`.`,
      };
    } else if (part !== undefined && !Object.hasOwn(fact.row ?? {}, part)) {
      yield unknownName(
        'field',
        part,
        Object.keys(fact.row ?? {}),
        where,
        `Rows of \`${id}\` have no field \`${part}\`.`,
      );
    } else if (part === undefined && fact.type === 'list') {
      const message = `\`${id}\` is a list: a step asks its fields.`;
      const fields = Object.keys(fact.row ?? {}).map((name) => `${id}.${name}`);
      yield { code: 'list-as-field', at: where, message, remedy: `Write ${fields.slice(0, 3).join(', ')}…` };
    } else if (
      fact.writtenBy !== undefined &&
      fact.writtenBy !== `${checking.document.protocol}.${step.id}`
    ) {
      const message = `\`${id}\` is written by \`${fact.writtenBy}\` only.`;
      yield {
        code: 'not-the-writer',
        at: where,
        message,
        remedy: 'Leave it out; ask an observation of its own instead.',
      };
    }
    if (step.fields.indexOf(field) < line) {
      yield {
        code: 'duplicate-field',
        at: where,
        message: `\`${field}\` is asked twice.`,
        remedy: 'Keep one.',
      };
    }
  }
  for (const [line, field] of step.required.entries()) {
    if (!step.fields.includes(field))
      yield unknownName(
        'field',
        field,
        step.fields,
        [...at, 'required', line],
        `\`${step.id}\` requires \`${field}\` but doesn't ask it.`,
      );
  }
}

function* checkLists(step: StepDefinition, at: Path, checking: Checking): Iterable<Finding> {
  const facts = factsOf(checking);
  const lists = Object.keys(facts).filter((id) => facts[id]?.type === 'list');
  for (const key of ['adds', 'about', 'closes'] as const) {
    const list = step[key];
    if (list !== undefined && !lists.includes(list)) yield unknownName('list', list, lists, [...at, key]);
  }
  const named = new Set([step.adds, step.about, step.closes].filter((list) => list !== undefined));
  if (named.size > 1) {
    const message = `\`${step.id}\` is about several lists: ${[...named].join(', ')}.`;
    yield { code: 'several-lists', at, message, remedy: 'Make one step for each list.' };
  }
}

function* checkForm(step: StepDefinition, at: Path): Iterable<Finding> {
  if (step.when !== undefined && step.unless !== undefined) {
    const message = `\`${step.id}\` has both \`when\` and \`unless\`.`;
    yield {
      code: 'when-and-unless',
      at: [...at, 'unless'],
      isKey: true,
      message,
      remedy: '`when` waits for an answer, `unless` does not. Keep one.',
    };
  }
  if (step.kind === 'recorded-act' && step.requires.length > 0) {
    const message = `\`${step.id}\` records what others did: it can't be refused.`;
    yield {
      code: 'requires-on-record',
      at: [...at, 'requires'],
      isKey: true,
      message,
      remedy: 'Write the condition as a `flags` line.',
    };
  }
  if (step.guidance === undefined) {
    const message = `\`${step.id}\` doesn't say how to do it well.`;
    yield {
      code: 'missing-guidance',
      at,
      message,
      remedy: 'Add `guidance:` one or two sentences.',
      severity: 'warning',
    };
  }
  for (const [line, flag] of step.flags.entries()) {
    if (flag.tell === undefined && flag.incident !== true) {
      const message = 'Nobody hears of this flag.';
      yield {
        code: 'silent-flag',
        at: [...at, 'flags', line],
        message,
        remedy: 'Add `tell: SUP`, or `incident: true`.',
        severity: 'warning',
      };
    }
  }
}
