import { unzipSync, zipSync } from 'fflate';

/** Path in the ZIP → bytes. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>;

/** Letters, digits, and no way up or out. */
const NAME = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_@.+-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_@.+-]*)*$/;
/** ZIP knows no earlier day; no entry tells when it was packed. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * A ZIP of these files, the manifest first, then by name: the same files give the same bytes. Throws on a name that is not
 * safe. `isDraft`: soon packed anew, so that making it small now would be work for nothing.
 */
export function packBundle(files: BundleFiles, { isDraft = false } = {}): Uint8Array {
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const unsafe = names.find((name) => !NAME.test(name));
  if (unsafe !== undefined) throw new Error('a file of a bundle has an unsafe name');
  return zipSync(
    Object.fromEntries(
      names.map((name) => [name, [files[name] ?? NOTHING, { level: isDraft ? 0 : levelOf(name) }]]),
    ),
    {
      mtime: NO_TIME,
    },
  );
}

export const unpackBundle = (zip: Uint8Array): BundleFiles => unzipSync(zip);

const NOTHING = new Uint8Array();
const rank = (name: string): number => (name === 'manifest.json' ? 0 : name.startsWith('proof/') ? 2 : 1);
/** Hashes and compressed paper don't get smaller. */
const levelOf = (name: string): 0 | 6 => (/\.(pdf|bin)$/.test(name) ? 0 : 6);
