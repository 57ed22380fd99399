import type { BundleCheck } from '../bundle-format';
import type { ReadBundle } from '../reading/read-bundle';
import { openedActs } from '../replay/journal-of';
import { fileOf, pinnedVersions, SHARED } from '../replay/pinned-protocols';
import { counted, countedEn, failedBy, type Fault, notPossible, passed, bothLanguages } from './found';
import { nameEntry } from './name-entry';

/** Whether the protocols in the bundle are the versions that the journal pins its runs to. */
export function checkProtocols({
  protocols,
  streams,
}: Pick<ReadBundle, 'protocols' | 'streams'>): BundleCheck {
  const faults: Fault[] = [...protocols].flatMap(([file, document]) =>
    file === SHARED || file === ownFile(document) ? [] : [otherVersion(file)],
  );
  const pinned = streams.flatMap(({ entries }) => pinnedVersions(openedActs(entries)));
  for (const { act, protocol, version } of pinned) {
    if (protocols.has(fileOf(protocol, version))) continue;
    const name = nameEntry(act.placed);
    faults.push({
      file: fileOf(protocol, version),
      leaf: act.placed.leaf,
      said: bothLanguages(
        `${name.fr} suit ${protocol} ${version}, qui n’est pas dans le dossier de preuve.`,
        `${name.en} follows ${protocol} ${version}, which is not in the bundle.`,
      ),
    });
  }
  const failed = failedBy('protocols', faults);
  if (failed) return failed;
  const n = new Set(pinned.map(({ protocol, version }) => fileOf(protocol, version))).size;
  if (n === 0)
    return notPossible(
      'protocols',
      'Aucun acte montré ne dit quel protocole il suit.',
      'No act that is shown says which protocol it follows.',
    );
  return passed(
    'protocols',
    `${counted(n, 'version de protocole est celle', 'versions de protocoles sont celles')} que le journal désigne.`,
    `${countedEn(n, 'version of a protocol is the one', 'versions of protocols are those')} that the journal names.`,
  );
}

function ownFile(document: unknown): string | undefined {
  const { protocol, version } = (document ?? {}) as {
    readonly protocol?: unknown;
    readonly version?: unknown;
  };
  return typeof protocol === 'string' && typeof version === 'string' ? fileOf(protocol, version) : undefined;
}

const otherVersion = (file: string): Fault => ({
  file,
  said: bothLanguages(
    `${file} contient un autre protocole ou une autre version que son nom ne dit.`,
    `${file} holds another protocol or version than its name says.`,
  ),
});
