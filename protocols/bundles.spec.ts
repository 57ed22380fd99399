import { createHash } from 'node:crypto';
import { entryFields, entryFromFields, verifyBundle } from '@repere/audit';
import { honestBundle, playLibrary, verifySignature } from '@repere/audit/testing';
import { readFiles } from './read-files';

const cases = playLibrary(readFiles());
/** One example of each version of each protocol, the longest. */
const longestOfEach = [
  ...new Map(
    cases
      .toSorted((one, other) => one.journal.length - other.journal.length)
      .map((played) => [played.file.split('/examples/')[0], played]),
  ).values(),
];
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

describe('a bundle of a case that follows what is shipped', () => {
  it.each(longestOfEach)('is sound, and replaying it gives the state shown: $file', (played) => {
    const { files, key } = honestBundle(played);
    const { verdict, checks } = verifyBundle(files, { sha256, verifySignature, pinned: { key } });
    expect(checks.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(verdict).toBe('sound');
  });

  it('gives back every entry of every worked example, of whatever kind', () => {
    const entries = cases.flatMap(({ journal }) => journal);
    expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
    for (const entry of entries)
      expect(entryFromFields(throughJson(entryFields(entry)))).toEqual(throughJson(entry));
  });
});

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
