import { readEntry, type SequencedEntry, type Sha256 } from '@repere/ledger';
import { misshown } from '../checks/misshown';
import type { BundleEntry, BothLanguages } from '../bundle-format';

/**
 * An entry with where it stands in the bundle, and what it shows. What proves a field is looked at when the entry is read, and not
 * kept: salts and commitments are most of a bundle.
 */
export interface PlacedEntry {
  readonly leaf: number;
  readonly text: string;
  readonly file: string;
  /** From 1; absent in a file that holds this entry only. */
  readonly line?: number;
  /** What its text says, if it is an entry's; not to be believed before the text's hash is found in the tree. */
  readonly parsed?: SequencedEntry;
  /** What is shown of its payload, in the order of the paths. */
  readonly shown: readonly ShownField[];
  /** How many fields were recorded that are not shown; `null` when the payload was erased, and nobody knows. */
  readonly hidden: number | null;
  /** Why what is shown is not what was recorded. */
  readonly misshown?: BothLanguages;
}

export interface ShownField {
  readonly path: string;
  readonly value: unknown;
}

export function placeEntry(entry: BundleEntry, sha256: Sha256, file: string, line?: number): PlacedEntry {
  const { leaf, text, commitments, openings = [] } = entry;
  const read = readEntry(text);
  const parsed = read.ok ? read.entry : undefined;
  return {
    leaf,
    text,
    file,
    line,
    parsed,
    shown: openings.map(({ path, value }) => ({ path, value })),
    hidden: commitments ? commitments.length - openings.length : null,
    misshown: misshown(entry, parsed, sha256),
  };
}
