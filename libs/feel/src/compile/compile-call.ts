import { text } from '../value';
import { compileAnswer } from './compile-answer';
import { compileAnswered, compileChecklistQuantifier, compileCountAnswers } from '../lists/compile-checklist';
import { compileCount } from '../lists/compile-count';
import { compileExtreme } from '../lists/compile-extreme';
import { compileNot } from '../operators/compile-junction';
import { compileLatest } from '../lists/compile-latest';
import { compileMonths } from '../dates/compile-months';
import { quantify } from '../lists/compile-quantified';
import { compileStateWord } from './compile-state-word';
import { isBuiltInWord } from '../syntax/built-in-words';
import type { Compiling } from './compiling';
import type { CallSyntax } from '../syntax/syntax';
import type { Term } from './condition-term';

/** The term of `word(…)`: one of the subset's own words, else a word of state. */
export function compileCall<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const { word } = syntax;
  if (!isBuiltInWord(word)) return compileStateWord(syntax, context);
  switch (word) {
    case 'not':
      return compileNot(syntax, context);
    case 'min':
    case 'max':
      return compileExtreme(word, syntax, context);
    case 'count':
      return compileCount(syntax, context);
    case 'last':
      return context.refuseAt(
        syntax,
        text('last() donne une ligne.', 'last() gives a row.'),
        text(
          `Nommez l’un de ses champs : ${context.print(syntax)}.champ.`,
          `Name a field of it: ${context.print(syntax)}.field.`,
        ),
      );
    case 'any':
    case 'all':
      return compileAnyOrAll(word, syntax, context);
    case 'count_answers':
      return compileCountAnswers(syntax, context);
    case 'answered':
      return compileAnswered(syntax, context);
    case 'answer':
      return compileAnswer(syntax, context);
    case 'months_begun':
    case 'months_between':
      return compileMonths(word, syntax, context);
    case 'latest':
      return compileLatest(syntax, context);
  }
}

/** `any(checklist, "yes")`, or `any(list, condition)`: `some` with the fields of the row written bare. */
function compileAnyOrAll<Env>(
  word: 'any' | 'all',
  syntax: CallSyntax,
  context: Compiling<Env>,
): Term<Env> | null {
  const [of, condition, ...more] = syntax.args;
  if (!of || !condition || more.length > 0) {
    return context.refuseAt(
      syntax,
      text(`${word}() prend deux arguments.`, `${word}() takes two arguments.`),
      text(
        `Écrivez ${word}(grille, "yes"), ou ${word}(liste, condition).`,
        `Write ${word}(checklist, "yes"), or ${word}(list, condition).`,
      ),
    );
  }
  const term = context.compile(of);
  if (!term) return null;
  if (term.type.kind === 'checklist') return compileChecklistQuantifier(word, syntax, term, context);
  return quantify(syntax, word === 'any' ? 'some' : 'every', of, condition, null, context);
}
