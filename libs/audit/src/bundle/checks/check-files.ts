import { type Sha256, toHex } from '@repere/ledger';
import type { BundleCheck, Manifest } from '../bundle-format';
import type { BundleFiles } from '../open-bundle';
import type { Paced } from '../paced';
import { MANIFEST, PROOF_FILES } from '../reading/read-bundle';
import type { ReadProblem } from '../reading/read-problem';
import { counted, countedEn, failedBy, type Fault, passed, bothLanguages } from './found';

/** Whether the files are those that the manifest names, to the byte: none changed, missing or added. */
export function* checkFiles(
  files: BundleFiles,
  manifest: Manifest,
  unread: readonly ReadProblem[],
  sha256: Sha256,
): Paced<BundleCheck> {
  const named = Object.entries(manifest.files);
  const faults: Fault[] = [];
  for (const [file, hash] of named) {
    yield 'files';
    const bytes = files.get(file);
    if (!bytes) faults.push(missing(file));
    else if (toHex(sha256(bytes)) !== hash)
      faults.push(
        altered(
          file,
          unread.find((it) => it.file === file),
        ),
      );
  }
  const known = new Set([MANIFEST, ...PROOF_FILES, ...named.map(([file]) => file)]);
  for (const file of files.keys()) if (!known.has(file)) faults.push(added(file));
  for (const file of streamFiles(manifest))
    if (!Object.hasOwn(manifest.files, file)) faults.push(missing(file));
  const n = named.length;
  return (
    failedBy('files', faults) ??
    passed(
      'files',
      `${counted(n, 'fichier est celui', 'fichiers sont ceux')} que le manifeste nomme, à l’octet près ; aucun ne manque, aucun n’est en trop.`,
      `${countedEn(n, 'file is the one', 'files are those')} that the manifest names, to the byte; none is missing, none was added.`,
    )
  );
}

function streamFiles({ cases, mission }: Manifest): readonly string[] {
  return [
    ...cases.map(({ alias }) => `cases/${alias}/entries.jsonl`),
    ...(mission === undefined ? [] : [`missions/${mission}/entries.jsonl`]),
  ];
}

function altered(file: string, unread: ReadProblem | undefined): Fault {
  const line =
    unread?.line === undefined
      ? bothLanguages('', '')
      : bothLanguages(`, à la ligne ${unread.line}`, `, at line ${unread.line}`);
  return {
    file,
    said: bothLanguages(
      `${file} a été modifié depuis que ce dossier de preuve a été fait${line.fr}.`,
      `${file} was changed after this bundle was made${line.en}.`,
    ),
  };
}

const missing = (file: string): Fault => ({
  file,
  said: bothLanguages(`${file} manque : il a été retiré.`, `${file} is missing: it was taken out.`),
});

const added = (file: string): Fault => ({
  file,
  said: bothLanguages(
    `${file} a été ajouté : le manifeste ne le connaît pas.`,
    `${file} was added: the manifest does not know it.`,
  ),
});
