import type { ProblemReason } from '@repere/cases';
import {
  checkVersionNumber,
  diffVersions,
  nextVersion,
  type ProtocolDocument,
  type ReleaseKind,
  type SharedDocument,
} from '@repere/protocol-engine';
import type { Shelf } from '../shelf';

/** Whether the version's number says what changes in it, beside the newest that is published. */
export function checkNumber(
  document: ProtocolDocument,
  shelf: Shelf,
  shared: SharedDocument,
): readonly ProblemReason[] {
  const newest = shelf.versionsOf(document.protocol)[0]?.document;
  if (!newest) return [];
  const diff = diffVersions(newest, document, shared);
  const problem = checkVersionNumber(diff);
  if (!problem) return [];
  const least = nextVersion(newest.version, diff.kind);
  const [fr, en] = SAYS[diff.kind];
  return [
    {
      code: problem.code,
      field: 'files.protocol.yaml',
      text: {
        fr: `Depuis ${newest.version}, ${fr} : le numéro doit être ${least} ou plus, non ${document.version}.`,
        en: `Since ${newest.version}, ${en}: the number must be ${least} or higher, not ${document.version}.`,
      },
    },
  ];
}

const SAYS: Readonly<Record<ReleaseKind, readonly [fr: string, en: string]>> = {
  patch: ['des mots changent', 'words change'],
  minor: ['quelque chose s’ajoute ou se renforce', 'something is added or tightened'],
  major: ['quelque chose change ou disparaît', 'something is changed or removed'],
};
