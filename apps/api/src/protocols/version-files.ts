import type { ProtocolFiles } from '@repere/cases';

/**
 * What a version's folder may hold. Overlays are a territory's, not the version's. No capitals: where they don't count, one
 * of two files would be unpacked over the other.
 */
const OF_A_VERSION =
  /^(protocol\.yaml|en\.yaml|SOURCE\.md|(examples|vectors)\/[a-z0-9][a-z0-9._-]{0,99}\.yaml)$/;

export const isFileOfVersion = (path: string): boolean => OF_A_VERSION.test(path);

/** Files of one version out of a whole library, by path inside its folder. */
export function filesOfVersion(library: ProtocolFiles, protocol: string, version: string): ProtocolFiles {
  const folder = `${protocol}/${version}/`;
  return Object.fromEntries(
    Object.entries(library)
      .filter(([path]) => path.startsWith(folder) && isFileOfVersion(path.slice(folder.length)))
      .map(([path, text]) => [path.slice(folder.length), text]),
  );
}
