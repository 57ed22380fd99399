import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { openBundle, type OpenOptions } from './open-bundle';
import { rawZip, type RawFile } from './testing/raw-zip';
import { ZIP_LIMITS } from './zip/zip-limits';

const zeros = (length: number): Uint8Array => new Uint8Array(length);
const whyNot = (bytes: Uint8Array, options?: OpenOptions): string => {
  const opened = openBundle(bytes, options);
  return opened.ok ? 'opened' : opened.problem.said.en;
};
const refusal = (...files: readonly RawFile[]): string => whyNot(rawZip(files));

describe('opening a bundle', () => {
  it('gives every file, packed or not, and passes over folders', () => {
    const big = randomBytes(200_000);
    const bytes = rawZip([
      { name: 'cases/', content: zeros(0) },
      { name: 'manifest.json' },
      { name: 'cases/a/entries.jsonl', content: big, isDeflated: true },
      { name: 'proof/é.bin', content: zeros(0), isDeflated: true },
    ]);
    const opened = openBundle(bytes);
    expect(opened.ok && [...opened.files].map(([name, { length }]) => [name, length])).toEqual([
      ['manifest.json', 2],
      ['cases/a/entries.jsonl', 200_000],
      ['proof/é.bin', 0],
    ]);
    expect(opened.ok && Buffer.from(opened.files.get('cases/a/entries.jsonl') ?? []).equals(big)).toBe(true);
  });

  it('gives what any other program packs', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), fc.uint8Array({ maxLength: 3000 }), {
          noNullPrototype: true,
        }),
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
  ])('refuses the name %j', (name) => {
    expect(refusal({ name: 'manifest.json' }, { name })).toContain('not allowed');
  });

  it('refuses names that are no UTF-8, that repeat, or that differ within', () => {
    expect(refusal({ name: Uint8Array.of(0xff, 0xfe) })).toContain('not in UTF-8');
    expect(refusal({ name: 'a' }, { name: 'b' }, { name: 'a' })).toContain('holds a twice');
    expect(refusal({ name: 'a', ownName: 'b' })).toContain('damaged');
  });

  it('refuses what is encrypted or packed in another way', () => {
    expect(refusal({ name: 'a', flags: 1 })).toContain('encrypted');
    expect(refusal({ name: 'a', method: 12 })).toContain('unknown way');
  });

  it('refuses an archive cut at any place, and anything else', () => {
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
    expect(whyNot(packed)).toContain('not of the size declared');
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
    ).toContain('damaged');
  });
});
