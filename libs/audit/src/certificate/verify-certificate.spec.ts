import {
  openNote,
  planPrunedTree,
  readVerifierKey,
  signNote,
  toHex,
  verifierKey,
  type VerifierKey,
} from '@repere/ledger';
import { sha256, TestLog } from '../bundle/testing/test-log';
import { testSigner, verifySignature } from '../bundle/testing/test-signer';
import { CERTIFICATE_FORMAT, type CertificateFile, type TrainingCertificate } from './certificate';
import { readKeys, verifyCertificate } from './verify-certificate';

const CERTIFIED: TrainingCertificate = {
  name: 'Camille Exemple',
  role: 'caseworker',
  scenario: { name: 'a-night', title: { fr: 'Une nuit', en: 'A night' }, sha256: 'a'.repeat(64) },
  protocols: [
    { protocol: 'lost-key', version: '1.2.0', hash: 'b'.repeat(64), title: { fr: 'Clé', en: 'Key' } },
  ],
  on: '2025-03-31',
  space: 'Groupe du lundi',
  trainer: 'Sacha Exemple',
  leader: 'd'.repeat(64),
};
const ours = testSigner('repere.house', 1);
const theirs = testSigner('repere.elsewhere', 2);
const keyOf = (signer: typeof ours): string => verifierKey(signer.name, signer.publicKey, sha256);
const keys: readonly VerifierKey[] = readKeys([keyOf(ours)], sha256);
const trust = { keys, sha256, verifySignature };

interface Made {
  readonly certified?: TrainingCertificate;
  readonly origin?: string;
  readonly type?: string;
  readonly signer?: typeof ours;
  readonly path?: string;
}

function make({
  certified = CERTIFIED,
  origin = 'repere/training/k3y/0123456789abcdef',
  type = 'training.certify',
  signer = ours,
  path = 'certificate',
}: Made = {}): CertificateFile {
  const log = new TestLog(origin);
  const told = { stream: 'system:access', actor: 'system:access', time: Date.UTC(2025, 2, 31) };
  for (const n of [1, 2, 3]) log.append({ ...told, type: 'training.admit', fields: { clock: String(n) } });
  const entry = log.append({ ...told, type, fields: { [path]: certified, clock: '2031-01-01' } });
  log.append({ ...told, type: 'training.admit', fields: { clock: 'later' } });
  const opening = entry.openings?.find((it) => it.path === path);
  const tree = planPrunedTree(log.size, [entry.leaf]);
  return {
    format: CERTIFICATE_FORMAT,
    act: {
      leaf: entry.leaf,
      text: entry.text,
      commitments: entry.commitments ?? [],
      opening: { index: opening?.index ?? 0, value: certified, salt: opening?.salt ?? '' },
    },
    proof: {
      checkpoint: signNote(log.checkpointText, signer, sha256),
      tree: toHex(tree.writeTree(log.read, sha256)),
      keys: [keyOf(signer)],
    },
  };
}
const file = make();
const check = (it: unknown) => verifyCertificate(typeof it === 'string' ? it : JSON.stringify(it), trust);
const codeOf = (it: unknown) => {
  const verdict = check(it);
  return verdict.ok ? 'ok' : verdict.code;
};

it('holds, says what was certified, in which log and when, by whom', () => {
  expect(check(file)).toEqual({
    ok: true,
    certificate: CERTIFIED,
    id: '00000000-0000-4000-8000-000000000003',
    origin: 'repere/training/k3y/0123456789abcdef',
    at: '2025-03-31T00:00:00.000Z',
    signer: 'repere.house',
  });
});

it('is the same certificate written otherwise, and says nothing of the rest of the act', () => {
  expect(check(JSON.stringify(file, null, 4))).toMatchObject({ ok: true });
  expect(JSON.stringify(file)).not.toContain('2031');
});

it('holds, whatever letters a name has', () => {
  const certified = { ...CERTIFIED, space: '[[[[[[[[[[[[ {{{{{{{{{{{{', trainer: '\\"]]]]]]]]]]]]]' };
  expect(check(make({ certified }))).toMatchObject({ ok: true, certificate: certified });
});

it('of another house is by an issuer that nobody here knows, whatever keys it brings along', () => {
  expect(codeOf(make({ signer: theirs }))).toBe('unknown-issuer');
  expect(
    codeOf({
      ...make({ signer: theirs }),
      proof: { ...make({ signer: theirs }).proof, keys: [keyOf(ours)] },
    }),
  ).toBe('unknown-issuer');
  expect(verifyCertificate(JSON.stringify(file), { ...trust, keys: [] })).toEqual({
    ok: false,
    code: 'unknown-issuer',
  });
});

it('signed under a known name by another key is refused', () => {
  const forged = { ...theirs, name: ours.name };
  expect(codeOf(make({ signer: forged }))).toBe('unknown-issuer');
  const note = make().proof.checkpoint;
  const [line = ''] = note.trimEnd().split('\n').slice(-1);
  const [dash, name, signature = ''] = line.split(' ');
  const bad = note.replace(
    line,
    `${dash ?? ''} ${name ?? ''} ${signature.slice(0, 8)}${signature[8] === 'A' ? 'B' : 'A'}${signature.slice(9)}`,
  );
  expect(codeOf({ ...file, proof: { ...file.proof, checkpoint: bad } })).toBe('bad-signature');
});

it.each([
  'repere/live/0123456789abcdef',
  'repere/live/training/0123456789abcdef',
  'repere/training/0123456789abcdef',
  'x/repere/training/k/0123456789abcdef',
])('of the log %s is none', (origin) => {
  expect(codeOf(make({ origin }))).toBe('not-training');
});

it('another act of a training space is none, though it commits to the same', () => {
  expect(codeOf(make({ type: 'training.admit' }))).toBe('other-act');
  expect(codeOf(make({ path: 'learner' }))).toBe('altered');
});

it('each letter that is certified is held', () => {
  const value = file.act.opening.value;
  const changed: readonly Partial<TrainingCertificate>[] = [
    { name: 'Camille Exemplf' },
    { role: 'supervisor' },
    { on: '2026-03-31' },
    { space: 'Groupe du mardi' },
    { trainer: 'Camille Exemple' },
    { leader: 'e'.repeat(64) },
    { scenario: { ...value.scenario, name: 'another' } },
    { protocols: value.protocols.map((it) => ({ ...it, version: '2.0.0' })) },
    { protocols: [...value.protocols, ...value.protocols] },
  ];
  for (const change of changed)
    expect([
      change,
      codeOf({
        ...file,
        act: { ...file.act, opening: { ...file.act.opening, value: { ...value, ...change } } },
      }),
    ]).toEqual([change, 'altered']);
});

it('no letter of its file can be changed unseen', () => {
  const text = JSON.stringify(file);
  const kept: string[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const letter = text[at] === 'e' ? 'f' : text[at] === '7' ? '8' : text[at] === 'z' ? 'y' : '7';
    const changed = text.slice(0, at) + letter + text.slice(at + 1);
    // Which keys it brings along proves nothing, and is not read.
    if (check(changed).ok && at < text.indexOf('"keys"')) kept.push(changed.slice(at - 20, at + 5));
  }
  expect(kept).toEqual([]);
});

it.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['another form', JSON.stringify({ ...file, format: 'repere-certificate-2' })],
  ['a key more', JSON.stringify({ ...file, score: 93 })],
  [
    'a key of the certificate more',
    JSON.stringify({
      ...file,
      act: { ...file.act, opening: { ...file.act.opening, value: { ...CERTIFIED, score: 93 } } },
    }),
  ],
  [
    'a name that is a number',
    JSON.stringify({
      ...file,
      act: { ...file.act, opening: { ...file.act.opening, value: { ...CERTIFIED, name: 7 } } },
    }),
  ],
  [
    'a day that is none',
    JSON.stringify({
      ...file,
      act: { ...file.act, opening: { ...file.act.opening, value: { ...CERTIFIED, on: '2025-02-30' } } },
    }),
  ],
  ['a leaf that is none', JSON.stringify({ ...file, act: { ...file.act, leaf: -1 } })],
  ['nested without end', '['.repeat(19_000)],
  ['nested deeply', `${'['.repeat(9_000)}${']'.repeat(9_000)}`],
  ['twenty thousand letters more', `${JSON.stringify(file)}${' '.repeat(20_000)}`],
])('%s is unreadable', (_what, text) => {
  expect(codeOf(text)).toBe('unreadable');
});

it('a leaf behind the end, another leaf, and a tree that is cut are altered', () => {
  expect(codeOf({ ...file, act: { ...file.act, leaf: 99 } })).toBe('altered');
  expect(codeOf({ ...file, act: { ...file.act, leaf: 2 } })).toBe('altered');
  expect(codeOf({ ...file, proof: { ...file.proof, tree: '' } })).toBe('altered');
  expect(codeOf({ ...file, proof: { ...file.proof, tree: `${file.proof.tree}${'0'.repeat(64)}` } })).toBe(
    'altered',
  );
});

it('keys that are none are left out', () => {
  expect(readKeys(['', 'x', `${keyOf(ours)}\n`], sha256)).toHaveLength(1);
  expect(readVerifierKey(keyOf(ours), sha256).ok).toBe(true);
  expect(openNote(file.proof.checkpoint, keys, verifySignature).ok).toBe(true);
});
