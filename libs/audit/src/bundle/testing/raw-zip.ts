import { deflateSync } from 'fflate';
import { crc32 } from '../zip/crc32';

/** A file as a forger writes it into an archive, lies included. */
export interface RawFile {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array;
  readonly isDeflated?: boolean;
  /** Size that both headers declare. */
  readonly declared?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Unix mode, as the directory gives it. */
  readonly mode?: number;
  readonly extra?: Uint8Array;
  readonly comment?: Uint8Array;
  /** Name in the local header, where it is another. */
  readonly ownName?: string;
  /** Extra field of the local header alone. */
  readonly ownExtra?: Uint8Array;
  /** Whether the directory leaves it out. */
  readonly isHidden?: boolean;
  /** Takes the bytes of the file with this index, instead of its own. */
  readonly sharesBytesOf?: number;
}

interface Around {
  readonly before?: Uint8Array;
  readonly comment?: Uint8Array;
}

const encoder = new TextEncoder();
const NOTHING = new Uint8Array();

/** An archive with exactly these entries, in this order (APPNOTE 6.3). */
export function rawZip(
  files: readonly RawFile[],
  { before = NOTHING, comment = NOTHING }: Around = {},
): Uint8Array {
  const locals: Uint8Array[] = [before];
  const listed: Uint8Array[] = [];
  const offsets: number[] = [];
  let offset = before.length;
  for (const file of files) {
    const content = file.content ?? encoder.encode('{}');
    const data = file.isDeflated ? deflateSync(content) : content;
    const name = typeof file.name === 'string' ? encoder.encode(file.name) : file.name;
    const own = file.ownName === undefined ? name : encoder.encode(file.ownName);
    const { extra = NOTHING, ownExtra = NOTHING, comment: note = NOTHING } = file;
    const start = file.sharesBytesOf === undefined ? offset : (offsets[file.sharesBytesOf] ?? 0);
    offsets.push(start);
    // Version, flags, method, time, checksum and sizes: the same in both headers.
    const repeated = (at: number): readonly [Places, Places] => [
      [
        [at, 20],
        [at + 2, file.flags ?? 0],
        [at + 4, file.method ?? (file.isDeflated ? 8 : 0)],
      ],
      [
        [at + 10, file.crc ?? crc32(content)],
        [at + 14, data.length],
        [at + 18, file.declared ?? content.length],
      ],
    ];
    const [shorts, longs] = repeated(6);
    const listing = header(
      0x02014b50,
      46,
      [name, extra, note],
      [...shorts, [28, name.length], [30, extra.length], [32, note.length]],
      [...longs, [38, (file.mode ?? 0) * 0x10000], [42, start]],
    );
    if (!file.isHidden) listed.push(listing);
    if (file.sharesBytesOf !== undefined) continue;
    const [ownShorts, ownLongs] = repeated(4);
    const local = header(
      0x04034b50,
      30,
      [own, ownExtra],
      [...ownShorts, [26, own.length], [28, ownExtra.length]],
      ownLongs,
    );
    locals.push(local, data);
    offset += local.length + data.length;
  }
  const size = listed.reduce((sum, { length }) => sum + length, 0);
  const end = header(
    0x06054b50,
    22,
    [comment],
    [
      [8, listed.length],
      [10, listed.length],
      [20, comment.length],
    ],
    [
      [12, size],
      [16, offset],
    ],
  );
  return joined([...locals, ...listed, end]);
}

type Places = readonly (readonly [at: number, value: number])[];

function header(
  mark: number,
  size: number,
  behind: readonly Uint8Array[],
  shorts: Places,
  longs: Places,
): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  for (const [at, value] of shorts) view.setUint16(at, value, true);
  for (const [at, value] of longs) view.setUint32(at, value, true);
  return joined([bytes, ...behind]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
