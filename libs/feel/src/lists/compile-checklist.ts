import { NON_ANSWERS, type ChecklistValue, type Truth, type Value, text } from '../value';
import type { Compiling } from '../compile/compiling';
import { spanOf } from '../numbers/number-span';
import type { CallSyntax, Syntax } from '../syntax/syntax';
import { conditionTerm, COUNT, operationTerm, type Term } from '../compile/condition-term';

type Answer = 'yes' | 'no';

/** The checklist in a value; `null` if it is unknown (or, against its type, no checklist). */
export function checklistIn(value: Value): ChecklistValue | null {
  return typeof value === 'object' && value !== null && 'items' in value ? value : null;
}

/** The term of `any(checklist, "yes")` and `all(checklist, "no")`: Kleene's `or` and `and` over the items. */
export function compileChecklistQuantifier<Env>(
  word: 'any' | 'all',
  syntax: CallSyntax,
  checklist: Term<Env>,
  context: Compiling<Env>,
): Term<Env> | null {
  const answer = readAnswer(syntax, context);
  if (answer === null) return null;
  const tally = tallyOf(checklist, answer);
  return conditionTerm(syntax, [checklist], (env): Truth => {
    const counted = tally(env);
    if (!counted) return null;
    if (word === 'any') return counted.sure > 0 ? true : counted.open > 0 ? null : false;
    return counted.other > 0 ? false : counted.open > 0 ? null : true;
  });
}

/** The term of `count(checklist, "yes")`: from the items that say so to those that may. */
export function compileChecklistCount<Env>(
  syntax: CallSyntax,
  checklist: Term<Env>,
  context: Compiling<Env>,
): Term<Env> | null {
  const answer = readAnswer(syntax, context);
  if (answer === null) return null;
  const tally = tallyOf(checklist, answer);
  return operationTerm(syntax, COUNT, [checklist], (env) => {
    const counted = tally(env);
    return counted && spanOf(counted.sure, counted.sure + counted.open);
  });
}

/**
 * The term of `answered(checklist)`: true once every item is yes or no, until then unknown and never false. An answer
 * that is forgotten can so only make it unknown. To ask for what is missing, count it: `count_answers(c, "unknown") > 0`.
 */
export function compileAnswered<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const checklist = requireChecklist(syntax, context);
  if (!checklist) return null;
  const tally = tallyOf(checklist, 'yes');
  return conditionTerm(syntax, [checklist], (env) => (tally(env)?.open === 0 ? true : null));
}

/** The term of `count_answers(checklist, "unknown", "refused", …)`: exact, and not monotone; an empty checklist is not asked. */
export function compileCountAnswers<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const checklist = requireChecklist(syntax, context);
  if (!checklist || checklist.type.kind !== 'checklist') return null;
  const wanted = syntax.args.slice(1).map((arg) => readWord(arg, ['yes', 'no', ...NON_ANSWERS], context));
  if (wanted.includes(null)) return null;
  if (wanted.length === 0) {
    return context.refuseAt(
      syntax,
      text('Quelles réponses compte-t-on ?', 'Which answers are counted?'),
      text(
        'Écrivez count_answers(c, "unknown", "not-asked", "refused").',
        'Write count_answers(c, "unknown", "not-asked", "refused").',
      ),
    );
  }
  const { items } = checklist.type;
  const read = checklist.evaluate;
  const count = (env: Env): number => {
    const answers = checklistIn(read(env))?.items;
    return items.filter((item) => wanted.includes(answers?.get(item) ?? 'not-asked')).length;
  };
  return { ...operationTerm(syntax, COUNT, [checklist], count), isMonotone: false };
}

interface Tally {
  readonly sure: number;
  readonly other: number;
  readonly open: number;
}

/** Counts the items that gave this answer, the other one, or none yet. */
function tallyOf<Env>(checklist: Term<Env>, answer: Answer): (env: Env) => Tally | null {
  const items = checklist.type.kind === 'checklist' ? checklist.type.items : [];
  const read = checklist.evaluate;
  return (env) => {
    const answers = checklistIn(read(env))?.items;
    if (!answers) return null;
    let sure = 0;
    let other = 0;
    for (const item of items) {
      const given = answers.get(item);
      if (given === answer) sure++;
      else if (given === 'yes' || given === 'no') other++;
    }
    return { sure, other, open: items.length - sure - other };
  };
}

function requireChecklist<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const [of] = syntax.args;
  const term = of && context.compile(of);
  if (term === null || term?.type.kind === 'checklist') return term;
  return context.refuseAt(
    of ?? syntax,
    text(`${syntax.word}() porte sur une grille.`, `${syntax.word}() is about a checklist.`),
    text(`Écrivez ${syntax.word}(grille, …).`, `Write ${syntax.word}(checklist, …).`),
  );
}

function readAnswer<Env>(syntax: CallSyntax, context: Compiling<Env>): Answer | null {
  const [, arg, ...more] = syntax.args;
  if (!arg || more.length > 0) {
    return context.refuseAt(
      syntax,
      text('De quelle réponse s’agit-il ?', 'Which answer is meant?'),
      text(
        `Écrivez ${syntax.word}(grille, "yes") ou "no".`,
        `Write ${syntax.word}(checklist, "yes") or "no".`,
      ),
    );
  }
  return readWord<Answer, Env>(arg, ['yes', 'no'], context);
}

function readWord<Word extends string, Env>(
  syntax: Syntax,
  words: readonly Word[],
  context: Compiling<Env>,
): Word | null {
  const word = syntax.kind === 'literal' ? words.find((one) => one === syntax.value) : undefined;
  return (
    word ??
    context.refuseAt(
      syntax,
      text(
        `${context.print(syntax)} n’est pas ici une réponse d’une grille.`,
        `${context.print(syntax)} is no answer of a checklist here.`,
      ),
      text(
        `Écrivez l’une de : ${words.map((one) => `"${one}"`).join(', ')}.`,
        `Write one of: ${words.map((one) => `"${one}"`).join(', ')}.`,
      ),
    )
  );
}
