import type { Compiling } from './compiling';
import type { Reader } from './contract';
import { describeTerm, isYesNo } from './describe-type';
import type { ConditionTerm, Term, Test } from './term';

/** The term as a condition, or `null` after refusing it. */
export function requireCondition<Env>(
  context: Compiling<Env>,
  term: Term<Env> | null,
): ConditionTerm<Env> | null {
  if (!term) return null;
  if (term.type.kind === 'boolean') return { ...term, test: term.test ?? testOf(term.evaluate) };
  const written = context.print(term.place);
  return context.refuse(
    term.place,
    `${written} is ${describeTerm(term)}, where a condition is needed.`,
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

function remedyFor<Env>(written: string, term: Term<Env>): string {
  if (isYesNo(term.type)) return `Write ${written} = "yes".`;
  switch (term.type.kind) {
    case 'choice':
      return `Compare it: ${written} = "${term.type.values[0] ?? 'code'}".`;
    case 'choices':
      return `Ask for a code in it: "${term.type.values[0] ?? 'code'}" in ${written}.`;
    case 'checklist':
      return `Ask about its items: any(${written}, "yes") or all(${written}, "no").`;
    case 'list':
      return `Ask about its rows: some x in ${written} satisfies …`;
    default:
      return `Compare it with something: ${written} = …`;
  }
}
