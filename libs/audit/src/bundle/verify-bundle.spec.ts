import type { BundleReport } from './bundle-format';
import { honestBundle, zipped } from './testing/honest-bundle';
import { sha256 } from './testing/test-log';
import { testSigner, verifySignature } from './testing/test-signer';
import { shelterCases, wholeStay } from './testing/shelter-cases';
import { checkBundle, verifyBundle, type VerifyOptions } from './verify-bundle';

const options: VerifyOptions = { sha256, verifySignature };
const longest = wholeStay();

const outcomeOf = ({ checks }: BundleReport, name: string) =>
  checks.find(({ check }) => check === name)?.outcome;
const failed = ({ checks }: BundleReport) => checks.filter(({ outcome }) => outcome !== 'ok');
const limitsOf = ({ limits }: BundleReport): string => limits.map(({ en }) => en).join('\n');

describe('an honest bundle', () => {
  it.each(shelterCases())('is sound, and replaying it gives the state shown: $file', (scenario) => {
    const { files, key } = honestBundle(scenario);
    const report = verifyBundle(files, { ...options, pinned: { key } });
    expect(failed(report)).toEqual([]);
    expect(report.verdict).toBe('sound');
  });

  it('is consistent as a ZIP too, says what it can’t know, and is sound for whoever holds key or checkpoint', () => {
    const { files, key, earlier, log } = honestBundle(longest);
    const report = checkBundle(zipped(files), options);
    expect(report).toMatchObject({ verdict: 'unknown-signer', origin: log.origin, size: log.size });
    expect(report.checks).toHaveLength(9);
    expect(limitsOf(report)).toMatch(
      /key of the record comes from the bundle itself[^]*You gave no checkpoint/,
    );
    const pinned = checkBundle(zipped(files), { ...options, pinned: { key, checkpoint: earlier[0] } });
    expect(pinned.verdict).toBe('sound');
    for (const one of [{ key }, { checkpoint: earlier[0] }])
      expect(checkBundle(zipped(files), { ...options, pinned: one }).verdict).toBe('sound');
    expect(limitsOf(pinned)).toMatch(/^\d+ fields are not shown[^\n]*$/);
  });

  it('takes a checkpoint as it was pasted', () => {
    const { files, earlier } = honestBundle(longest);
    const pasted = `\n${(earlier[0] ?? '').replaceAll('\n', '\r\n')}  `;
    expect(verifyBundle(files, { ...options, pinned: { checkpoint: pasted } }).verdict).toBe('sound');
  });

  it('says every finding in French and in English', () => {
    const { checks, limits } = verifyBundle(honestBundle(longest).files, options);
    for (const { fr, en } of [...checks.map((it) => it.said), ...limits]) {
      expect(fr).toMatch(/\.$|\w$|=$/);
      expect(en).not.toBe(fr);
    }
  });

  it('of a training space is an exercise and never sound, whoever signed it', () => {
    const origin = 'repere/training/class-3/0123456789abcdef';
    const [played, lived] = [honestBundle(longest, { origin }), honestBundle(longest)];
    const verdictOf = ({ files, key }: typeof played, isKnown = true) =>
      verifyBundle(files, { ...options, ...(isKnown && { pinned: { key } }) }).verdict;
    expect([verdictOf(played), verdictOf(played, false)]).toEqual(['exercise', 'unknown-signer']);
    expect(verdictOf(lived)).toBe('sound');
    expect(limitsOf(verifyBundle(played.files, options))).toContain('training space');
    expect(limitsOf(verifyBundle(lived.files, options))).not.toContain('training space');
  });

  it('is known to be from the future', () => {
    const { files } = honestBundle(longest);
    expect(limitsOf(verifyBundle(files, { ...options, now: longest.now }))).toContain('dated later');
    expect(limitsOf(verifyBundle(files, { ...options, now: longest.now + 61_000 }))).not.toContain(
      'dated later',
    );
  });
});

describe('a bundle that leaves things out', () => {
  it('holds without the names, and is not replayed', () => {
    const { files, key } = honestBundle(longest, { isRedacted: (path) => path.startsWith('values/') });
    const report = verifyBundle(files, { ...options, pinned: { key } });
    expect(report.verdict).toBe('sound');
    expect(failed(report).map(({ check }) => check)).toEqual(['replay']);
    expect(failed(report)[0]?.said.en).toMatch(/^Intact, replay not possible: \d+ fields withheld/);
    expect(limitsOf(report)).toMatch(/\d+ fields are not shown/);
  });

  it('is never called intact where nobody known has signed it', () => {
    const { files } = honestBundle(longest, { isErased: () => true });
    const report = verifyBundle(files, options);
    expect([report.verdict, JSON.stringify(report).match(/intact/i)]).toEqual(['unknown-signer', null]);
  });

  it('holds after the content of acts was erased', () => {
    const { files, key } = honestBundle(longest, { isErased: ({ seq }) => seq % 2 === 0 });
    const report = verifyBundle(files, { ...options, pinned: { key } });
    expect(report.verdict).toBe('sound');
    expect(outcomeOf(report, 'replay')).toBe('not-possible');
    expect(limitsOf(report)).toMatch(/The content of \d+ acts was erased/);
  });

  it('holds when everything was erased', () => {
    const { files, key } = honestBundle(longest, { isErased: () => true });
    const report = verifyBundle(files, { ...options, pinned: { key } });
    expect(report.verdict).toBe('sound');
    expect(outcomeOf(report, 'protocols')).toBe('not-possible');
  });
});

describe('keys of the signer', () => {
  const [first, second, third] = [1, 2, 3].map((seed) => testSigner('repere.example/test', seed));
  if (!first || !second || !third) throw new Error('three keys');
  const rotated = honestBundle(longest, { signer: first, laterSigners: [second, third] });
  const keys = (
    JSON.parse(new TextDecoder().decode(rotated.files.get('proof/keys.json'))) as { keys: { key: string }[] }
  ).keys.map(({ key }) => key);

  it('that follow each other are believed from the first', () => {
    expect(verifyBundle(rotated.files, options).verdict).toBe('unknown-signer');
    for (const key of keys)
      expect(verifyBundle(rotated.files, { ...options, pinned: { key } }).verdict).toBe('sound');
  });

  it('other than the one that the auditor holds are not', () => {
    const report = verifyBundle(rotated.files, { ...options, pinned: { key: honestBundle(longest).key } });
    expect(report.verdict).toBe('tampered');
    expect(outcomeOf(report, 'signature')).toBe('failed');
  });

  it('that nobody vouched for are not', () => {
    const stranger = honestBundle(longest, { signer: third });
    const files = new Map([...rotated.files]);
    files.set('proof/checkpoint.txt', stranger.files.get('proof/checkpoint.txt') ?? new Uint8Array());
    const unvouched = JSON.stringify({ keys: [{ key: keys[0] }, { key: keys[2] }] });
    files.set('proof/keys.json', new TextEncoder().encode(unvouched));
    expect(verifyBundle(files, options).verdict).toBe('tampered');
  });

  it('from before the one that the auditor holds no longer sign', () => {
    const old = honestBundle(longest, { signer: first });
    const files = new Map([
      ...rotated.files,
      ['proof/checkpoint.txt', old.files.get('proof/checkpoint.txt')] as const,
    ]);
    expect(
      verifyBundle(files as ReadonlyMap<string, Uint8Array>, { ...options, pinned: { key: keys[2] } })
        .verdict,
    ).toBe('tampered');
  });
});
