import fc from 'fast-check';
import { signNote } from './checkpoint/sign-note';
import { leafHash } from './merkle-root';
import {
  checkExport,
  exportOf,
  linesOf,
  logTexts,
  LOG_SIGNER,
  type Export,
  type ExportFault,
} from './testing/export';
import { signerOf } from './testing/node-ed25519';
import { nodeSha256 } from './testing/node-sha256';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** An export of these leaves of a log of this size. */
function anExport(size: number, leaves: readonly number[]): Export {
  return exportOf(
    logTexts(size, (leaf) => leaves.includes(leaf)),
    leaves,
  );
}

/** Every way to harm a file at one byte. */
function* harmedAt(bytes: Uint8Array, at: number): Generator<Uint8Array> {
  for (let bit = 0; bit < 8; bit++) yield bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));
  yield joined(bytes.subarray(0, at), bytes.subarray(at + 1));
  yield joined(bytes.subarray(0, at), Uint8Array.of(0x31), bytes.subarray(at));
  yield joined(bytes.subarray(0, at + 1), bytes.subarray(at, at + 1), bytes.subarray(at + 1));
  yield bytes.subarray(0, at);
  const next = bytes[at + 1];
  if (next !== undefined) yield bytes.with(at, next).with(at + 1, bytes[at] ?? 0);
}

/** Whether it ends where a line does. */
function isWhole(entries: Uint8Array): boolean {
  return entries.length === 0 || entries.at(-1) === 10;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Whether a finding names the first line of the entries that isn't as it was: by its number, or by a leaf it had or has. */
function isLocated(finding: ExportFault | undefined, honest: Uint8Array, harmed: Uint8Array): boolean {
  if (finding === undefined || finding.at === 'checkpoint') return false;
  const [before, after] = [linesOf(honest), linesOf(harmed)];
  const line = before.findIndex((it, at) => !isSame(it, after[at] ?? new Uint8Array()));
  const first = line < 0 ? before.length : line;
  if (finding.at === 'line') return finding.line === first;
  const leaves = [before[first], after[first]].map((it) => Number(decoder.decode(it).split(' ')[0]));
  return leaves.some((leaf) => finding.from <= leaf && leaf < finding.to);
}

describe('an honest export', () => {
  it('raises no alarm, whatever the log and the case', () => {
    const logs = fc
      .integer({ min: 1, max: 400 })
      .chain((size) => fc.tuple(fc.constant(size), fc.subarray([...Array(size).keys()], { minLength: 1 })));
    fc.assert(
      fc.property(logs, ([size, leaves]) => {
        expect(checkExport(anExport(size, leaves))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('a small export, harmed at any single byte', () => {
  const honest = anExport(11, [2, 3, 9]);

  it('of its entries, is found, and the entry is named', () => {
    const missed: string[] = [];
    for (let at = 0; at < honest.entries.length; at++) {
      for (const entries of harmedAt(honest.entries, at)) {
        if (isSame(entries, honest.entries)) continue;
        const finding = checkExport({ ...honest, entries });
        // Truncated between two lines: where the next leaf stands beside the last, their pair is right as it is.
        const isTruncated = entries.length < honest.entries.length - 1 && isWhole(entries);
        const isNamed = isTruncated ? finding : isLocated(finding, honest.entries, entries);
        if (!isNamed) missed.push(`${at}: ${JSON.stringify(finding)}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('of its pruned tree, is found, and the leaves that lost their proof are named', () => {
    const missed: string[] = [];
    for (let at = 0; at < honest.tree.length; at++) {
      for (const tree of harmedAt(honest.tree, at)) {
        if (isSame(tree, honest.tree)) continue;
        const finding = checkExport({ ...honest, tree });
        if (finding?.at !== 'leaves' || (finding.code !== 'too-long' && finding.from >= finding.to))
          missed.push(`${at}: ${JSON.stringify(finding)}`);
      }
    }
    expect(missed).toEqual([]);
    expect(checkExport({ ...honest, tree: joined(honest.tree, Uint8Array.of(0)) })).toMatchObject({
      code: 'too-long',
    });
  });

  it('of its checkpoint, is found', () => {
    const missed: number[] = [];
    for (let at = 0; at < honest.checkpoint.length; at++) {
      for (const checkpoint of harmedAt(honest.checkpoint, at)) {
        if (isSame(checkpoint, honest.checkpoint)) continue;
        if (checkExport({ ...honest, checkpoint })?.at !== 'checkpoint') missed.push(at);
      }
    }
    expect(missed).toEqual([]);
    const longer = joined(honest.checkpoint, Uint8Array.of(10));
    expect(checkExport({ ...honest, checkpoint: longer })).toEqual({ at: 'checkpoint' });
  });
});

describe('any export, harmed anywhere', () => {
  const cases = fc.integer({ min: 3, max: 300 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      leaves: fc.subarray([...Array(size).keys()], { minLength: 3, maxLength: Math.min(size, 30) }),
      one: fc.nat(),
      other: fc.nat(),
    }),
  );
  const withLines = (lines: readonly Uint8Array[]) =>
    joined(...lines.flatMap((line) => [line, Uint8Array.of(10)]));

  it.each<[string, (lines: readonly Uint8Array[], one: number, other: number) => readonly Uint8Array[]]>([
    ['an entry taken out of the middle', (lines, one) => lines.toSpliced(one % (lines.length - 1), 1)],
    [
      'an entry twice',
      (lines, one) => lines.toSpliced(one % lines.length, 0, lines[one % lines.length] ?? new Uint8Array()),
    ],
    [
      'two entries in each other’s place',
      (lines, one, other) => {
        const [a, b] = [one % lines.length, other % lines.length];
        return lines.with(a, lines[b] ?? new Uint8Array()).with(b, lines[a] ?? new Uint8Array());
      },
    ],
  ])('finds %s, and names the first that is not as it was', (_, harm) => {
    fc.assert(
      fc.property(cases, ({ size, leaves, one, other }) => {
        const honest = anExport(size, leaves);
        const entries = withLines(harm(linesOf(honest.entries), one, other));
        const finding = checkExport({ ...honest, entries });
        if (isSame(entries, honest.entries)) expect(finding).toBeUndefined();
        else
          expect({ finding, located: isLocated(finding, honest.entries, entries) }).toMatchObject({
            located: true,
          });
      }),
      { numRuns: 40 },
    );
  });

  it('finds an entry that the log holds as another case’s', () => {
    const texts = logTexts(20, (leaf) => leaf % 2 === 0);
    const honest = exportOf(texts, [0, 2, 4]);
    const foreign = encoder.encode(`3 ${texts[3]}`);
    const entries = withLines(linesOf(honest.entries).toSpliced(2, 0, foreign));
    expect(checkExport({ ...honest, entries })).toEqual({ at: 'line', line: 2 });
  });
});

describe('a forger who knows how it is made', () => {
  const texts = logTexts(100, (leaf) => leaf % 7 === 0);
  const leaves = [0, 7, 14, 21, 28];
  const honest = exportOf(texts, leaves);
  const forgedText = texts[14]?.replace('"done"', '"failed"') ?? '';
  const forgedEntries = encoder.encode(
    decoder.decode(honest.entries).replace(`14 ${texts[14]}`, `14 ${forgedText}`),
  );

  it('and changes an entry: it is named', () => {
    expect(checkExport({ ...honest, entries: forgedEntries })).toEqual({
      at: 'leaves',
      code: 'other-leaf',
      from: 14,
      to: 15,
    });
  });

  it('and its hash in the tree: the pair of leaves is named', () => {
    const recorded = leafHash(encoder.encode(texts[14]), nodeSha256);
    const at = Buffer.from(honest.tree).indexOf(recorded);
    const tree = honest.tree.slice();
    tree.set(leafHash(encoder.encode(forgedText), nodeSha256), at);
    expect(checkExport({ ...honest, entries: forgedEntries, tree })).toEqual({
      at: 'leaves',
      code: 'other-hash',
      from: 14,
      to: 16,
    });
  });

  it('and the whole log: the root is not the one that was signed', () => {
    const forged = exportOf(texts.with(14, forgedText), leaves);
    expect(checkExport({ ...forged, checkpoint: honest.checkpoint })).toEqual({
      at: 'leaves',
      code: 'other-hash',
      from: 0,
      to: 100,
    });
    const other = signerOf(LOG_SIGNER.name, new Uint8Array(32).fill(8));
    const text = decoder.decode(forged.checkpoint).split('\n\n')[0] ?? '';
    const resigned = encoder.encode(signNote(`${text}\n`, other, nodeSha256));
    expect(checkExport({ ...forged, checkpoint: resigned })).toEqual({ at: 'checkpoint' });
  });
});
