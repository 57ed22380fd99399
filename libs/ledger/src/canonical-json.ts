/** Why a value has no canonical form, and where in it: `.rows[2].note`, or nothing for the value itself. */
export interface CanonicalProblem {
  readonly code: 'not-json' | 'not-finite' | 'lone-surrogate' | 'too-deep';
  readonly at: string;
}

export type CanonicalResult =
  { readonly ok: true; readonly json: string } | { readonly ok: false; readonly problem: CanonicalProblem };

const DEEPEST = 32;

/**
 * The one text of a JSON value (RFC 8785, JCS): no spaces, keys sorted by UTF-16 code units, numbers and escapes as
 * ECMAScript writes them. A property that is `undefined` is left out, as JSON does, so that a value hashes the same
 * before it is stored and after. Whatever JSON can't hold is refused, never bent into shape: dates, maps and other
 * instances, functions, infinities, halves of surrogate pairs, more than 32 levels (which also ends cycles).
 */
export function canonicalJson(value: unknown): CanonicalResult {
  try {
    return { ok: true, json: writeValue(value, '', 0) };
  } catch (thrown) {
    if (thrown instanceof NoCanonicalForm) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

class NoCanonicalForm extends Error {
  constructor(readonly problem: CanonicalProblem) {
    super(problem.code);
  }
}

function writeValue(value: unknown, at: string, depth: number): string {
  if (depth > DEEPEST) throw new NoCanonicalForm({ code: 'too-deep', at });
  switch (typeof value) {
    case 'string':
      if (/\p{Surrogate}/u.test(value)) throw new NoCanonicalForm({ code: 'lone-surrogate', at });
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NoCanonicalForm({ code: 'not-finite', at });
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) {
        return `[${Array.from(value, (item, index) => writeValue(item, `${at}[${index}]`, depth + 1)).join(',')}]`;
      }
      if (isPlain(value)) return writeObject(value, at, depth);
      break;
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      break;
  }
  throw new NoCanonicalForm({ code: 'not-json', at });
}

function writeObject(value: Readonly<Record<string, unknown>>, at: string, depth: number): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map(
      (key) =>
        `${writeValue(key, `${at}.${key}`, depth)}:${writeValue(value[key], `${at}.${key}`, depth + 1)}`,
    );
  return `{${members.join(',')}}`;
}

/** An object literal, of whichever realm: nothing above it but the root of all objects. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
