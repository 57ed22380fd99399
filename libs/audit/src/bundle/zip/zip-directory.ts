import { unreadable } from '../reading/read-problem';
import { safeName } from './safe-name';

/** A file of the archive, as its directory declares it. */
export interface ZipFile {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: number;
  readonly declared: number;
  /** Offset of its local header. */
  readonly header: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LONGEST_COMMENT = 0xffff;

/** The files that a ZIP lists (APPNOTE 6.3, 4.3.12 and 4.3.16), folders left out. Throws `Unreadable`. */
export function readDirectory(bytes: Uint8Array, mostFiles: number): readonly ZipFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isOneDisk || start + size !== end) throw damaged();
  if (count > mostFiles) throw tooMany(count);

  const files: ZipFile[] = [];
  const names = new Set<string>();
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + LISTED_BYTES > end || view.getUint32(at, true) !== LISTED) throw damaged();
    const nameBytes = view.getUint16(at + 28, true);
    const next =
      at + LISTED_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged();
    const file = readListed(view, at, bytes.subarray(at + LISTED_BYTES, at + LISTED_BYTES + nameBytes));
    if (names.has(file.name)) throw twice(file.name);
    names.add(file.name);
    if (!file.name.endsWith('/')) files.push(file);
    else if (file.declared > 0) throw damaged();
    at = next;
  }
  if (at !== end) throw damaged();
  return files;
}

function readListed(view: DataView, at: number, nameBytes: Uint8Array): ZipFile {
  const name = safeName(nameBytes);
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & 1) !== 0)
    throw unreadable(`${name} est chiffré`, `${name} is encrypted`, { file: name });
  if (method !== 0 && method !== 8)
    throw unreadable(`${name} est comprimé d’une façon inconnue`, `${name} is packed in an unknown way`, {
      file: name,
    });
  const packed = view.getUint32(at + 20, true);
  const declared = view.getUint32(at + 24, true);
  if (method === 0 && packed !== declared) throw damaged();
  return { name, isDeflated: method === 8, packed, declared, header: view.getUint32(at + 42, true) };
}

function findEnd(view: DataView): number {
  for (
    let at = view.byteLength - END_BYTES;
    at >= Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
    at--
  ) {
    const isEnd = view.getUint32(at, true) === END;
    if (isEnd && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw unreadable(
    'Ce n’est pas une archive ZIP entière : elle est tronquée, ou d’un autre genre.',
    'This is not a whole ZIP archive: it is truncated, or of another kind.',
  );
}

export const damaged = () =>
  unreadable('L’archive ZIP est endommagée ou tronquée.', 'The ZIP archive is damaged or truncated.');

const twice = (file: string) =>
  unreadable(`L’archive contient deux fois ${file}.`, `The archive holds ${file} twice.`, { file });

const tooMany = (count: number) =>
  unreadable(
    `L’archive contient trop de fichiers (${count}).`,
    `The archive holds too many files (${count}).`,
  );
