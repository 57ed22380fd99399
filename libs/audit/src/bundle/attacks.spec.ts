import { signNote, toHex, verifierKey, writePrunedTree } from '@repere/ledger';
import fc from 'fast-check';
import type { BundleEntry, BundleReport, Manifest } from './bundle-format';
import {
  type Files,
  entriesOf,
  jsonOf,
  textOf,
  withEntries,
  withFile,
  withManifestMended,
} from './testing/edit-bundle';
import { canonical, CASE_ALIAS, honestBundle, OTHER_CASE, READER } from './testing/honest-bundle';
import { sha256, TestLog } from './testing/test-log';
import { testSigner, verifySignature } from './testing/test-signer';
import { SMALL, smallScenario } from './testing/small-scenario';
import { wholeStay } from './testing/shelter-cases';
import { verifyBundle, type VerifyOptions } from './verify-bundle';

const ENTRIES = `cases/${CASE_ALIAS}/entries.jsonl`;
const ACCESS_LOG = `cases/${CASE_ALIAS}/access-log.jsonl`;
const STATE = `cases/${CASE_ALIAS}/state.json`;
const small = honestBundle(smallScenario(), SMALL);
/** Of an auditor who holds the key of the record. */
const options: VerifyOptions = { sha256, verifySignature, pinned: { key: small.key } };
const verdictOf = (files: Files, more: Partial<VerifyOptions> = {}) =>
  verifyBundle(files, { ...options, ...more }).verdict;
const failuresOf = ({ checks }: BundleReport) =>
  checks.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);

it('the small bundle is sound before it is touched', () => {
  expect(verifyBundle(small.files, options)).toMatchObject({ verdict: 'sound' });
});

describe('one changed byte', () => {
  const flipped = (path: string, at: number, by: number): Files => {
    const bytes = Uint8Array.from(small.files.get(path) ?? []);
    bytes[at] = (bytes[at] ?? 0) ^ by;
    return withFile(small.files, path, bytes);
  };
  const sizes = [...small.files].map(([path, { length }]) => ({ path, length }));
  // Of an act, the verifier looks for the letter that was changed, which takes its time.
  const ofActs = ({ path }: { readonly path: string }) =>
    [ENTRIES, ACCESS_LOG, 'proof/made.json'].includes(path);

  it.each(sizes.filter((it) => !ofActs(it)))('is found wherever it stands in $path', ({ path, length }) => {
    const missed = Array.from({ length }, (_, at) => at).filter(
      (at) => verdictOf(flipped(path, at, 1 << (at % 8))) === 'sound',
    );
    expect(missed).toEqual([]);
  });

  it.each(sizes.filter(ofActs))('is found in $path, whatever it becomes', ({ path, length }) => {
    fc.assert(
      fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), (at, by) =>
        expect(verdictOf(flipped(path, at, by))).not.toBe('sound'),
      ),
      { numRuns: 60 },
    );
  });

  it('is found after every truncation', () => {
    for (const [path, bytes] of small.files)
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), (to) =>
          expect(verdictOf(withFile(small.files, path, bytes.subarray(0, to)))).not.toBe('sound'),
        ),
        { numRuns: 10 },
      );
  });
});

describe('the finding', () => {
  const edit = (change: (entry: BundleEntry) => BundleEntry, at = 4): Files =>
    withEntries(
      small.files,
      ENTRIES,
      entriesOf(small.files, ENTRIES).map((it, n) => (n === at ? change(it) : it)),
    );

  it('names the act, and the letter of its text', () => {
    const report = verifyBundle(
      edit((it) => ({ ...it, text: it.text.replace('"outcome":"done"', '"outcome":"gone"') })),
      options,
    );
    const found = report.checks.find(({ check }) => check === 'inclusion');
    expect(found).toMatchObject({
      outcome: 'failed',
      file: ENTRIES,
      leaf: entriesOf(small.files, ENTRIES)[4]?.leaf,
    });
    expect(found?.said.en).toMatch(/line 5.*one letter was changed.*outcome":"done.*became.*outcome":"gone/);
  });

  it('names the act, and the letter of a field', () => {
    const changed = edit((it) => ({
      ...it,
      openings: it.openings?.map((o) => (o.path === 'enteredBy' ? { ...o, value: 'camillo' } : o)),
    }));
    const found = verifyBundle(changed, options).checks.find(({ check }) => check === 'openings');
    expect(found).toMatchObject({ outcome: 'failed', leaf: entriesOf(small.files, ENTRIES)[4]?.leaf });
    expect(found?.said.en).toMatch(/^Act 5, .*“enteredBy”.*“camille” became “camillo”/);
    expect(found?.said.fr).toMatch(/^L’acte 5, .*« camille » est devenu « camillo »/);
  });

  it('names an act whose text no longer reads', () => {
    const report = verifyBundle(
      edit((it) => ({ ...it, text: it.text.slice(1) })),
      options,
    );
    expect(report.checks.find(({ check }) => check === 'inclusion')).toMatchObject({
      outcome: 'failed',
      leaf: entriesOf(small.files, ENTRIES)[4]?.leaf,
    });
    expect(report.verdict).toBe('tampered');
  });

  it('names the line that is no JSON any more', () => {
    const report = verifyBundle(
      withFile(small.files, ENTRIES, textOf(small.files, ENTRIES).replace(/\n\{/, '\n[')),
      options,
    );
    expect(report.verdict).toBe('tampered');
    expect(report.checks[0]).toMatchObject({ outcome: 'failed', file: ENTRIES });
    expect(report.checks[0]?.said.en).toContain('line 2');
  });
});

describe('lines of the acts', () => {
  const entries = entriesOf(small.files, ENTRIES);
  const [last] = entries.slice(-1);
  if (!last) throw new Error('no acts');
  const place = fc.nat(entries.length - 1);
  const isFound = (changed: readonly BundleEntry[]) => {
    const files = withEntries(small.files, ENTRIES, changed);
    const plain = verifyBundle(files, options);
    const mended = verifyBundle(withManifestMended(files), options);
    expect([plain.verdict, mended.verdict]).toEqual(['tampered', 'tampered']);
    // Who mends the manifest still can't mend what the record says of it, nor the order of the acts.
    expect(failuresOf(mended)).toContain('made');
    expect(failuresOf(mended)).toContain('streams');
  };

  it('taken out, all but the last by their gap', () => {
    for (const n of entries.keys()) isFound(entries.filter((_, at) => at !== n));
  });
  it('doubled', () =>
    fc.assert(
      fc.property(place, place, (n, to) => isFound(entries.toSpliced(to, 0, entries[n] ?? last))),
      { numRuns: 30 },
    ));
  it('exchanged', () =>
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        isFound(entries.map((it, n) => (n === one ? entries[other] : n === other ? entries[one] : it) ?? it));
      }),
      { numRuns: 30 },
    ));
  it('of another case, though the record holds them', () => {
    const stranger = small.log.entries.find(({ text }) => text.includes(OTHER_CASE));
    if (!stranger) throw new Error('no act of another case');
    const changed = [...entries.slice(0, 2), stranger, ...entries.slice(2)].sort((a, b) => a.leaf - b.leaf);
    const proven = withTree(withEntries(small.files, ENTRIES, changed));
    const report = verifyBundle(withManifestMended(proven), options);
    expect(failuresOf(report)).toEqual(['made', 'streams']);
    expect(report.checks.find(({ check }) => check === 'streams')?.said.en).toContain(
      'belongs to another case',
    );
  });
  it('of a list that showed another case only', () => {
    const accessEvents = entriesOf(small.files, ACCESS_LOG).map((it) => ({
      ...it,
      openings: small.log.entries[it.leaf]?.openings?.filter(({ path }) => path === 'shown/000001'),
    }));
    expect(failuresOf(verifyBundle(withEntries(small.files, ACCESS_LOG, accessEvents), options))).toContain(
      'streams',
    );
  });
});

/** With honest hashes for whatever acts the bundle now holds: a forger who can read the whole record. */
function withTree(files: Files, log = small.log): Files {
  const entries = [
    ...entriesOf(files, ENTRIES),
    ...entriesOf(files, ACCESS_LOG),
    jsonOf<BundleEntry>(files, 'proof/made.json'),
  ];
  return withFile(
    files,
    'proof/tree.bin',
    writePrunedTree(
      log.size,
      entries.map(({ leaf }) => leaf),
      log.read,
      sha256,
    ),
  );
}

describe('a forger', () => {
  const edited = withFile(
    small.files,
    'dossier.fr.html',
    textOf(small.files, 'dossier.fr.html').replace('fait', 'tu'),
  );

  it.each(['dossier.fr.html', 'dossier.fr.pdf'])(
    'who edits %s is found, and by the record when the manifest is mended',
    (path) => {
      const files = withFile(small.files, path, `${textOf(small.files, path)} `);
      expect(verifyBundle(files, options).checks[0]).toMatchObject({
        check: 'files',
        outcome: 'failed',
        file: path,
      });
      expect(failuresOf(verifyBundle(withManifestMended(files), options))).toEqual(['made']);
    },
  );

  it('who adds, takes out or renames a file is found', () => {
    expect(failuresOf(verifyBundle(withFile(small.files, 'more.txt', 'x'), options))).toEqual(['files']);
    expect(failuresOf(verifyBundle(withFile(small.files, 'dossier.fr.pdf', undefined), options))).toEqual([
      'files',
    ]);
    expect(failuresOf(verifyBundle(withFile(small.files, ENTRIES, undefined), options))).toContain('files');
  });

  it('who says in the manifest that the case is another is found', () => {
    const manifest = jsonOf<Manifest>(small.files, 'manifest.json');
    const files = withFile(small.files, 'manifest.json', canonical({ ...manifest, madeBy: OTHER_CASE }));
    expect(failuresOf(verifyBundle(files, options))).toEqual(['made']);
  });

  it('who makes the act of making anew is found by the tree', () => {
    const files = withManifestMended(edited);
    const log = new TestLog('elsewhere');
    const hash = toHex(sha256(files.get('manifest.json') ?? new Uint8Array()));
    const old = jsonOf<BundleEntry>(files, 'proof/made.json');
    const { pos, time } = JSON.parse(old.text) as { pos: string; time: string };
    for (let n = 1; n <= Number(pos); n++)
      log.append({
        type: 'bundle.made',
        stream: CASE_ALIAS,
        actor: READER,
        time: Date.parse(time),
        fields: { manifest: hash },
      });
    const made = { ...log.entries.at(-1), leaf: old.leaf };
    const report = verifyBundle(withFile(files, 'proof/made.json', canonical(made)), options);
    expect(failuresOf(report)).toEqual(['inclusion']);
  });

  const ORIGIN = small.log.origin;
  const other = testSigner(ORIGIN, 99);

  it('who signs with another key is found', () => {
    const note = signNote(small.log.checkpointText, other, sha256);
    expect(failuresOf(verifyBundle(withFile(small.files, 'proof/checkpoint.txt', note), options))).toContain(
      'signature',
    );
  });

  it('who rewrites everything and signs with a key of his own is found by whoever holds the true key, or a checkpoint', () => {
    const scenario = smallScenario();
    const [first, ...rest] = scenario.journal;
    if (first?.kind !== 'note-added') throw new Error('the first act is a note');
    const lied = honestBundle(
      { ...scenario, journal: [{ ...first, note: 'Rien à signaler' }, ...rest] },
      { ...SMALL, signer: other },
    );
    expect(verdictOf(lied.files, { pinned: {} })).toBe('unknown-signer');
    expect(verdictOf(lied.files, { pinned: { key: small.key } })).toBe('tampered');
    expect(verdictOf(lied.files, { pinned: { checkpoint: small.earlier[0] } })).toBe('tampered');
    expect(verifierKey(other.name, other.publicKey, sha256)).not.toBe(small.key);
  });
});

describe('a checkpoint kept from before', () => {
  const scenario = smallScenario();
  const pinned = (checkpoint: string | undefined) => ({ pinned: { checkpoint } });

  it('shows that the record was rolled back', () => {
    const later = small.earlier.at(-1);
    const earlierCase = honestBundle({ ...scenario, journal: scenario.journal.slice(0, 2) }, SMALL);
    const report = verifyBundle(earlierCase.files, { ...options, ...pinned(later) });
    expect(failuresOf(report)).toEqual(['consistency']);
    expect(report.checks.find(({ check }) => check === 'consistency')?.said.en).toContain('rolled back');
  });

  it('shows that there are two histories, though the same key signed both', () => {
    const [first, ...rest] = scenario.journal;
    if (first?.kind !== 'note-added') throw new Error('the first act is a note');
    const forked = honestBundle(
      { ...scenario, journal: [{ ...first, note: 'Autre chose' }, ...rest] },
      SMALL,
    );
    expect(verdictOf(forked.files)).toBe('sound');
    for (const kept of small.earlier) {
      const report = verifyBundle(forked.files, { ...options, ...pinned(kept) });
      expect(failuresOf(report)).toEqual(['consistency']);
      expect(report.checks.find(({ check }) => check === 'consistency')?.said.en).toContain('two histories');
    }
  });

  it('that the bundle has no proof from is said to be left out', () => {
    const without = withFile(small.files, 'proof/consistency.json', canonical({ proofs: [] }));
    const report = verifyBundle(without, { ...options, ...pinned(small.earlier[0]) });
    expect(report.verdict).toBe('sound');
    expect(report.limits.map(({ en }) => en).join()).toContain('no proof from the checkpoint that you kept');
  });

  it('that is none is no reason to accuse, and no comparison', () => {
    expect(verdictOf(small.files, pinned('anything'))).toBe('unreadable');
    expect(verdictOf(small.files, { pinned: { key: `${small.key}=` } })).toBe('unreadable');
    expect(verdictOf(small.files, pinned(small.earlier[0]?.replace('repere.example', 'other.example')))).toBe(
      'tampered',
    );
  });
});

describe('what the journal comes to', () => {
  const honest = honestBundle(wholeStay());

  it('can’t be told otherwise: the first difference is named', () => {
    const changed = textOf(honest.files, STATE).replace('"state":"done"', '"state":"ready"');
    const report = verifyBundle(withManifestMended(withFile(honest.files, STATE, changed)), options);
    expect(failuresOf(report)).toEqual(['made', 'replay']);
    expect(report.checks.at(-1)?.said.en).toMatch(
      /“\.runs\[0 .*\]\.steps\[\d+ \w+\]\.state”; shown: "ready"; replayed: "done"/,
    );
  });

  it('can’t be had from another version of a protocol', () => {
    const path = [...honest.files.keys()].find((it) => it.startsWith('protocols/shelter@')) ?? '';
    const renamed = textOf(honest.files, path).replace('"version":"1.0.0"', '"version":"2.0.1"');
    const report = verifyBundle(withManifestMended(withFile(honest.files, path, renamed)), options);
    expect(failuresOf(report)).toEqual(['made', 'protocols', 'replay']);
  });

  it('is not asked of documents that are none', () => {
    const report = verifyBundle(
      withManifestMended(withFile(honest.files, 'protocols/shared.json', '{}')),
      options,
    );
    expect(failuresOf(report)).toEqual(['made', 'replay']);
  });
});
