import { hashFromHex, openField, type SequencedEntry, type Sha256, verifyOpenings } from '@repere/ledger';
import type { BundleEntry, BundleOpening, BothLanguages } from '../bundle-format';
import { bothLanguages } from './found';
import { oneLetter } from './one-letter';

const EMPTY = new Uint8Array();

/** What is wrong with what is shown of an entry's payload; `undefined` when every field is the one recorded, or nothing is claimed. */
export function misshown(
  { commitments, openings = [] }: BundleEntry,
  parsed: SequencedEntry | undefined,
  sha256: Sha256,
): BothLanguages | undefined {
  if (!commitments) return openings.length === 0 ? undefined : NO_COMMITMENT;
  if (!parsed) return NOT_AN_ENTRY;
  const opened = openings.map(({ index, path, value, salt }) => ({
    index,
    path,
    value,
    salt: hashFromHex(salt) ?? EMPTY,
  }));
  const result = verifyOpenings(parsed.commitment, { commitments, openings: opened }, sha256);
  if (result.ok) return undefined;
  const { problem } = result;
  if (problem.code === 'bad-commitment' || problem.code === 'other-root') return OTHER_ROOT;
  if (problem.code === 'out-of-order') return outOfOrder(problem.path);
  const shown = openings.find(({ index, path }) => index === problem.index && path === problem.path);
  const recorded = shown && recordedValue(shown, commitments[shown.index] ?? '', sha256);
  return recorded === undefined
    ? otherField(problem.path)
    : otherLetter(problem.path, recorded, shown?.value);
}

/** The value that one changed letter has hidden. */
function recordedValue(
  { path, value, salt }: BundleOpening,
  commitment: string,
  sha256: Sha256,
): string | undefined {
  const bytes = hashFromHex(salt);
  if (typeof value !== 'string' || !bytes) return undefined;
  return oneLetter(value, (other) => openField({ path, value: other, salt: bytes }, commitment, sha256));
}

const NO_COMMITMENT = bothLanguages(
  'des champs sont montrés sans leurs empreintes.',
  'fields are shown without their commitments.',
);
const NOT_AN_ENTRY = bothLanguages('ce n’est pas un acte du registre.', 'this is no entry of a record.');
const OTHER_ROOT = bothLanguages(
  'les empreintes de ses champs ne sont pas celles qui ont été consignées.',
  'the commitments of its fields are not those that were recorded.',
);
const outOfOrder = (path: string) =>
  bothLanguages(`le champ « ${path} » n’est pas à sa place.`, `the field “${path}” is not in its place.`);
const otherField = (path: string) =>
  bothLanguages(
    `le champ « ${path} » n’est pas ce qui a été consigné : sa valeur, son nom ou son sel a été modifié.`,
    `the field “${path}” is not what was recorded: its value, its name or its salt was changed.`,
  );
const otherLetter = (path: string, recorded: string, now: unknown) =>
  bothLanguages(
    `le champ « ${path} » n’est pas ce qui a été consigné : une lettre a été changée, « ${recorded} » est devenu « ${String(now)} ».`,
    `the field “${path}” is not what was recorded: one letter was changed, “${recorded}” became “${String(now)}”.`,
  );
