import {
  type Checkpoint,
  isSameHash,
  type PrunedTreeProblem,
  readPrunedTree,
  type Sha256,
  textLeafHash,
} from '@repere/ledger';
import type { BundleCheck } from '../bundle-format';
import { PACE, type Paced } from '../paced';
import type { PlacedEntry } from '../reading/placed-entry';
import { TREE } from '../reading/read-bundle';
import { counted, countedEn, failedBy, type Fault, passed, bothLanguages } from './found';
import { nameEntry } from './name-entry';
import { oneLetter } from './one-letter';

/**
 * Whether each entry is, to the letter, the leaf of the signed record that it says it is. Texts that differ from what is proven
 * come first; then the place behind which nothing is.
 */
export function* checkInclusion(
  entries: readonly PlacedEntry[],
  tree: Uint8Array,
  { size, root }: Checkpoint,
  sha256: Sha256,
): Paced<BundleCheck> {
  yield 'inclusion';
  const read = readPrunedTree(tree, { size, root, leaves: entries.map(({ leaf }) => leaf) }, sha256);
  const isRecorded = (text: string, leaf: number): boolean => {
    const recorded = read.leafHashes.get(leaf);
    return recorded !== undefined && isSameHash(textLeafHash(text, sha256), recorded);
  };
  const altered: PlacedEntry[] = [];
  for (const [n, entry] of entries.entries()) {
    if (n % PACE === 0) yield 'inclusion';
    if (read.leafHashes.has(entry.leaf) && !isRecorded(entry.text, entry.leaf)) altered.push(entry);
  }
  const faults = [
    ...altered.map((entry, n) =>
      alteredText(entry, n > 0 ? undefined : oneLetter(entry.text, (text) => isRecorded(text, entry.leaf))),
    ),
    ...(read.ok ? [] : [unproven(entries, read.problem)]),
  ];
  const n = read.leafHashes.size;
  return (
    failedBy('inclusion', faults) ??
    passed(
      'inclusion',
      `${counted(n, 'acte est', 'actes sont')} dans le registre signé, à la lettre près.`,
      `${countedEn(n, 'act is', 'acts are')} in the signed record, to the letter.`,
    )
  );
}

function alteredText(entry: PlacedEntry, recorded: string | undefined): Fault {
  const name = nameEntry(entry);
  const letter = recorded === undefined ? undefined : differenceOf(recorded, entry.text);
  return {
    file: entry.file,
    leaf: entry.leaf,
    said: letter
      ? bothLanguages(
          `${name.fr} n’est pas ce qui a été consigné : une lettre a été changée, « ${letter.recorded} » est devenu « ${letter.now} ».`,
          `${name.en} is not what was recorded: one letter was changed, “${letter.recorded}” became “${letter.now}”.`,
        )
      : bothLanguages(
          `${name.fr} n’est pas ce qui a été consigné : l’empreinte de son texte n’est pas celle du registre.`,
          `${name.en} is not what was recorded: the hash of its text is not the one in the record.`,
        ),
  };
}

/** The letter with some of what stands around it. */
function differenceOf(recorded: string, now: string): { readonly recorded: string; readonly now: string } {
  const at = [...recorded].findIndex((letter, n) => letter !== now[n]);
  const around = (text: string): string => text.slice(Math.max(0, at - 12), at + 13);
  return { recorded: around(recorded), now: around(now) };
}

/** No act is accused of what is wrong with the proof, though one says where that is. */
function unproven(entries: readonly PlacedEntry[], { code, from, to }: PrunedTreeProblem): Fault {
  const [first] = entries
    .filter(({ leaf }) => leaf >= from && leaf < to)
    .toSorted((one, other) => one.leaf - other.leaf);
  if (code === 'no-such-leaf' && first) {
    const name = nameEntry(first);
    return {
      file: first.file,
      leaf: first.leaf,
      said: bothLanguages(
        `${name.fr} n’existe pas dans le registre signé.`,
        `${name.en} does not exist in the signed record.`,
      ),
    };
  }
  if (code === 'unasked-leaf')
    return {
      file: TREE,
      said: bothLanguages(
        `La preuve porte sur un acte des feuilles ${from} à ${to - 1} du registre, qui n’est pas dans le dossier de preuve : il a été retiré.`,
        `The proof is about an act of leaves ${from} to ${to - 1} of the record, which is not in the bundle: it was taken out.`,
      ),
    };
  if (code === 'too-long' || !first)
    return {
      file: TREE,
      said: bothLanguages(
        'La preuve porte sur d’autres actes que ceux du dossier : un acte a été retiré, ou la preuve a été modifiée.',
        'The proof is about other acts than those of the bundle: an act was taken out, or the proof was changed.',
      ),
    };
  const name = nameEntry(first);
  return {
    file: TREE,
    said: bothLanguages(
      `Rien ne relie plus au registre signé les actes des feuilles ${from} à ${to - 1}, à commencer par celui-ci. ${name.fr}. La preuve a été modifiée, ou un acte ajouté, retiré ou déplacé.`,
      `Nothing ties the acts of leaves ${from} to ${to - 1} to the signed record any more, this one first. ${name.en}. The proof was changed, or an act added, taken out or moved.`,
    ),
  };
}
