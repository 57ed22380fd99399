import { unreadable } from '../reading/read-problem';
import { checkDistinct, safeName } from './safe-name';

/** A file of the archive, as its directory and its own header declare it: both the same, or it is not read. */
export interface ZipFile {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly declared: number;
  /** Of the content. */
  readonly crc: number;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;

/** A name in UTF-8: names are in ASCII here, so that it says nothing. */
const UTF8 = 0x0800;
/** A plain file, by whatever program: no right to run it, no link, no folder. Of its owner, and perhaps of others to read. */
const MODES: readonly number[] = [0, 0o100600, 0o100640, 0o100644, 0o100660, 0o100664, 0o100666];
/** Of DOS: nothing, or to be archived. */
const DOS_MODES: readonly number[] = [0, 0x20];

/**
 * The files of a ZIP (APPNOTE 6.3) that has one reading: files without a gap from its first byte to its directory, in the order of
 * that, each header the same in both places, and nothing beside them: no comment, no extra field, no folder, no link. What two
 * programs could unpack differently is not opened. Throws `Unreadable`.
 */
export function readArchive(bytes: Uint8Array, mostFiles: number): readonly ZipFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END) throw notWhole(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (view.getUint16(end + 20, true) !== 0) throw beside();
  if (!isOneDisk || start + size !== end) throw damaged();
  if (count > mostFiles) throw tooMany(count);

  const files: ZipFile[] = [];
  let [at, header] = [start, 0];
  for (let n = 0; n < count; n++) {
    const listed = readListed(view, bytes, at, end);
    if (listed.header !== header) throw beside();
    const { file, next } = readLocal(view, bytes, listed, start);
    files.push(file);
    at = listed.next;
    header = next;
  }
  if (at !== end || header !== start) throw beside();
  checkDistinct(files.map(({ name }) => name));
  return files;
}

interface Listed {
  readonly name: string;
  /** Version, flags, method, time, checksum, sizes: as the local header has to repeat them. */
  readonly repeated: Uint8Array;
  readonly header: number;
  readonly next: number;
}

function readListed(view: DataView, bytes: Uint8Array, at: number, end: number): Listed {
  if (at + LISTED_BYTES > end || view.getUint32(at, true) !== LISTED) throw damaged();
  const nameBytes = view.getUint16(at + 28, true);
  const next = at + LISTED_BYTES + nameBytes;
  if (next > end) throw damaged();
  const name = safeName(bytes.subarray(at + LISTED_BYTES, next));
  const attributes = view.getUint32(at + 38, true);
  const hasBeside =
    view.getUint16(at + 30, true) + view.getUint16(at + 32, true) + view.getUint16(at + 34, true);
  if (hasBeside !== 0) throw beside(name);
  if (!MODES.includes(attributes >>> 16) || !DOS_MODES.includes(attributes & 0xffff)) throw noPlainFile(name);
  return { name, repeated: bytes.subarray(at + 6, at + 30), header: view.getUint32(at + 42, true), next };
}

function readLocal(
  view: DataView,
  bytes: Uint8Array,
  { name, repeated, header }: Listed,
  start: number,
): { readonly file: ZipFile; readonly next: number } {
  if (header + LOCAL_BYTES > start || view.getUint32(header, true) !== LOCAL) throw damaged();
  const own = bytes.subarray(header + 4, header + 28);
  const nameBytes = view.getUint16(header + 26, true);
  const from = header + LOCAL_BYTES + nameBytes;
  // A program that unpacks by the other header would see another file.
  if (own.some((byte, n) => byte !== repeated[n])) throw twoHeaders(name);
  if (from > start || decode(bytes.subarray(header + LOCAL_BYTES, from)) !== name) throw twoHeaders(name);
  if (view.getUint16(header + 28, true) !== 0) throw beside(name);
  const flags = view.getUint16(header + 6, true);
  const method = view.getUint16(header + 8, true);
  if ((flags & 1) !== 0) throw unreadable(`${name} est chiffré`, `${name} is encrypted`, { file: name });
  // Sizes that stand behind the content are guessed by some, and taken from the directory by others.
  if ((flags & ~UTF8 & ~6) !== 0) throw twoHeaders(name);
  if (method !== 0 && method !== 8)
    throw unreadable(`${name} est comprimé d’une façon inconnue`, `${name} is packed in an unknown way`, {
      file: name,
    });
  const packed = view.getUint32(header + 18, true);
  const declared = view.getUint32(header + 22, true);
  const next = from + packed;
  if (next > start || (method === 0 && packed !== declared)) throw damaged();
  return {
    file: {
      name,
      isDeflated: method === 8,
      declared,
      crc: view.getUint32(header + 14, true),
      packed: bytes.subarray(from, next),
    },
    next,
  };
}

const decode = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const LONGEST_COMMENT = 0xffff;

/** No end where it must be: truncated, with something behind it, or no ZIP at all. */
function notWhole(view: DataView): Error {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (
      view.getUint32(at, true) === END &&
      at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength
    )
      return beside();
  return unreadable(
    'Ce n’est pas une archive ZIP entière : elle est tronquée, ou d’un autre genre.',
    'This is not a whole ZIP archive: it is truncated, or of another kind.',
  );
}

export const damaged = () =>
  unreadable('L’archive ZIP est endommagée ou tronquée.', 'The ZIP archive is damaged or truncated.');

const beside = (file?: string) =>
  unreadable(
    `L’archive contient autre chose que ses fichiers${file === undefined ? '' : ` (${file})`} : un autre programme pourrait y lire autre chose. Elle n’est pas ouverte.`,
    `The archive holds something beside its files${file === undefined ? '' : ` (${file})`}: another program could read something else in it. It is not opened.`,
    file === undefined ? {} : { file },
  );

const twoHeaders = (file: string) =>
  unreadable(
    `L’archive dit deux choses différentes de ${file} : un autre programme y lirait autre chose. Elle n’est pas ouverte.`,
    `The archive says two different things of ${file}: another program would read something else. It is not opened.`,
    { file },
  );

const noPlainFile = (file: string) =>
  unreadable(
    `${file} n’est pas un simple fichier (un lien, un dossier ou un programme) : l’archive n’est pas ouverte.`,
    `${file} is no plain file (a link, a folder or a program): the archive is not opened.`,
    { file },
  );

const tooMany = (count: number) =>
  unreadable(
    `L’archive contient trop de fichiers (${count}).`,
    `The archive holds too many files (${count}).`,
  );
