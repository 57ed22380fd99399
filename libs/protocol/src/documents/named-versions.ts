import type { Example } from './example';

/** Protocols that a story names with their versions, in its order; that of the shared facts is no protocol's. */
export const namedVersions = ({
  versions,
}: Pick<Example, 'versions'>): readonly (readonly [protocol: string, version: string])[] =>
  Object.entries(versions)
    .filter(([name]) => name !== 'facts')
    .map(([name, version]) => [name, String(version)] as const);
