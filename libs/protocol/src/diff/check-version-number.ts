import { isNewer as isNewerThan, partsOf } from '../versions/compare-versions';
import { text, type Text } from '@repere/feel';
import type { Problem } from '../documents/document';
import type { ReleaseKind, VersionDiff } from './version-diff';

/** Where the number stands: `protocol.yaml`, its line `version`. */
type ProblemLocation = Pick<Problem, 'file' | 'line' | 'column'>;

/** What is wrong with the number of the newer version: not higher, or higher by less than what changed. `null` if nothing. */
export function checkVersionNumber(
  { protocol, from, to, kind }: VersionDiff,
  place: ProblemLocation = { file: `${protocol}/${to}/protocol.yaml`, line: 1, column: 1 },
): (Problem & { readonly code: 'version-says-too-little' | 'version-not-newer' }) | null {
  const least = nextVersion(from, kind);
  if (isAtLeast(to, least)) return null;
  const isNewer = isAtLeast(to, nextVersion(from, 'patch'));
  return {
    ...place,
    code: isNewer ? 'version-says-too-little' : 'version-not-newer',
    message: isNewer
      ? text(
          `${to} dit moins que ce qui a changé depuis ${from} : ${SAYS[kind].fr}.`,
          `${to} says less than what changed since ${from}: ${SAYS[kind].en}.`,
        )
      : text(`${to} ne vient pas après ${from}.`, `${to} does not come after ${from}.`),
    remedy: text(`Écrivez \`version: ${least}\`.`, `Write \`version: ${least}\`.`),
    severity: 'error',
  };
}

/** The lowest number after `version` that says this much: `1.2.3`, minor → `1.3.0`. */
export function nextVersion(version: string, kind: ReleaseKind): string {
  const [major, minor, patch] = partsOf(version);
  switch (kind) {
    case 'major':
      return `${major + 1}.0.0`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
  }
}

const SAYS: Readonly<Record<ReleaseKind, Text>> = {
  patch: text('des mots', 'words'),
  minor: text('une chose est ajoutée ou resserrée', 'something is added or tightened'),
  major: text('une chose est changée ou retirée', 'something is changed or removed'),
};

const isAtLeast = (version: string, least: string): boolean => !isNewerThan(least, version);
