/** What the solver said of one question, with the values of the constants if they were asked for. */
export interface Answer {
  readonly is: 'sat' | 'unsat' | 'unknown';
  readonly values: ReadonlyMap<string, string>;
}

/** Reads z3's output: a line each for `check-sat`, then the pairs of `get-value`. */
export function readAnswers(output: string): readonly Answer['is'][] {
  return [...output.matchAll(/^(sat|unsat|unknown)\b/gm)].map(([, is]) => is as Answer['is']);
}

/** The pairs of `get-value`: name → `true`, `(- 3)`, `(/ 7.0 2.0)` as a number, else as it stands. */
export function readValues(output: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name, value] of output.matchAll(
    /\(\|([^|]*)\|\s+(\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+)\)/g,
  )) {
    if (name !== undefined && value !== undefined) values.set(name, valueIn(value));
  }
  return values;
}

function valueIn(text: string): string {
  if (text === 'true' || text === 'false') return text;
  const number = numberIn(text);
  return number === undefined ? text : String(number);
}

function numberIn(text: string): number | undefined {
  const negative = /^\(-\s+(.+)\)$/.exec(text);
  if (negative) {
    const of = numberIn(negative[1] ?? '');
    return of === undefined ? undefined : 0 - of;
  }
  const ratio = /^\(\/\s+(\S+)\s+(\S+)\)$/.exec(text);
  if (ratio) return Number(ratio[1]) / Number(ratio[2]);
  return /^[\d.]+$/.test(text) ? Number(text) : undefined;
}
