import { type Text, text } from '../value';
import { BUILT_IN_WORDS } from '../syntax/built-in-words';
import type { Compiling } from './compiling';
import type { Reference, Resolved } from '../expression-types';
import { refuseHyphens } from '../syntax/hyphenated-name';
import { findNearest } from '../syntax/nearest';
import { REFUSED_FUNCTIONS } from '../syntax/refused-constructs';
import type { CallSyntax, SourceRange } from '../syntax/syntax';
import { readingTerm, type Term } from './condition-term';

/** The term of a word that only the scope knows: `done(intake)`, `run(lost_key)`, `reached(majority)`. */
export function compileStateWord<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const { word } = syntax;
  const refused = REFUSED_FUNCTIONS.get(word);
  if (refused) return context.refuseAt(syntax, refused.message, refused.remedy);
  // Standard FEEL's own words have blanks: `list contains`.
  if (word.includes(' ')) return refuseWord(syntax, context);

  const args: string[] = [];
  for (const arg of syntax.args) {
    if (refuseHyphens(arg, context)) return null;
    if (arg.kind !== 'name') {
      return context.refuseAt(
        arg,
        text(`${word}() prend des noms seuls.`, `${word}() takes bare names.`),
        text(
          `Écrivez un nom, sans rien d’autre : ${word}(nom).`,
          `Write a name and nothing else: ${word}(name).`,
        ),
      );
    }
    args.push(arg.name);
  }
  const resolved = context.scope.call(word, args);
  if (resolved && 'fr' in resolved) return context.refuseAt(syntax, resolved, proposeArgument(args, context));
  if (resolved) return stateTerm(syntax, context.print(syntax), resolved);
  return refuseWord(syntax, context);
}

function refuseWord<Env>({ from, word }: CallSyntax, context: Compiling<Env>): null {
  const near = findNearest(word, [...BUILT_IN_WORDS, ...(context.scope.words?.() ?? [])]);
  return context.refuseAt(
    { from, to: from + word.length },
    text(`Il n’y a pas de mot ${word}().`, `There is no word ${word}().`),
    near
      ? text(`Vouliez-vous dire ${near}() ?`, `Did you mean ${near}()?`)
      : text(
          'Les mots qui existent sont dans docs/feel-subset.md.',
          'See docs/feel-subset.md for the words there are.',
        ),
  );
}

export function stateTerm<Env>(place: SourceRange, written: string, resolved: Resolved<Env>): Term<Env> {
  const reference: Reference = resolved.reference ?? { name: written, kind: 'state' };
  return readingTerm(place, resolved.type, resolved.read, reference, resolved.isMonotone ?? false);
}

function proposeArgument<Env>(args: readonly string[], context: Compiling<Env>): Text {
  const names = context.scope.names();
  for (const arg of args) {
    const near = names.includes(arg) ? undefined : findNearest(arg, names);
    if (near) return text(`Vouliez-vous dire ${near} ?`, `Did you mean ${near}?`);
  }
  return text(
    'Nommez une chose sur laquelle ce mot peut porter.',
    'Name something that this word can be asked about.',
  );
}
