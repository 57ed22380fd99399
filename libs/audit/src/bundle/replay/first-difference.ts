/** Where two JSON values part: the path, with the names of what it passes through, and what stands there. */
export interface Difference {
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** The first place, depth first, where two JSON values differ; `undefined` when they say the same. */
export function firstDifference(one: unknown, other: unknown, path = ''): Difference | undefined {
  if (Object.is(one, other)) return undefined;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other))
    return { path, one, other };
  for (const key of [...new Set([...Object.keys(one), ...Object.keys(other)])]) {
    const found = firstDifference(memberOf(one, key), memberOf(other, key), `${path}${stepInto(one, key)}`);
    if (found) return found;
  }
  return undefined;
}

type Container = Readonly<Record<string, unknown>>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
const memberOf = (value: Container, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** `.steps[3 inform_prosecutor]`: an item of a list with the name that it goes by. */
function stepInto(value: Container, key: string): string {
  if (!Array.isArray(value)) return `.${key}`;
  const item: unknown = value[Number(key)];
  const name = isContainer(item)
    ? ['id', 'protocol', 'fact', 'step'].map((it) => item[it]).find((it) => typeof it === 'string')
    : undefined;
  return typeof name === 'string' ? `[${key} ${name}]` : `[${key}]`;
}
