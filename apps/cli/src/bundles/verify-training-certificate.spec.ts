import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CERTIFICATE_FORMAT, type TrainingCertificate } from '@repere/audit';
import { sha256, TestLog, testSigner } from '@repere/audit/testing';
import { planPrunedTree, signNote, toHex, verifierKey } from '@repere/ledger';
import { runCommand } from '../run-command';

const CERTIFIED: TrainingCertificate = {
  ...{
    name: 'Camille Exemple',
    role: 'caseworker',
    on: '2025-03-31',
    space: 'Lundi',
    trainer: 'Sacha',
    leader: 'd'.repeat(64),
  },
  scenario: { name: 'a-night', title: { fr: 'Une nuit', en: 'A night' }, sha256: 'a'.repeat(64) },
  protocols: [
    { protocol: 'lost-key', version: '1.2.0', hash: 'b'.repeat(64), title: { fr: 'Clé', en: 'Key' } },
  ],
};
const signer = testSigner('repere.house', 1);
const key = verifierKey(signer.name, signer.publicKey, sha256);
const log = new TestLog('repere/training/k3y/0123456789abcdef');
const told = { stream: 'system:access', actor: 'system:access', time: Date.UTC(2025, 2, 31) };
const entry = log.append({ ...told, type: 'training.certify', fields: { certificate: CERTIFIED } });
const [opening] = entry.openings ?? [];
const text = JSON.stringify({
  format: CERTIFICATE_FORMAT,
  act: {
    ...{ leaf: 0, text: entry.text, commitments: entry.commitments },
    opening: { index: 0, value: CERTIFIED, salt: opening?.salt },
  },
  proof: {
    checkpoint: signNote(log.checkpointText, signer, sha256),
    tree: toHex(planPrunedTree(1, [0]).writeTree(log.read, sha256)),
    keys: [key],
  },
});
const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const fileOf = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const verify = async (content: string, ...more: readonly string[]) => {
  const said: string[] = [];
  const code = await runCommand(['certificate', 'verify', fileOf('it.json', content), ...more], (it) =>
    said.push(it),
  );
  return { code, said: said.join('\n') };
};

it('is 0 with the key that signed it, given or in a file, and says what was practised', async () => {
  const { code, said } = await verify(text, '--key', key, '--lang', 'en');
  expect([code, said]).toEqual([0, expect.stringContaining('Intact, signed by repere.house')]);
  expect(said).toContain('Camille Exemple');
  expect(said).toContain('lost-key 1.2.0');
  expect((await verify(text, '--key', fileOf('keys', `${key}\n`))).code).toBe(0);
});

it('reads the PDF that carries it, and takes one that lost it for none', async () => {
  const { length } = Buffer.from(text);
  const paper = (held: string) =>
    `%PDF-1.7\n4 0 obj\n<< /Type /EmbeddedFile /Length ${String(length)} >>\nstream\n${held}\nendstream`;
  expect((await verify(paper(text), '--key', key)).code).toBe(0);
  expect((await verify(paper(text.replace('Camille', 'Camilla')), '--key', key)).code).toBe(1);
  expect((await verify('%PDF-1.7\nscanned', '--key', key)).code).toBe(2);
});

it('is 1 when a letter differs, 2 when it is none, 3 without the key', async () => {
  expect((await verify(text.replace('Camille', 'Camilla'), '--key', key)).code).toBe(1);
  expect((await verify('[]', '--key', key)).code).toBe(2);
  expect((await verify(' '.repeat(2_500_000), '--key', key)).code).toBe(2);
  expect((await verify(text)).code).toBe(3);
  expect(await verify(text, '--lang', 'de')).toMatchObject({ code: 2 });
});
