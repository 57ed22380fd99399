import { strFromU8, unzipSync } from 'fflate';

/** A version is some hundred kilobytes; an archive that unpacks to more than this holds something else. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The texts in a ZIP archive, by path; `null` when it can't be read, or unpacks to more than a version can hold. */
export async function readZip(archive: Blob): Promise<ReadonlyMap<string, string> | null> {
  let bytes = 0;
  try {
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()), {
      filter: ({ name, originalSize }) => {
        bytes += originalSize;
        if (bytes > MOST_BYTES) throw new Error('too large');
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
  } catch {
    return null;
  }
}
