import type { ReleaseKind, VersionChange } from './version-diff';

/**
 * What a version with these changes has to be called: `patch` if only words differ, `minor` if it adds steps, questions or
 * safeguards or tightens, `major` as soon as something is changed or removed.
 */
export function releaseKind(changes: readonly VersionChange[]): ReleaseKind {
  const kinds = changes.map(kindOf);
  return kinds.includes('major') ? 'major' : kinds.includes('minor') ? 'minor' : 'patch';
}

function kindOf({ what, how, effect }: VersionChange): ReleaseKind {
  if (what === 'text') return 'patch';
  if (effect === 'protects-more' || effect === 'words') return 'minor';
  return how === 'added' && effect === 'to-review' && ADDED.has(what) ? 'minor' : 'major';
}

/** What may be added without changing what was there. A condition, an approval or an outcome that is added changes it. */
const ADDED: ReadonlySet<VersionChange['what']> = new Set(['step', 'field', 'fact', 'limit']);
