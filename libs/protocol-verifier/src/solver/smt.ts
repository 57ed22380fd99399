/** A term of SMT-LIB 2 of sort Bool, Int or Real, as text. */
export type Smt = string;

export const TRUE: Smt = 'true';
export const FALSE: Smt = 'false';

/** Whether all hold. Simplified, so that what doesn't depend on anything is `true` or `false` and alike terms are alike texts. */
export function and(...terms: readonly Smt[]): Smt {
  return junction('and', terms, TRUE, FALSE);
}

export function or(...terms: readonly Smt[]): Smt {
  return junction('or', terms, FALSE, TRUE);
}

export function not(term: Smt): Smt {
  if (term === TRUE) return FALSE;
  if (term === FALSE) return TRUE;
  return term.startsWith('(not ') ? term.slice(5, -1) : `(not ${term})`;
}

export const implies = (a: Smt, b: Smt): Smt => or(not(a), b);
export const differ = (a: Smt, b: Smt): Smt => (a === b ? FALSE : or(and(a, not(b)), and(not(a), b)));

/** At most one of the terms, pairwise. */
export function atMostOne(terms: readonly Smt[]): Smt {
  return and(...terms.flatMap((a, i) => terms.slice(i + 1).map((b) => not(and(a, b)))));
}

export function ite(condition: Smt, then: Smt, otherwise: Smt): Smt {
  if (condition === TRUE || then === otherwise) return then;
  return condition === FALSE ? otherwise : `(ite ${condition} ${then} ${otherwise})`;
}

/** A number as Real. */
export function numeral(value: number): Smt {
  const digits = Number.isInteger(value) ? `${BigInt(Math.abs(value))}.0` : decimal(Math.abs(value));
  return value < 0 ? `(- ${digits})` : digits;
}

function decimal(value: number): Smt {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const power = `1${'0'.repeat(Math.abs(Number(exponent)))}.0`;
  const whole = mantissa.includes('.') ? mantissa : `${mantissa}.0`;
  return Number(exponent) < 0 ? `(/ ${whole} ${power})` : `(* ${whole} ${power})`;
}

/** A name as SMT-LIB quotes it. */
export const quoted = (name: string): Smt => `|${name}|`;

function junction(word: 'and' | 'or', terms: readonly Smt[], neutral: Smt, decisive: Smt): Smt {
  const operands = new Set<Smt>();
  for (const term of terms) {
    if (term === decisive || operands.has(not(term))) return decisive;
    if (term !== neutral) operands.add(term);
  }
  if (operands.size === 0) return neutral;
  return operands.size === 1 ? [...operands].join('') : `(${word} ${[...operands].join(' ')})`;
}
