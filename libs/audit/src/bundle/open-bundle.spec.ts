import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { openBundle, type OpenOptions } from './open-bundle';
import { rawZip, type RawFile } from './testing/raw-zip';
import { crc32 } from './zip/crc32';
import { ZIP_LIMITS } from './zip/zip-limits';

const zeros = (length: number): Uint8Array => new Uint8Array(length);
const whyNot = (bytes: Uint8Array, options?: OpenOptions): string => {
  const opened = openBundle(bytes, options);
  return opened.ok ? 'opened' : opened.problem.said.en;
};
const refusal = (...files: readonly RawFile[]): string => whyNot(rawZip(files));

describe('opening a bundle', () => {
  it('gives every file, packed or not', () => {
    const big = randomBytes(200_000);
    const bytes = rawZip([
      { name: 'manifest.json' },
      { name: 'cases/a/entries.jsonl', content: big, isDeflated: true },
      { name: 'proof/e.bin', content: zeros(0), isDeflated: true },
    ]);
    const opened = openBundle(bytes);
    expect(opened.ok && [...opened.files].map(([name, { length }]) => [name, length])).toEqual([
      ['manifest.json', 2],
      ['cases/a/entries.jsonl', 200_000],
      ['proof/e.bin', 0],
    ]);
    expect(opened.ok && Buffer.from(opened.files.get('cases/a/entries.jsonl') ?? []).equals(big)).toBe(true);
  });

  it('gives what any other program packs', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,8}\.txt$|^[a-z]{1,8}\/[a-z]{1,8}$/),
          fc.uint8Array({ maxLength: 3000 }),
          {
            noNullPrototype: true,
          },
        ),
        (files) => {
          const opened = openBundle(zipSync(files));
          expect(
            opened.ok && Object.fromEntries([...opened.files].map(([name, bytes]) => [name, [...bytes]])),
          ).toEqual(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [...bytes]])));
        },
      ),
    );
  });

  it.each([
    '../evil',
    'a/../../evil',
    '/etc/passwd',
    'C:evil',
    'a\\..\\evil',
    'a//b',
    './a',
    'a/.',
    '',
    'a\u0000b',
    'a\nb',
    'dossier.fr.htmｌ',
    'é',
    'a b',
    'cases/',
  ])('refuses the name %j', (name) => {
    expect(refusal({ name: 'manifest.json' }, { name })).toContain('not allowed');
  });

  it('refuses names that are no ASCII, that repeat or can be taken for another, or that differ within', () => {
    expect(refusal({ name: Uint8Array.of(0xff, 0xfe) })).toContain('not allowed');
    expect(refusal({ name: 'a' }, { name: 'A' })).toContain('can be taken for it');
    expect(refusal({ name: 'a/b' }, { name: 'a' })).toContain('can be taken for it');
    expect(refusal({ name: 'a' }, { name: 'b' }, { name: 'a' })).toContain('holds a twice');
    expect(refusal({ name: 'a', ownName: 'b' })).toContain('two different things');
  });

  it('refuses what is encrypted or packed in another way', () => {
    expect(refusal({ name: 'a', flags: 1 })).toContain('encrypted');
    expect(refusal({ name: 'a', method: 12 })).toContain('unknown way');
  });

  it('refuses an archive truncated at any place, and anything else', () => {
    const whole = zipSync({ 'manifest.json': strToU8('{}'), 'proof/tree.bin': randomBytes(50) });
    expect(openBundle(whole).ok).toBe(true);
    for (let to = 0; to < whole.length; to++) expect(openBundle(whole.subarray(0, to)).ok).toBe(false);
    expect(whyNot(strToU8('<!doctype html>'))).toContain('not a whole ZIP');
  });

  it('never breaks on a changed byte, nor on noise', () => {
    const whole = zipSync({ 'manifest.json': strToU8('{"a":1}'.repeat(50)), b: randomBytes(99) });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, to) => {
        expect(typeof openBundle(whole.with(at, to)).ok).toBe('boolean');
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => expect(openBundle(noise).ok).toBe(false)),
    );
  });
});

describe('a bomb', () => {
  const MEBIBYTE = 1 << 20;

  it('that says how large it is isn’t inflated', () => {
    const bomb = { name: 'a', content: zeros(40 * MEBIBYTE), isDeflated: true };
    expect(whyNot(zipSync({ a: bomb.content }))).toContain('out of all proportion');
    expect(refusal({ name: 'a', declared: ZIP_LIMITS.fileBytes + 1, isDeflated: true })).toContain(
      'out of all proportion',
    );
  });

  it('that says it is small is stopped', () => {
    const packed = zipSync({ a: zeros(8 * MEBIBYTE) });
    const view = new DataView(packed.buffer, packed.byteOffset);
    const listed = packed.length - 22 - 46 - 1;
    expect(view.getUint32(listed + 24, true)).toBe(8 * MEBIBYTE);
    view.setUint32(listed + 24, 1000, true);
    view.setUint32(22, 1000, true);
    expect(whyNot(packed)).toContain('not of the size or checksum declared');
  });

  it('of many files, or of files that share their bytes, isn’t opened', () => {
    const limits = { ...ZIP_LIMITS, files: 10, totalBytes: 100 };
    const many = Array.from({ length: 11 }, (_, n) => ({ name: `f${n}` }));
    expect(whyNot(rawZip(many), { limits })).toContain('too many files');
    const large = Array.from({ length: 6 }, (_, n) => ({ name: `f${n}`, content: randomBytes(20) }));
    expect(whyNot(rawZip(large), { limits })).toContain('out of all proportion');
    expect(
      refusal(
        { name: 'a', content: zeros(1000) },
        { name: 'a2', ownName: 'a', sharesBytesOf: 0, content: zeros(1000) },
      ),
    ).toContain('beside its files');
  });
});

describe('an archive that two programs could unpack differently', () => {
  const page = strToU8('<h1>Dossier</h1>');
  const forged = strToU8('<h1>Aucun acte</h1>');
  const honest: readonly RawFile[] = [
    { name: 'manifest.json', mode: 0o100644 },
    { name: 'dossier.fr.html', content: page, mode: 0o100644 },
  ];
  const [manifest, dossier] = honest;
  if (!manifest || !dossier) throw new Error('two files');
  /** Info-ZIP's Unicode path (APPNOTE 4.6.9): some programs unpack under it. */
  const unicodePath = (): Uint8Array => {
    const name = strToU8('brouillon.html');
    const extra = new Uint8Array(9 + name.length);
    const view = new DataView(extra.buffer);
    view.setUint16(0, 0x7075, true);
    view.setUint16(2, 5 + name.length, true);
    extra[4] = 1;
    view.setUint32(5, crc32(strToU8('dossier.fr.html')), true);
    extra.set(name, 9);
    return extra;
  };

  it('is told from an honest one', () => {
    expect(refusal(...honest)).toBe('opened');
  });

  it.each<[what: string, bytes: Uint8Array]>([
    [
      'hides a file between those of its directory',
      rawZip([manifest, { name: 'dossier.fr.html', content: forged, isHidden: true }, dossier]),
    ],
    [
      'hides one behind them',
      rawZip([...honest, { name: 'dossier.fr.html', content: forged, isHidden: true }]),
    ],
    [
      'hides one before them',
      rawZip([{ name: 'dossier.fr.html', content: forged, isHidden: true }, ...honest]),
    ],
    ['is a page as well', rawZip(honest, { before: strToU8('<html><h1>FAUX</h1><!--') })],
    ['has a comment', rawZip(honest, { comment: new Uint8Array(60_000).fill(65) })],
    ['has a comment of one letter', rawZip(honest, { comment: strToU8('x') })],
    ['has a comment on a file', rawZip([manifest, { ...dossier, comment: strToU8('x') }])],
    ['renames a file in an extra field', rawZip([manifest, { ...dossier, extra: unicodePath() }])],
    ['has an extra field in one header', rawZip([manifest, { ...dossier, ownExtra: new Uint8Array(4) }])],
    ['holds a link', rawZip([manifest, { ...dossier, mode: 0o120777 }])],
    ['holds a program', rawZip([manifest, { ...dossier, mode: 0o100755 }])],
    ['holds a folder that is called a file', rawZip([manifest, { ...dossier, mode: 0o040755 }])],
    ['has a wrong checksum', rawZip([manifest, { ...dossier, crc: 1 }])],
    ['names a file twice', rawZip([...honest, { name: 'dossier.fr.html', content: forged }])],
    ['names a file in other capitals too', rawZip([...honest, { name: 'DOSSIER.FR.HTML', content: forged }])],
    ['has another name within', rawZip([manifest, { ...dossier, ownName: 'dossier.xx.html' }])],
    [
      'has a folder of the name of a file',
      rawZip([...honest, { name: 'dossier.fr.html/', content: zeros(0) }]),
    ],
    ['says its sizes behind its files', rawZip([manifest, { ...dossier, flags: 8 }])],
  ])('is not opened: one that %s', (_what, bytes) => {
    expect(openBundle(bytes).ok).toBe(false);
  });

  it('is not opened, whatever of its headers is changed', () => {
    const whole = rawZip(honest);
    const opened = Array.from({ length: whole.length }, (_, at) => at).filter((at) => {
      const changed = openBundle(whole.with(at, (whole[at] ?? 0) ^ 0x41));
      return changed.ok && changed.files.size > 0;
    });
    // What is left: by which program it was made, and whether that took a file for text (APPNOTE 4.4.2, 4.4.14).
    const places = new Set(opened.map((at) => whole.length - at));
    expect(places.size).toBe(opened.length);
    expect(opened.length).toBeLessThanOrEqual(8);
  });
});
