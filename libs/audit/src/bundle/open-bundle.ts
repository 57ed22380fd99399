import { finishWork, type Paced } from './paced';
import { type ReadProblem, Unreadable, unreadable } from './reading/read-problem';
import { crc32 } from './zip/crc32';
import { inflate, type Inflate } from './zip/inflate';
import { readArchive, type ZipFile } from './zip/zip-directory';
import { isBomb, ZIP_LIMITS, type ZipLimits } from './zip/zip-limits';

/** path → content. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export type OpenedBundle =
  { readonly ok: true; readonly files: BundleFiles } | { readonly ok: false; readonly problem: ReadProblem };

export interface OpenOptions {
  /** A faster way to inflate than plain JavaScript, where there is one. */
  readonly inflate?: Inflate;
  readonly limits?: ZipLimits;
}

/**
 * The files of a bundle, in memory. Refuses whatever a ZIP can hide: bytes that are of no file, names that climb out, repeat or
 * look alike, headers that differ, sizes beyond measure or other than declared, wrong checksums. What opens here unpacks to the
 * same files with any program.
 */
export function openBundle(bytes: Uint8Array, options: OpenOptions = {}): OpenedBundle {
  return finishWork(openPaced(bytes, options));
}

export function* openPaced(bytes: Uint8Array, options: OpenOptions = {}): Paced<OpenedBundle> {
  const limits = options.limits ?? ZIP_LIMITS;
  try {
    const archive = readArchive(bytes, limits.files);
    checkSizes(archive, limits);
    const files = new Map<string, Uint8Array>();
    for (const file of archive) {
      yield 'opening';
      files.set(file.name, contentOf(file, options.inflate ?? inflate));
    }
    return { ok: true, files };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

function checkSizes(files: readonly ZipFile[], limits: ZipLimits): void {
  let total = 0;
  for (const { name, packed, declared } of files) {
    total += declared;
    if (declared > limits.fileBytes || total > limits.totalBytes || isBomb(packed.length, declared, limits))
      throw unreadable(
        `${name} serait démesuré une fois décomprimé (${String(declared)} octets) : l’archive n’est pas ouverte.`,
        `${name} would be out of all proportion once inflated (${String(declared)} bytes): the archive is not opened.`,
        { file: name },
      );
  }
}

function contentOf({ name, isDeflated, declared, packed, crc }: ZipFile, unpack: Inflate): Uint8Array {
  const content = isDeflated ? unpack(packed, declared) : packed;
  if (content && crc32(content) === crc) return content;
  throw unreadable(
    `${name} est endommagé dans l’archive, ou n’a pas la taille ou la somme de contrôle annoncées.`,
    `${name} is damaged in the archive, or not of the size or checksum declared.`,
    { file: name },
  );
}
