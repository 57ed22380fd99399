import { type Path, valueAt } from '../yaml/yaml-source';
import { insertEntry, removeEntry, swapWithNext } from './change-entries';
import { readOnce } from './read-once';

/** Where the codes of a question are written, or of a list of reasons, which is its codes. A ranking is a rule, which forms leave alone. */
export type CodesPlace = 'values' | 'values-and-labels' | 'items' | 'ranked' | 'reasons';

/** How a question, or a list of reasons, writes its closed list; `null` if it has none. `at`: where it stands. */
export function codesPlace(question: unknown, at: Path = []): CodesPlace | null {
  if (at[0] === 'reasons') return isMap(question) ? 'reasons' : null;
  const { values, items, ranked } = (question ?? {}) as Readonly<Record<string, unknown>>;
  if (isMap(items)) return 'items';
  if (ranked !== undefined) return 'ranked';
  if (Array.isArray(values)) return 'values-and-labels';
  return isMap(values) ? 'values' : null;
}

/** A protocol's file in which the question at `path` may also be answered so, as the last of its list. */
export function addCode(file: string, path: Path, code: string, label: string): string | null {
  const question = questionAt(file, path);
  switch (codesPlace(question, path)) {
    case 'reasons':
      return insertEntry(file, path, code, label);
    case 'items':
    case 'values':
      return insertEntry(file, [...path, keyOf(question)], code, label);
    case 'values-and-labels': {
      const listed = insertEntry(file, [...path, 'values'], null, code);
      if (listed === null) return null;
      return Object.hasOwn(question as object, 'labels')
        ? insertEntry(listed, [...path, 'labels'], code, label)
        : insertEntry(
            listed,
            path,
            'labels',
            { [code]: label },
            Object.keys(question as object).indexOf('values'),
          );
    }
    case 'ranked':
    case null:
      return null;
  }
}

/** A protocol's file in which this code changed places with the next one. */
export function moveCodeDown(file: string, path: Path, code: string): string | null {
  const question = questionAt(file, path);
  switch (codesPlace(question, path)) {
    case 'reasons':
      return swapWithNext(file, [...path, code]);
    case 'items':
    case 'values':
      return swapWithNext(file, [...path, keyOf(question), code]);
    case 'values-and-labels':
      return swapWithNext(file, [...path, 'values', placeOf(question, code)]);
    case 'ranked':
    case null:
      return null;
  }
}

/**
 * A protocol's file in which a question is no longer answered so. Versions that are published keep the code, and so do cases
 * that run on them. The last code of a list stays.
 */
export function retireCode(file: string, path: Path, code: string): string | null {
  const question = questionAt(file, path);
  switch (codesPlace(question, path)) {
    case 'reasons':
      return removeEntry(file, [...path, code]);
    case 'items':
    case 'values':
      return removeEntry(file, [...path, keyOf(question), code]);
    case 'values-and-labels': {
      const left = removeEntry(file, [...path, 'values', placeOf(question, code)]);
      if (left === null || valueAt(question, ['labels', code]) === undefined) return left;
      const isOnly = Object.keys(valueAt(question, ['labels']) as object).length === 1;
      return removeEntry(left, isOnly ? [...path, 'labels'] : [...path, 'labels', code]);
    }
    case 'ranked':
    case null:
      return null;
  }
}

/** An English file without what it says of this code, stamps too. */
export function retireEnglish(file: string, question: Path, code: string): string {
  const { value } = readOnce(file);
  const kind = valueAt(value, [...question, 'items']) === undefined ? 'values' : 'items';
  return withoutEnglish(file, question[0] === 'reasons' ? [...question, code] : [...question, kind, code]);
}

/** An English file without what stands at this path, stamps of it and of what is in it too. */
export function withoutEnglish(file: string, path: Path): string {
  const name = path.join('.');
  const stamps = Object.keys((valueAt(readOnce(file).value, ['stamps']) ?? {}) as object).filter(
    (key) => key === name || key.startsWith(`${name}.`),
  );
  const paths: readonly Path[] = [...stamps.map((key) => ['stamps', key]), path];
  return paths.reduce<string>((left, each) => removeWhole(left, each), file);
}

/** The last entry of a map takes the map with it. */
function removeWhole(file: string, path: Path): string {
  const above = path.slice(0, -1);
  const siblings = valueAt(readOnce(file).value, above);
  if (!isMap(siblings) || !Object.hasOwn(siblings, String(path.at(-1)))) return file;
  if (Object.keys(siblings).length === 1 && above.length > 0) return removeWhole(file, above);
  return removeEntry(file, path) ?? file;
}

const questionAt = (file: string, path: Path): unknown => valueAt(readOnce(file).value, path);

const keyOf = (question: unknown): 'items' | 'values' =>
  codesPlace(question) === 'items' ? 'items' : 'values';

const placeOf = (question: unknown, code: string): number =>
  (valueAt(question, ['values']) as readonly unknown[]).indexOf(code);

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
