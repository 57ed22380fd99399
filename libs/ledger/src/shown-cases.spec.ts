import { commit } from './commit';
import { shownCases } from './shown-cases';
import { nodeSha256 } from './testing/node-sha256';
import { verifyOpenings } from './verify-openings';

const aliases = Array.from({ length: 12 }, (_, index) => `alias-of-case-${index + 1}`);

describe('shownCases', () => {
  it('keeps the order shown, beyond nine', () => {
    const fields = shownCases(aliases);
    expect(
      Object.keys(fields)
        .sort()
        .map((path) => fields[path]),
    ).toEqual(aliases);
  });

  it('lets one case prove that it was shown, without the others', () => {
    const fields = { query: { status: 'open' }, ...shownCases(aliases) };
    const salts = Object.fromEntries(
      Object.keys(fields).map((path, index) => [path, new Uint8Array(32).fill(index + 1)]),
    );
    const made = commit(fields, salts, nodeSha256);
    if (!made.ok) throw new Error(made.problem.code);
    const { root, fieldCommitments } = made.value;
    const index = fieldCommitments.findIndex((it) => it.path === 'shown/000007');
    const opening = {
      index,
      path: 'shown/000007',
      value: 'alias-of-case-7',
      salt: salts['shown/000007'] ?? new Uint8Array(),
    };
    const commitments = fieldCommitments.map((it) => it.commitment);
    expect(verifyOpenings(root, { commitments, openings: [opening] }, nodeSha256)).toEqual({
      ok: true,
      redacted: 12,
    });

    const otherCase = { ...opening, value: 'alias-of-case-8' };
    expect(verifyOpenings(root, { commitments, openings: [otherCase] }, nodeSha256)).toMatchObject({
      ok: false,
    });
  });

  it('refuses more than a path can number', () => {
    expect(() => shownCases(Array.from({ length: 1_000_000 }, () => 'x'))).toThrow(RangeError);
  });

  it('is hidden by its salt: the same case shown twice has nothing in common', () => {
    const [a, b] = [1, 2].map((byte) =>
      commit(shownCases(['one']), { 'shown/000001': new Uint8Array(32).fill(byte) }, nodeSha256),
    );
    expect(a?.ok && a.value.root).not.toBe(b?.ok && b.value.root);
  });
});
