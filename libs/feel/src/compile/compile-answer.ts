import { NON_ANSWERS, text } from '../value';
import { checklistIn } from '../lists/compile-checklist';
import type { Compiling } from './compiling';
import type { FeelType, Reader } from '../expression-types';
import { dottedName } from '../syntax/dotted-name';
import type { CallSyntax, Syntax } from '../syntax/syntax';
import { readingTerm, type Term } from './condition-term';

const ANSWER: FeelType = { kind: 'choice', values: ['given', ...NON_ANSWERS] };

const ABOUT_FACTS = text(
  'Interrogez un fait ou un élément d’une grille, pas une valeur déduite, une limite ou un champ d’une ligne.',
  'Ask about a fact or an item of a checklist, not about a derived value, a limit or a field of a row.',
);

/** The term of `answer(fact)`: how it was answered, as a code that is never unknown. The one word that tells non-answers apart. */
export function compileAnswer<Env>(syntax: CallSyntax, context: Compiling<Env>): Term<Env> | null {
  const [of, ...more] = syntax.args;
  const name = of && dottedName(of);
  if (!of || name === undefined || more.length > 0) {
    return context.refuseAt(
      syntax,
      text('answer() prend le nom d’un seul fait.', 'answer() takes the name of one fact.'),
      text('Écrivez answer(fait) = "refused".', 'Write answer(fact) = "refused".'),
    );
  }
  const own = itemReader(of, context);
  const resolved = own ? undefined : context.scope.call('answer', [name]);
  if (resolved && 'fr' in resolved) return context.refuseAt(of, resolved, ABOUT_FACTS);
  const read = own ?? resolved?.read;
  if (!read)
    return context.refuseAt(
      of,
      text(`La façon dont on a répondu à ${name} n’est pas gardée.`, `How ${name} was answered is not kept.`),
      ABOUT_FACTS,
    );
  return readingTerm(syntax, ANSWER, read, { name, kind: 'fact' }, false);
}

function itemReader<Env>(of: Syntax, context: Compiling<Env>): Reader<Env> | undefined {
  if (of.kind !== 'path' || of.of.kind !== 'name') return undefined;
  const { field } = of;
  const checklist = context.scope.name(of.of.name);
  if (checklist?.type.kind !== 'checklist' || !checklist.type.items.includes(field)) return undefined;
  const { read } = checklist;
  return (env) => {
    const answer = checklistIn(read(env))?.items.get(field) ?? 'not-asked';
    return answer === 'yes' || answer === 'no' ? 'given' : answer;
  };
}
