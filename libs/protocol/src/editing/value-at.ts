import type { Path } from '../yaml/yaml-source';
import { readOnce } from './read-once';

/** A plain value with another at this path. `undefined` takes the key or the place in a list away. */
export function withValueAt(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    const at = Number(step);
    const inner = withValueAt(root[at], rest, value);
    return inner === undefined ? root.toSpliced(at, 1) : root.toSpliced(at, 1, inner);
  }
  const map = (typeof root === 'object' && root !== null ? root : {}) as Readonly<Record<string, unknown>>;
  const entries = Object.entries(map);
  const key = String(step);
  const inner = withValueAt(map[key], rest, value);
  if (inner === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return Object.fromEntries(
    Object.hasOwn(map, key)
      ? entries.map(([name, it]) => [name, name === key ? inner : it])
      : [...entries, [key, inner]],
  );
}

/** Whether a file can be read and says exactly this, in this order. */
export function says(file: string, value: unknown): boolean {
  const source = readOnce(file);
  return source.problems.length === 0 && JSON.stringify(source.value) === JSON.stringify(value);
}
