import { canonical } from '../documents/protocol-hash';
import type { ProtocolDocument, SharedDocument } from '../documents/document';
import type { VersionChange } from './version-diff';
import type { Names } from './names';

/** Both versions, and what things are called. */
export interface Versions {
  readonly before: ProtocolDocument;
  readonly after: ProtocolDocument;
  readonly shared: SharedDocument;
  readonly names: Names;
}

type Changes = readonly VersionChange[];

/** What a difference in each property of a thing comes to. Every property has its line: none can be forgotten. */
export type Parts<T> = {
  readonly [Key in keyof T]-?: (before: T, after: T, versions: Versions) => Changes;
};

/** The changes of the properties that differ, in the order of the table. */
export function compareParts<T extends object>(
  parts: Parts<T>,
  before: T,
  after: T,
  versions: Versions,
): Changes {
  return (Object.keys(parts) as (keyof T)[]).flatMap((key) =>
    isSame(before[key], after[key]) ? [] : parts[key](before, after, versions),
  );
}

/** Things of two versions side by side, in the order of the newer one, those that are gone last. */
export interface Pairs<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly { readonly before: T; readonly after: T }[];
  readonly isReordered: boolean;
}

/** Things with the same key are told apart by their place among them. */
export function pair<T>(before: readonly T[], after: readonly T[], keyOf: (it: T) => string): Pairs<T> {
  const [was, is] = [byKey(before, keyOf), byKey(after, keyOf)];
  const kept = [...is].flatMap(([key, it]) => {
    const old = was.get(key);
    return old === undefined ? [] : [{ before: old, after: it }];
  });
  const [stood, stands] = [
    [...was.keys()].filter((key) => is.has(key)),
    [...is.keys()].filter((key) => was.has(key)),
  ];
  return {
    added: [...is].filter(([key]) => !was.has(key)).map(([, it]) => it),
    removed: [...was].filter(([key]) => !is.has(key)).map(([, it]) => it),
    kept,
    isReordered: stands.some((key, place) => key !== stood[place]),
  };
}

function byKey<T>(things: readonly T[], keyOf: (it: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const it of things) {
    const key = keyOf(it);
    let nth = 0;
    while (found.has(`${key}#${nth}`)) nth++;
    found.set(`${key}#${nth}`, it);
  }
  return found;
}

/** Whether nothing that counts differs; absent and undefined are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}

/** What one list of names has more and less than the other. */
export function compareLists(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: after.filter((it) => !before.includes(it)),
    removed: before.filter((it) => !after.includes(it)),
  };
}
