import { strToU8, zipSync } from 'fflate';

/** The first day that the format knows: the same files give the same archive. */
const ONE_DAY = '1980-01-01T12:00:00';

/** A ZIP archive of small text files, in this order. */
export function zipOf(files: readonly (readonly [path: string, text: string])[]): Buffer {
  const contents = Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)]));
  return Buffer.from(zipSync(contents, { mtime: ONE_DAY }));
}
