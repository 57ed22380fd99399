import type { ProblemReason } from '@repere/cases';
import type { ProtocolDocument } from '@repere/protocol-engine';
import { compareVersions } from '../compare-versions';
import type { Shelf } from '../shelf';

/** Whether the version's number says what changes in it, beside the newest that is published. */
export function checkNumber(document: ProtocolDocument, shelf: Shelf): readonly ProblemReason[] {
  const newest = shelf.versionsOf(document.protocol)[0]?.document;
  if (!newest) return [];
  if (compareVersions(document.version, newest.version) <= 0)
    return [
      {
        code: 'version-not-newer',
        text: {
          fr: `Le numéro ${document.version} doit venir après ${newest.version}.`,
          en: `Number ${document.version} must come after ${newest.version}.`,
        },
      },
    ];
  return [];
}
