import { zipSync } from 'fflate';
import type { SandboxTask } from '../../../platform/sandbox/sandbox-task';

/** Path in the ZIP → bytes. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>;

interface BundleToPack {
  readonly files: BundleFiles;
  /** Soon packed anew, so that making it small now would be work for nothing. */
  readonly isDraft: boolean;
}

/** A ZIP of these files, the manifest first, then by name: the same files give the same bytes. Throws on a name that is not safe. */
export const PACK_BUNDLE: SandboxTask<BundleToPack, Uint8Array> = {
  name: 'bundle.pack',
  lane: 'papers',
  mostMs: 60_000,
  perform({ files, isDraft }) {
    const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const unsafe = names.find((name) => !NAME.test(name));
    if (unsafe !== undefined) throw new Error('a file of a bundle has an unsafe name');
    return zipSync(
      Object.fromEntries(
        names.map((name) => [name, [files[name] ?? NOTHING, { level: isDraft ? 0 : levelOf(name) }]]),
      ),
      { mtime: NO_TIME },
    );
  },
};

/** Letters, digits, and no way up or out. */
const NAME = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_@.+-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_@.+-]*)*$/;
/** ZIP knows no earlier day; no entry tells when it was packed. */
const NO_TIME = new Date(1980, 0, 1);
const NOTHING = new Uint8Array();
const rank = (name: string): number => (name === 'manifest.json' ? 0 : name.startsWith('proof/') ? 2 : 1);
/** Hashes and compressed paper don't get smaller. */
const levelOf = (name: string): 0 | 6 => (/\.(pdf|bin)$/.test(name) ? 0 : 6);
