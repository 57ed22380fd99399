import { type Text, text } from '../value';
import type { Compiling } from './compiling';
import type { Reader } from '../expression-types';
import { describeTerm, isYesNo } from './describe-type';
import type { ConditionTerm, Term, Test } from './condition-term';

/** The term as a condition, or `null` after refusing it. */
export function requireCondition<Env>(
  context: Compiling<Env>,
  term: Term<Env> | null,
): ConditionTerm<Env> | null {
  if (!term) return null;
  if (term.type.kind === 'boolean') return { ...term, test: term.test ?? testOf(term.evaluate) };
  const written = context.print(term.place);
  return context.refuseAt(
    term.place,
    text(
      `${written} est ${describeTerm(term).fr}, là où il faut une condition.`,
      `${written} is ${describeTerm(term).en}, where a condition is needed.`,
    ),
    remedyFor(written, term),
  );
}

/** A scope that hands in something else than a truth value, against the type, is read as unknown. */
function testOf<Env>(read: Reader<Env>): Test<Env> {
  return (env) => {
    const value = read(env);
    return typeof value === 'boolean' ? value : null;
  };
}

function remedyFor<Env>(written: string, term: Term<Env>): Text {
  if (isYesNo(term.type)) return text(`Écrivez ${written} = "yes".`, `Write ${written} = "yes".`);
  switch (term.type.kind) {
    case 'choice':
      return text(
        `Comparez-le : ${written} = "${term.type.values[0] ?? 'code'}".`,
        `Compare it: ${written} = "${term.type.values[0] ?? 'code'}".`,
      );
    case 'choices':
      return text(
        `Demandez si un code s’y trouve : "${term.type.values[0] ?? 'code'}" in ${written}.`,
        `Ask for a code in it: "${term.type.values[0] ?? 'code'}" in ${written}.`,
      );
    case 'checklist':
      return text(
        `Interrogez ses éléments : any(${written}, "yes") ou all(${written}, "no").`,
        `Ask about its items: any(${written}, "yes") or all(${written}, "no").`,
      );
    case 'list':
      return text(
        `Interrogez ses lignes : some x in ${written} satisfies …`,
        `Ask about its rows: some x in ${written} satisfies …`,
      );
    case 'boolean':
    case 'number':
    case 'text':
    case 'date':
    case 'duration':
    case 'row':
    case 'name':
      return text(
        `Comparez-le à quelque chose : ${written} = …`,
        `Compare it with something: ${written} = …`,
      );
  }
}
