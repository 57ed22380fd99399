import { toHex } from '@repere/ledger';
import type { BundleEntry, Manifest } from '../bundle-format';
import { canonical, lines } from './honest-bundle';
import { sha256 } from './test-log';

export type Files = ReadonlyMap<string, Uint8Array>;

export const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));
export const jsonOf = <T>(files: Files, path: string): T => JSON.parse(textOf(files, path)) as T;
export const entriesOf = (files: Files, path: string): BundleEntry[] =>
  textOf(files, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BundleEntry);

/** The bundle with one file replaced; `undefined` takes it out. */
export function withFile(files: Files, path: string, content: Uint8Array | string | undefined): Files {
  const edited = new Map(files);
  if (content === undefined) edited.delete(path);
  else edited.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return edited;
}

export function withEntries(files: Files, path: string, entries: readonly BundleEntry[]): Files {
  return withFile(files, path, lines(entries));
}

/** The same, by a forger who also writes the new hashes into the manifest. */
export function withManifestMended(files: Files): Files {
  const manifest = jsonOf<Manifest>(files, 'manifest.json');
  const hashes = Object.keys(manifest.files)
    .filter((path) => files.has(path))
    .map((path) => [path, toHex(sha256(files.get(path) ?? new Uint8Array()))]);
  return withFile(files, 'manifest.json', canonical({ ...manifest, files: Object.fromEntries(hashes) }));
}
