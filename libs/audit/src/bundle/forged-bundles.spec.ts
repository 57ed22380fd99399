import { signNote, toHex, verifierKey } from '@repere/ledger';
import type { BundleEntry } from './bundle-format';
import { entriesOf, type Files, jsonOf, textOf, withFile, withManifestMended } from './testing/edit-bundle';
import { canonical, CASE_ALIAS, honestBundle, lines, zipped } from './testing/honest-bundle';
import { SMALL, smallScenario } from './testing/small-scenario';
import { sha256 } from './testing/test-log';
import { testSigner, verifySignature } from './testing/test-signer';
import { checkBundle, type VerifyOptions } from './verify-bundle';

const ENTRIES = `cases/${CASE_ALIAS}/entries.jsonl`;
const ACCESS_LOG = `cases/${CASE_ALIAS}/access-log.jsonl`;
const CHECKPOINT = 'proof/checkpoint.txt';
const honest = honestBundle(smallScenario(), SMALL);
const { files: whole, key, earlier, log } = honest;

const verdictOf = (files: Files, pinned: VerifyOptions['pinned'] = {}): string =>
  checkBundle(zipped(files), { sha256, verifySignature, pinned }).verdict;
const put = (...changes: readonly (readonly [string, Uint8Array | string | undefined])[]): Files =>
  changes.reduce((files, [path, content]) => withFile(files, path, content), whole);
const replaced = (
  path: string,
  from: string | RegExp,
  to: string | ((...found: string[]) => string),
): Files =>
  put([
    path,
    typeof to === 'string' ? textOf(whole, path).replace(from, to) : textOf(whole, path).replace(from, to),
  ]);
/** One entry of the case edited, by a forger who mends the manifest. */
const edited = (at: number, edit: (entry: BundleEntry) => BundleEntry): Files =>
  withManifestMended(
    put([ENTRIES, lines(entriesOf(whole, ENTRIES).map((entry, n) => (n === at ? edit(entry) : entry)))]),
  );
const acts = entriesOf(whole, ENTRIES);
const opened = acts.findIndex(({ openings = [] }) => openings.length > 3);
const openingsOf = ({ openings = [] }: BundleEntry) => openings;
const paper = textOf(whole, 'dossier.fr.html').replace('<p>', '<p>FAUX ');
const tree = Buffer.from(whole.get('proof/tree.bin') ?? []);
const note = textOf(whole, CHECKPOINT);

/** With a key of his own, by whatever way it is put among the keys. */
const forger = testSigner(log.origin, 41);
const ownKey = verifierKey(forger.name, forger.publicKey, sha256);
const signedByForger = (keys: unknown): Files =>
  put(['proof/keys.json', canonical({ keys })], [CHECKPOINT, signNote(log.checkpointText, forger, sha256)]);

const FORGED: readonly (readonly [what: string, files: Files])[] = [
  ['the document edited', put(['dossier.fr.html', paper])],
  ['the document edited, the manifest mended', withManifestMended(put(['dossier.fr.html', paper]))],
  [
    'the same, and the act of making told otherwise',
    (() => {
      const mended = withManifestMended(put(['dossier.fr.html', paper]));
      const made = jsonOf<BundleEntry>(mended, 'proof/made.json');
      const hash = toHex(sha256(mended.get('manifest.json') ?? new Uint8Array()));
      const openings = openingsOf(made).map((it) => (it.path === 'manifest' ? { ...it, value: hash } : it));
      return withFile(mended, 'proof/made.json', canonical({ ...made, openings }));
    })(),
  ],
  ['a member twice in the act of making', replaced('proof/made.json', '{', '{"leaf":0,')],
  ['a member twice in an act', withManifestMended(replaced(ENTRIES, '{', '{"leaf":0,'))],
  ['a member twice among the keys', replaced('proof/keys.json', '{"keys"', '{"keys":[],"keys"')],
  ['a member twice in the manifest', replaced('manifest.json', '{', '{"kind":"mission",')],
  ['a file that looks like another', put(['dossier.fr.htmｌ', 'x'])],
  ['a file in other capitals', put(['DOSSIER.FR.HTML', 'x'])],
  ['a file beside the proof', put(['proof/Checkpoint.txt', 'x'])],
  [
    'a field that says something else',
    edited(opened, (it) => ({
      ...it,
      openings: openingsOf(it).map((o, n) => (n === 1 ? { ...o, value: 'FAUX' } : o)),
    })),
  ],
  ['two fields exchanged', edited(opened, (it) => ({ ...it, openings: [...openingsOf(it)].reverse() }))],
  [
    'a field renamed',
    edited(opened, (it) => ({
      ...it,
      openings: openingsOf(it).map((o, n) => (n === 1 ? { ...o, path: `${o.path}x` } : o)),
    })),
  ],
  [
    'commitments padded',
    edited(opened, (it) => ({ ...it, commitments: [...(it.commitments ?? []), '0'.repeat(64)] })),
  ],
  ['content said to be erased', edited(opened, ({ leaf, text }) => ({ leaf, text }))],
  ['a field hidden', edited(opened, (it) => ({ ...it, openings: openingsOf(it).slice(1) }))],
  ['the last act taken off', withManifestMended(put([ENTRIES, lines(acts.slice(0, -1))]))],
  [
    'two acts exchanged',
    withManifestMended(put([ENTRIES, lines([...acts.slice(1, 2), ...acts.slice(0, 1), ...acts.slice(2)])])),
  ],
  ['who looked, emptied', withManifestMended(put([ACCESS_LOG, '']))],
  ['an act moved in the log', edited(1, (it) => ({ ...it, leaf: it.leaf + 1 }))],
  ['an act at a place beyond any log', edited(1, (it) => ({ ...it, leaf: Number.MAX_SAFE_INTEGER }))],
  ['the tree truncated', put(['proof/tree.bin', tree.subarray(0, -32)])],
  ['the tree extended', put(['proof/tree.bin', Buffer.concat([tree, Buffer.alloc(32)])])],
  ['the tree changed', put(['proof/tree.bin', tree.map((byte, n) => (n === 0 ? byte ^ 1 : byte))])],
  [
    'one act more in the checkpoint',
    replaced(CHECKPOINT, /\n(\d+)\n/, (_all, size) => `\n${Number(size) + 1}\n`),
  ],
  ['a line more in the checkpoint', replaced(CHECKPOINT, '\n\n', '\nextra\n\n')],
  ['other ends of lines in the checkpoint', put([CHECKPOINT, note.replaceAll('\n', '\r\n')])],
  ['a zero before the size', replaced(CHECKPOINT, /\n(\d+)\n/, '\n0$1\n')],
  ['a checkpoint of an empty record', put([CHECKPOINT, note.replace(/\n\d+\n/, '\n0\n')])],
];

describe('a forged bundle is sound for nobody, and altered or unreadable for everybody:', () => {
  it.each(FORGED)('%s', (_what, files) => {
    for (const pinned of [{}, { key }, { checkpoint: earlier[0] }])
      expect(['tampered', 'unreadable']).toContain(verdictOf(files, pinned));
  });

  it('the honest one is not one of them', () => {
    expect([verdictOf(whole), verdictOf(whole, { key })]).toEqual(['unknown-signer', 'sound']);
  });
});

describe('a bundle signed by a key that somebody put there', () => {
  const before = signedByForger([{ key: ownKey }, { key, voucher: signNote(`${key}\n`, forger, sha256) }]);
  const behind = signedByForger([{ key }, { key: ownKey, voucher: signNote(`${ownKey}\n`, forger, sha256) }]);
  // Without the earlier checkpoints, which the true key has signed.
  const alone = withFile(
    signedByForger([{ key: ownKey }]),
    'proof/consistency.json',
    canonical({ proofs: [] }),
  );

  it('is consistent with itself, and never intact', () => {
    expect([verdictOf(before), verdictOf(alone)]).toEqual(['unknown-signer', 'unknown-signer']);
    expect(verdictOf(behind)).toBe('tampered');
  });

  it('is altered for whoever holds the true key, or a checkpoint', () => {
    for (const files of [before, behind, alone])
      for (const pinned of [{ key }, { checkpoint: earlier[0] }])
        expect(verdictOf(files, pinned)).toBe('tampered');
  });
});

describe('what proves nothing', () => {
  const said = (files: Files, pinned: VerifyOptions['pinned']) =>
    checkBundle(zipped(files), { sha256, verifySignature, pinned });
  const consistency = (files: Files, pinned: VerifyOptions['pinned']): string =>
    said(files, pinned).checks.find(({ check }) => check === 'consistency')?.said.en ?? '';

  it('the checkpoint itself, given as an earlier one', () => {
    const again = put(['proof/consistency.json', canonical({ proofs: [{ checkpoint: note, hashes: [] }] })]);
    expect(consistency(again, { key })).toContain('since 0 earlier checkpoints');
  });

  it('a signature of nobody known, beside that of the record', () => {
    const cosigned = put([CHECKPOINT, `${note}— other AAAAAAAA\n`]);
    expect([verdictOf(cosigned), verdictOf(cosigned, { key })]).toEqual(['unknown-signer', 'sound']);
  });

  it('a kept checkpoint of an empty record, even signed by the record', () => {
    const [origin = ''] = log.checkpointText.split('\n');
    const empty = `${origin}\n0\n${Buffer.from(sha256(new Uint8Array())).toString('base64')}\n`;
    const report = said(whole, { checkpoint: signNote(empty, testSigner(log.origin, 7), sha256) });
    expect(report.verdict).toBe('unknown-signer');
    expect(report.limits.map(({ en }) => en).join('\n')).toContain('empty record: it proves nothing');
  });
});
