import { deflateSync } from 'fflate';

/** A file as a forger writes it into an archive, lies included. */
export interface RawFile {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array;
  readonly isDeflated?: boolean;
  /** Size that the directory declares. */
  readonly declared?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Name in the local header, where it is another. */
  readonly ownName?: string;
  /** Takes the bytes of the file with this index, instead of its own. */
  readonly sharesBytesOf?: number;
}

const encoder = new TextEncoder();

/** An archive with exactly these entries, in this order (APPNOTE 6.3). */
export function rawZip(files: readonly RawFile[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const file of files) {
    const content = file.content ?? encoder.encode('{}');
    const data = file.isDeflated ? deflateSync(content) : content;
    const method = file.method ?? (file.isDeflated ? 8 : 0);
    const declared = file.declared ?? content.length;
    const name = typeof file.name === 'string' ? encoder.encode(file.name) : file.name;
    const own = file.ownName === undefined ? name : encoder.encode(file.ownName);
    const start = file.sharesBytesOf === undefined ? offset : (offsets[file.sharesBytesOf] ?? 0);
    offsets.push(start);
    listed.push(
      header(
        0x02014b50,
        46,
        name,
        [
          [8, file.flags ?? 0],
          [10, method],
          [28, name.length],
        ],
        [
          [20, data.length],
          [24, declared],
          [42, start],
        ],
      ),
    );
    if (file.sharesBytesOf !== undefined) continue;
    const local = header(
      0x04034b50,
      30,
      own,
      [
        [8, method],
        [26, own.length],
      ],
      [
        [18, data.length],
        [22, declared],
      ],
    );
    locals.push(local, data);
    offset += local.length + data.length;
  }
  const size = listed.reduce((sum, { length }) => sum + length, 0);
  const end = header(
    0x06054b50,
    22,
    new Uint8Array(),
    [
      [8, files.length],
      [10, files.length],
    ],
    [
      [12, size],
      [16, offset],
    ],
  );
  return Uint8Array.from([...locals, ...listed, end].flatMap((part) => [...part]));
}

type Places = readonly (readonly [at: number, value: number])[];

function header(mark: number, size: number, name: Uint8Array, shorts: Places, longs: Places): Uint8Array {
  const bytes = new Uint8Array(size + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  for (const [at, value] of shorts) view.setUint16(at, value, true);
  for (const [at, value] of longs) view.setUint32(at, value, true);
  bytes.set(name, size);
  return bytes;
}
