import { dottedName, NON_ANSWERS, type Syntax } from '@repere/feel';

/** How a fact may have been answered. */
export const ANSWERS: readonly string[] = ['given', ...NON_ANSWERS];

/** `answer(fact) = "refused"`, `!=`, `in (…)`: which fact, and the answers for which it is true. */
export interface AskedAnswer {
  readonly fact: string;
  readonly holds: ReadonlySet<string>;
}

/** What a comparison asks of an answer; `undefined` if it is no such comparison. */
export function askedAnswer(syntax: Syntax): AskedAnswer | undefined {
  if (syntax.kind === 'comparison' && (syntax.operator === '=' || syntax.operator === '!=')) {
    const fact = factAsked(syntax.left);
    const code = codeOf(syntax.right);
    if (fact === undefined || code === undefined) return undefined;
    const isEqual = syntax.operator === '=';
    return { fact, holds: new Set(ANSWERS.filter((answer) => (answer === code) === isEqual)) };
  }
  if (syntax.kind !== 'membership') return undefined;
  const fact = factAsked(syntax.of);
  const codes = syntax.among.map((one) => (one.kind === 'interval' ? undefined : codeOf(one)));
  if (fact === undefined || codes.includes(undefined)) return undefined;
  return { fact, holds: new Set(ANSWERS.filter((answer) => codes.includes(answer))) };
}

function factAsked(syntax: Syntax): string | undefined {
  const [of] = syntax.kind === 'call' && syntax.word === 'answer' ? syntax.args : [];
  return of && dottedName(of);
}

function codeOf(syntax: Syntax): string | undefined {
  return syntax.kind === 'literal' && typeof syntax.value === 'string' ? syntax.value : undefined;
}
