import { zlibSync } from 'fflate';
import { CERTIFICATE_FORMAT } from './certificate';
import { certificateOfPaper, isPaper, PAPER_BYTES } from './certificate-of-paper';

const HASH = 'a'.repeat(64);
const certificate = (name: string): string =>
  JSON.stringify({
    format: CERTIFICATE_FORMAT,
    act: {
      ...{ leaf: 0, text: 'act', commitments: [HASH] },
      opening: {
        ...{ index: 0, salt: HASH },
        value: {
          ...{ name, role: 'caseworker', on: '2025-03-31', space: 'Lundi', trainer: 'Tom', leader: HASH },
          scenario: { name: 'a-night', title: { fr: 'Une nuit', en: 'A night' }, sha256: HASH },
          protocols: [{ protocol: 'key', version: '1.0.0', hash: HASH, title: { fr: 'Clé', en: 'Key' } }],
        },
      },
    },
    proof: { checkpoint: 'note', tree: HASH, keys: ['key'] },
  });
const TEXT = certificate('Zoé Exemple');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Attached {
  readonly content: Uint8Array;
  readonly described?: string;
  readonly length?: string;
}
const packed = (text: string): Attached => ({
  content: zlibSync(bytesOf(text)),
  described: '/Filter /FlateDecode',
});

/** As far as a PDF that a printer of papers makes is looked at. */
function paper(attached: readonly Attached[], head = '%PDF-1.7\n'): Uint8Array {
  const parts = attached.flatMap(({ content, described = '', length = String(content.length) }, n) => [
    bytesOf(
      `${String(n + 4)} 0 obj\n<< /Length ${length} /Type /EmbeddedFile /Subtype /application#2Fjson /Params << /Size 1 >> ${described} >>\nstream\n`,
    ),
    content,
    bytesOf('\nendstream\nendobj\n'),
  ]);
  return Uint8Array.from([bytesOf(head), ...parts, bytesOf('trailer\n%%EOF')].flatMap((it) => [...it]));
}

it('carries its certificate as an attached file, packed or not', () => {
  expect(certificateOfPaper(paper([packed(TEXT)]))).toBe(TEXT);
  expect(certificateOfPaper(paper([{ content: bytesOf(TEXT) }]))).toBe(TEXT);
  expect(certificateOfPaper(paper([{ ...packed(TEXT), described: '/Filter [/FlateDecode]' }]))).toBe(TEXT);
  expect(isPaper(paper([]))).toBe(true);
});

it('is found beside other files, and behind what a mail program put in front', () => {
  const other = packed('{"format":"invoice"}');
  expect(certificateOfPaper(paper([other, packed(TEXT), packed(TEXT)]))).toBe(TEXT);
  expect(certificateOfPaper(paper([packed(TEXT)], 'X-Scanned: yes\n%PDF-1.7\n'))).toBe(TEXT);
});

it.each<readonly [string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['what is none', bytesOf(TEXT)],
  ['one that was printed anew', paper([])],
  [
    'two that differ: nobody can tell which is meant',
    paper([packed(TEXT), packed(certificate('Léa Modèle'))]),
  ],
  ['one with more files than are looked at', paper(Array.from({ length: 21 }, () => packed(TEXT)))],
  ['one that is cut', paper([packed(TEXT)]).subarray(0, 400)],
  ['one that is sealed, or packed in another way', paper([{ ...packed(TEXT), described: '/Filter /Crypt' }])],
  ['one packed twice', paper([{ ...packed(TEXT), described: '/Filter [/ASCIIHexDecode /FlateDecode]' }])],
  ['what is no text', paper([{ content: Uint8Array.of(0xff, 0xfe, 0x00) }])],
  ['a length that is none', paper([{ ...packed(TEXT), length: '-5' }])],
  ['a length that stands elsewhere', paper([{ ...packed(TEXT), length: '12 0 R' }])],
  ['a length that has no end', paper([{ ...packed(TEXT), length: '9'.repeat(400) }])],
  ['damage', paper([{ ...packed(TEXT), content: packed(TEXT).content.toReversed() }])],
])('of %s is none', (_what, bytes) => {
  expect(certificateOfPaper(bytes)).toBeNull();
});

it('is not looked for in fifty megabytes, nor unpacked without end', () => {
  const long = new Uint8Array(50_000_000);
  long.set(paper([packed(TEXT)]));
  expect(certificateOfPaper(long)).toBeNull();
  const bomb = packed(`${TEXT}${' '.repeat(40_000_000)}`);
  expect(bomb.content.length).toBeLessThan(80_000);
  expect(certificateOfPaper(paper([bomb]))).toBeNull();
  const words = bytesOf(`%PDF-${'/Type /EmbeddedFile '.repeat(90_000)}`);
  expect(words.length).toBeLessThan(PAPER_BYTES);
  expect(certificateOfPaper(words)).toBeNull();
});
