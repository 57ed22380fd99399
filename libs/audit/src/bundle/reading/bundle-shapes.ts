import { BUNDLE_FORMAT, type BundleEntry, type BundleOpening } from '../bundle-format';
import { anything, count, dictionary, exactly, hash, list, object, type Shape, text } from './shape';

/** Members of a `BundleEntry` and of its openings; written out, since a bundle has a hundred thousand. */
const ENTRY: ReadonlySet<string> = new Set(['leaf', 'text', 'commitments', 'openings']);
const isEntry: Shape = (value) => {
  const it = value as Partial<BundleEntry> | null;
  return (
    typeof it === 'object' &&
    it !== null &&
    count(it.leaf) &&
    typeof it.text === 'string' &&
    (it.commitments === undefined || (Array.isArray(it.commitments) && it.commitments.every(hash))) &&
    (it.openings === undefined || (Array.isArray(it.openings) && it.openings.every(isOpening))) &&
    Object.keys(it).every((key) => ENTRY.has(key))
  );
};
const isOpening: Shape = (value) => {
  const it = value as Partial<BundleOpening> | null;
  return (
    typeof it === 'object' &&
    it !== null &&
    count(it.index) &&
    typeof it.path === 'string' &&
    hash(it.salt) &&
    Object.keys(it).length === 4 &&
    Object.hasOwn(it, 'value')
  );
};

/** What the JSON of a bundle must look like, as `bundle-format.ts` has it. */
export const BUNDLE_SHAPES = {
  manifest: object({
    format: exactly(BUNDLE_FORMAT),
    kind: (value) => value === 'case' || value === 'mission',
    now: (value) => Number.isSafeInteger(value),
    madeAt: text,
    madeBy: text,
    cases: list(object({ alias: text, 'reference?': text, territory: text })),
    'mission?': text,
    redacted: list(text),
    files: dictionary(hash),
  }),
  entry: isEntry,
  state: object({ now: (value) => Number.isSafeInteger(value), territory: text, view: anything }),
  consistency: object({ proofs: list(object({ checkpoint: text, hashes: list(hash) })) }),
  keys: object({ keys: list(object({ key: text, 'voucher?': text })) }),
} as const satisfies Readonly<Record<string, Shape>>;
