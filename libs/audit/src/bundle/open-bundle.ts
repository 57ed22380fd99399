import { finish, type Paced } from './paced';
import { type ReadProblem, Unreadable, unreadable } from './reading/read-problem';
import { inflate, type Inflate } from './zip/inflate';
import { damaged, readDirectory, type ZipFile } from './zip/zip-directory';
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
 * The files of a bundle, in memory. Refuses whatever a ZIP can hide: names that climb out or repeat, files that overlap,
 * sizes beyond measure or other than declared. Its checksums are not looked at: the manifest's hashes say more.
 */
export function openBundle(bytes: Uint8Array, options: OpenOptions = {}): OpenedBundle {
  return finish(openPaced(bytes, options));
}

export function* openPaced(bytes: Uint8Array, options: OpenOptions = {}): Paced<OpenedBundle> {
  const limits = options.limits ?? ZIP_LIMITS;
  try {
    const listed = readDirectory(bytes, limits.files);
    checkSizes(listed, limits);
    const places = listed.map((file) => ({ file, ...placeOf(bytes, file) }));
    checkApart(places);
    const files = new Map<string, Uint8Array>();
    for (const { file, data } of places) {
      yield 'opening';
      files.set(file.name, contentOf(file, data, options.inflate ?? inflate));
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
    if (declared > limits.fileBytes || total > limits.totalBytes || isBomb(packed, declared, limits))
      throw unreadable(
        `${name} serait démesuré une fois décomprimé (${String(declared)} octets) : l’archive n’est pas ouverte.`,
        `${name} would be out of all proportion once inflated (${String(declared)} bytes): the archive is not opened.`,
        { file: name },
      );
  }
}

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;

interface Place {
  readonly from: number;
  readonly to: number;
  readonly data: Uint8Array;
}

function placeOf(bytes: Uint8Array, { name, header, packed }: ZipFile): Place {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header + LOCAL_BYTES > bytes.length || view.getUint32(header, true) !== LOCAL) throw damaged();
  const nameBytes = view.getUint16(header + 26, true);
  const from = header + LOCAL_BYTES + nameBytes + view.getUint16(header + 28, true);
  const to = from + packed;
  const own = bytes.subarray(header + LOCAL_BYTES, header + LOCAL_BYTES + nameBytes);
  // Whoever unpacks by the other header would see another name.
  if (to > bytes.length || new TextDecoder().decode(own) !== name) throw damaged();
  return { from: header, to, data: bytes.subarray(from, to) };
}

/** Files that share bytes are how a small archive becomes a huge one. */
function checkApart(places: readonly Place[]): void {
  const inOrder = places.toSorted((a, b) => a.from - b.from);
  if (inOrder.some(({ from }, n) => from < (inOrder[n - 1]?.to ?? 0))) throw damaged();
}

function contentOf({ name, isDeflated, declared }: ZipFile, data: Uint8Array, unpack: Inflate): Uint8Array {
  const content = isDeflated ? unpack(data, declared) : data;
  if (content) return content;
  throw unreadable(
    `${name} est endommagé dans l’archive, ou n’a pas la taille annoncée.`,
    `${name} is damaged in the archive, or not of the size declared.`,
    { file: name },
  );
}
