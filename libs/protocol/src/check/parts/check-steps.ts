import { hasRows } from '../../fact-types/of-fact';
import { text } from '@repere/feel';
import type { ProtocolDocument, StepDefinition } from '../../documents/document';
import type { Path } from '../../yaml/yaml-source';
import { type Check, type Checking, factsOf, type CheckFinding, listOfStep } from '../checking';
import { unknownName } from '../unknown-name';

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

function* checkOrder(step: StepDefinition, at: Path, { document }: Checking): Iterable<CheckFinding> {
  const ids = document.steps.map(({ id }) => id);
  for (const [line, before] of step.after.entries()) {
    if (!ids.includes(before)) yield unknownName('step', before, ids, [...at, 'after', line]);
  }
  const circle = findCircle(step.id, document);
  if (circle) {
    yield {
      code: 'steps-in-a-circle',
      at: [...at, 'after'],
      message: text(
        `\`${step.id}\` ne peut jamais être faite : ${circle.join(' après ')}.`,
        `\`${step.id}\` can never be done: ${circle.join(' after ')}.`,
      ),
      remedy: text('Retirez l’une d’elles de `after`.', 'Take one of them out of `after`.'),
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

function* checkFields(step: StepDefinition, at: Path, checking: Checking): Iterable<CheckFinding> {
  const facts = factsOf(checking);
  const list = listOfStep(step);
  for (const [line, field] of step.fields.entries()) {
    const where = [...at, 'fields', line];
    const [id = '', part] = field.split('.');
    const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
    if (!fact) yield unknownName('fact', id, Object.keys(facts), where);
    else if (part !== undefined && id !== list) {
      const message = text(
        `\`${field}\` appartient à une ligne, mais \`${step.id}\` n’ajoute rien à \`${id}\` et ne porte pas sur lui.`,
        `\`${field}\` is of a row, but \`${step.id}\` neither adds nor is about \`${id}\`.`,
      );
      yield {
        code: 'field-of-other-list',
        at: where,
        message,
        remedy: text(
          `Ajoutez \`adds: ${id}\` ou \`about: ${id}\`.`,
          `Add \`adds: ${id}\` or \`about: ${id}\`.`,
        ),
      };
    } else if (part !== undefined && !Object.hasOwn(fact.row ?? {}, part)) {
      yield unknownName(
        'field',
        part,
        Object.keys(fact.row ?? {}),
        where,
        text(
          `Les lignes de \`${id}\` n’ont pas de champ \`${part}\`.`,
          `Rows of \`${id}\` have no field \`${part}\`.`,
        ),
      );
    } else if (part === undefined && hasRows(fact)) {
      const message = text(
        `\`${id}\` est une liste : une étape en demande les champs.`,
        `\`${id}\` is a list: a step asks its fields.`,
      );
      const fields = Object.keys(fact.row ?? {}).map((name) => `${id}.${name}`);
      yield {
        code: 'list-as-field',
        at: where,
        message,
        remedy: text(`Écrivez ${fields.slice(0, 3).join(', ')}…`, `Write ${fields.slice(0, 3).join(', ')}…`),
      };
    } else if (
      fact.writtenBy !== undefined &&
      fact.writtenBy !== `${checking.document.protocol}.${step.id}`
    ) {
      const message = text(
        `\`${id}\` n’est écrit que par \`${fact.writtenBy}\`.`,
        `\`${id}\` is written by \`${fact.writtenBy}\` only.`,
      );
      yield {
        code: 'not-the-writer',
        at: where,
        message,
        remedy: text(
          'Retirez-le ; demandez plutôt une observation à part.',
          'Leave it out; ask an observation of its own instead.',
        ),
      };
    }
    if (step.fields.indexOf(field) < line) {
      yield {
        code: 'duplicate-field',
        at: where,
        message: text(`\`${field}\` est demandé deux fois.`, `\`${field}\` is asked twice.`),
        remedy: text('Gardez-en un seul.', 'Keep one.'),
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
        text(
          `\`${step.id}\` exige \`${field}\` mais ne le demande pas.`,
          `\`${step.id}\` requires \`${field}\` but doesn’t ask it.`,
        ),
      );
  }
}

function* checkLists(step: StepDefinition, at: Path, checking: Checking): Iterable<CheckFinding> {
  const facts = factsOf(checking);
  const lists = Object.values(facts).flatMap((fact) => (hasRows(fact) ? [fact.id] : []));
  for (const key of ['adds', 'about', 'closes'] as const) {
    const list = step[key];
    if (list !== undefined && !lists.includes(list)) yield unknownName('list', list, lists, [...at, key]);
  }
  const named = new Set([step.adds, step.about, step.closes].filter((list) => list !== undefined));
  if (named.size > 1) {
    const message = text(
      `\`${step.id}\` porte sur plusieurs listes : ${[...named].join(', ')}.`,
      `\`${step.id}\` is about several lists: ${[...named].join(', ')}.`,
    );
    yield {
      code: 'several-lists',
      at,
      message,
      remedy: text('Faites une étape pour chaque liste.', 'Make one step for each list.'),
    };
  }
}

function* checkForm(step: StepDefinition, at: Path): Iterable<CheckFinding> {
  if (step.when !== undefined && step.unless !== undefined) {
    const message = text(
      `\`${step.id}\` a \`when\` et \`unless\` à la fois.`,
      `\`${step.id}\` has both \`when\` and \`unless\`.`,
    );
    yield {
      code: 'when-and-unless',
      at: [...at, 'unless'],
      isKey: true,
      message,
      remedy: text(
        '`when` attend une réponse, `unless` n’attend pas. Gardez-en un seul.',
        '`when` waits for an answer, `unless` does not. Keep one.',
      ),
    };
  }
  if (step.kind === 'recorded-act' && step.requires.length > 0) {
    const message = text(
      `\`${step.id}\` enregistre ce que d’autres ont fait : on ne peut pas le refuser.`,
      `\`${step.id}\` records what others did: it can’t be refused.`,
    );
    yield {
      code: 'requires-on-record',
      at: [...at, 'requires'],
      isKey: true,
      message,
      remedy: text(
        'Écrivez la condition comme une ligne de `flags`.',
        'Write the condition as a `flags` line.',
      ),
    };
  }
  if (step.guidance === undefined) {
    const message = text(
      `\`${step.id}\` ne dit pas comment bien faire.`,
      `\`${step.id}\` doesn’t say how to do it well.`,
    );
    yield {
      code: 'missing-guidance',
      at,
      message,
      remedy: text('Ajoutez `guidance:` avec une ou deux phrases.', 'Add `guidance:` one or two sentences.'),
      severity: 'warning',
    };
  }
  const isWindow = step.due?.origin === 'MEDICAL' && step.due.within !== 'at once';
  if (isWindow !== (step.tooLate !== undefined))
    yield {
      code: isWindow ? 'missing-too-late' : 'too-late-without-window',
      at: isWindow ? at : [...at, 'tooLate'],
      message: isWindow
        ? text(
            `\`${step.id}\` ne dit pas ce qui reste à faire une fois le délai de soin passé.`,
            `\`${step.id}\` doesn’t say what remains to be done once its MEDICAL window has closed.`,
          )
        : text(
            '`tooLate` ne se dit que d’un délai de soin : `due`, d’origine MEDICAL, autre que `at once`.',
            '`tooLate` is said of a MEDICAL window alone: a `due` of that origin, other than `at once`.',
          ),
      remedy: isWindow
        ? text('Ajoutez `tooLate:` avec une ou deux phrases.', 'Add `tooLate:` one or two sentences.')
        : text('Retirez `tooLate`.', 'Leave `tooLate` out.'),
      severity: 'warning',
    };
  for (const [line, flag] of step.flags.entries()) {
    if (flag.tell === undefined && flag.incident !== true) {
      const message = text('Personne n’est prévenu de ce signal.', 'Nobody hears of this flag.');
      yield {
        code: 'silent-flag',
        at: [...at, 'flags', line],
        message,
        remedy: text('Ajoutez `tell: SUP`, ou `incident: true`.', 'Add `tell: SUP`, or `incident: true`.'),
        severity: 'warning',
      };
    }
  }
}
