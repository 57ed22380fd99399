import { signNote, verifierKey } from '@repere/ledger';
import { canonical, honestBundle } from './testing/honest-bundle';
import { SMALL, smallScenario } from './testing/small-scenario';
import { sha256 } from './testing/test-log';
import { testSigner, verifySignature } from './testing/test-signer';
import { verifyBundle } from './verify-bundle';

// Who has one true bundle can make the log go on from its checkpoint as he likes, and sign that. So he puts his key before the
// true one, and has it vouch for that: the chain holds, and a checkpoint kept from before is signed by a key of it.
describe('a key put before the true one', () => {
  const { files, key, earlier, log } = honestBundle(smallScenario(), SMALL);
  const forger = testSigner(log.origin, 98);
  const forged = new Map([
    ...files,
    [
      'proof/keys.json',
      canonical({
        keys: [
          { key: verifierKey(forger.name, forger.publicKey, sha256) },
          { key, voucher: signNote(`${key}\n`, forger, sha256) },
        ],
      }),
    ],
    ['proof/checkpoint.txt', Buffer.from(signNote(log.checkpointText, forger, sha256))],
  ]);
  const outcomes = (pinned: { readonly key?: string; readonly checkpoint?: string | undefined }) =>
    verifyBundle(forged, { sha256, verifySignature, pinned }).checks.flatMap(({ check, outcome }) =>
      outcome === 'failed' ? [check] : [],
    );

  it('is not believed by whoever kept a checkpoint that the true one signed', () => {
    expect(earlier.length).toBeGreaterThan(0);
    for (const checkpoint of earlier) expect(outcomes({ checkpoint })).toContain('signature');
  });

  it('is not believed by whoever kept the true key', () => {
    expect(outcomes({ key })).toContain('signature');
    expect(outcomes({ key, checkpoint: earlier[0] })).toContain('signature');
  });

  it('is not vouched for by whatever else the true key has signed', () => {
    const added = verifierKey(forger.name, forger.publicKey, sha256);
    const withVoucher = (voucher: string) =>
      new Map([
        ...forged,
        ['proof/keys.json', canonical({ keys: [{ key }, { key: added, voucher }] })] as const,
      ]);
    const failed = (voucher: string) =>
      verifyBundle(withVoucher(voucher), { sha256, verifySignature, pinned: { key } }).verdict;
    // A checkpoint is a note of the true key, and everybody has one.
    expect(failed(earlier[0] ?? '')).toBe('tampered');
    expect(failed(signNote(`${key}\n`, testSigner(log.origin, 7), sha256))).toBe('tampered');
    expect(failed(signNote(`${added}\n`, testSigner(log.origin, 7), sha256))).toBe('sound');
  });
});
