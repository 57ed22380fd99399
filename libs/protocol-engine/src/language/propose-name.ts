import { findNearest } from '../feel/nearest';

/** What to write instead of an unknown name: the nearest one, the few that there are, or `otherwise`. */
export function proposeName(
  written: string,
  known: Iterable<string>,
  otherwise = 'Define it, or leave it out.',
): string {
  const names = [...new Set(known)];
  const near = findNearest(written, names);
  if (near !== undefined) return `Write \`${near}\`.`;
  if (names.length === 0 || names.length > 12) return otherwise;
  return `One of: ${names.map((name) => `\`${name}\``).join(', ')}.`;
}
