import fc from 'fast-check';
import { canonicalJson } from './canonical-json';
import { commit } from './commit';
import { commitToField, openField, type FieldOpening } from './field-commitment';
import { toHex } from './hex';
import { nodeSha256 } from './testing/node-sha256';
import { verifyOpenings } from './verify-openings';

const salt = (byte: number) => new Uint8Array(32).fill(byte);
const FIELDS = {
  'values.signs': { b: { answer: 'refused' }, a: 'yes' },
  note: 'Née à Évry',
  'values.debt': 'yes',
};
const SALTS = { note: salt(1), 'values.debt': salt(2), 'values.signs': salt(3) };

function committed(fields: Readonly<Record<string, unknown>>, salts: Readonly<Record<string, Uint8Array>>) {
  const result = commit(fields, salts, nodeSha256);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}
function bundle(fields: Readonly<Record<string, unknown>>, salts: Readonly<Record<string, Uint8Array>>) {
  const { root, fieldCommitments } = committed(fields, salts);
  const openings = fieldCommitments.map(({ path }, index) => ({
    index,
    path,
    value: fields[path],
    salt: salts[path] ?? salt(0),
  }));
  return { root, commitments: fieldCommitments.map((it) => it.commitment), openings };
}

describe('commit', () => {
  // Computed by an independent program; the form of the record is final, so these never change.
  it('gives the known answer', () => {
    expect(committed(FIELDS, SALTS)).toEqual({
      root: 'f339d87dd2de5bac72870479cac9defa9d4e8ce7d9960b253b1d258bda2c3a08',
      fieldCommitments: [
        { path: 'note', commitment: 'd6a441adb4a0825834b1260d017f7ac30d93282cfc02255ee9203cf3acb3ba0e' },
        {
          path: 'values.debt',
          commitment: 'b187d469c3536f6a08495810e957fe0d3b85bda561c7891c1903e4be53ddc4df',
        },
        {
          path: 'values.signs',
          commitment: 'af6162115e29bb114fc9364bd24a4e0d2524c319cd542669ae94f04465c79e55',
        },
      ],
    });
  });

  it('commits to an empty payload', () => {
    expect(committed({}, {})).toEqual({
      root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      fieldCommitments: [],
    });
  });

  it.each([
    ['a field without salt', { a: 1 }, {}, 'missing-salt'],
    ['a salt without field', { a: 1 }, { a: salt(1), b: salt(2) }, 'unused-salt'],
    ['a salt used twice', { a: 1, b: 2 }, { a: salt(1), b: salt(1) }, 'repeated-salt'],
    ['a short salt', { a: 1 }, { a: new Uint8Array(16) }, 'bad-salt'],
    ['an empty path', { '': 1 }, { '': salt(1) }, 'bad-path'],
    ['a path with an accent', { é: 1 }, { é: salt(1) }, 'bad-path'],
    ['a path with a space', { 'a b': 1 }, { 'a b': salt(1) }, 'bad-path'],
    ['a path too long', { ['a'.repeat(257)]: 1 }, { ['a'.repeat(257)]: salt(1) }, 'bad-path'],
    ['a value that is no JSON', { a: undefined }, { a: salt(1) }, 'bad-value'],
    ['a value JSON can’t hold', { a: [NaN] }, { a: salt(1) }, 'bad-value'],
    ['an inherited salt', { toString: 1 }, {}, 'missing-salt'],
  ])('refuses %s', (_, fields, salts, code) => {
    expect(commit(fields, salts, nodeSha256)).toMatchObject({ ok: false, problem: { code } });
  });
});

const salts = fc.uint8Array({ minLength: 32, maxLength: 32 });
const paths = fc.stringMatching(/^[a-z]{1,8}(?:\.[a-z]{1,8})?$/);
const payloads = fc
  .uniqueArray(fc.record({ path: paths, value: fc.jsonValue({ maxDepth: 2 }), salt: salts }), {
    minLength: 1,
    maxLength: 12,
    selector: (it) => it.path,
  })
  .filter((all) => new Set(all.map((it) => toHex(it.salt))).size === all.length)
  .map((all) => ({
    fields: Object.fromEntries(all.map((it) => [it.path, it.value])),
    salts: Object.fromEntries(all.map((it) => [it.path, it.salt])),
  }));
const canonicalText = (value: unknown) => {
  const made = canonicalJson(value);
  return made.ok ? made.json : made.problem.code;
};
const commitmentOf = (opening: FieldOpening) => {
  const made = commitToField(opening, nodeSha256);
  return made.ok ? toHex(made.commitment) : made.problem.code;
};

describe('openField', () => {
  it('accepts its own field and none that differs in salt, path or value', () => {
    const field = fc.record({ path: paths, value: fc.jsonValue(), salt: salts });
    fc.assert(
      fc.property(field, field, fc.nat({ max: 255 }), (opening, other, bit) => {
        const commitment = commitmentOf(opening);
        expect(openField(opening, commitment, nodeSha256)).toBe(true);
        const flipped = opening.salt.map((byte, index) =>
          index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        );
        expect(openField({ ...opening, salt: flipped }, commitment, nodeSha256)).toBe(false);
        if (other.path !== opening.path) {
          expect(openField({ ...opening, path: other.path }, commitment, nodeSha256)).toBe(false);
        }
        // Another order of keys is the same value.
        const isSame = canonicalText(other.value) === canonicalText(opening.value);
        expect(openField({ ...opening, value: other.value }, commitment, nodeSha256)).toBe(isSame);
      }),
    );
  });

  it.each([
    ['ab', 'c', 'a', 'bc'],
    ['a', '"', 'a"', ''],
    ['a', 1, 'a', '1'],
    ['a', null, 'a', 'null'],
  ])('tells %j = %j from %j = %j', (pathA, valueA, pathB, valueB) => {
    const one = commitmentOf({ path: pathA, value: valueA, salt: salt(1) });
    expect(commitmentOf({ path: pathB, value: valueB, salt: salt(1) })).not.toBe(one);
  });
});

describe('verifyOpenings', () => {
  it('holds whatever fields are left out, and says how many', () => {
    fc.assert(
      fc.property(payloads, fc.integer({ min: 0, max: 4095 }), (payload, keep) => {
        const { root, commitments, openings } = bundle(payload.fields, payload.salts);
        const shown = openings.filter((_, index) => (keep >> index) & 1);
        expect(verifyOpenings(root, { commitments, openings: shown }, nodeSha256)).toEqual({
          ok: true,
          redacted: openings.length - shown.length,
        });
      }),
    );
  });

  it('holds for no payload in which one thing was changed', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(), (payload, i, j) => {
        const { root, commitments, openings } = bundle(payload.fields, payload.salts);
        const a = openings[i % openings.length];
        const b = openings[j % openings.length];
        if (!a || !b) throw new Error('no field');
        const forged = [
          { commitments, openings: openings.with(a.index, { ...a, value: [a.value] }) },
          { commitments, openings: openings.with(a.index, { ...a, path: `${a.path}x` }) },
          { commitments, openings: [...openings, a] },
          { commitments, openings: [{ ...a, index: openings.length }] },
          { commitments, openings: [{ ...a, index: -1 }] },
          { commitments: commitments.toSpliced(a.index, 1), openings: [] },
          { commitments: [...commitments, 'a'.repeat(64)], openings: [] },
          { commitments: commitments.with(a.index, 'A'.repeat(64)), openings: [] },
          { commitments: commitments.with(a.index, 'a'.repeat(64)), openings: [] },
        ];
        if (a !== b) {
          const swap = { ...a, index: b.index };
          forged.push({ commitments, openings: [swap] });
          forged.push({ commitments, openings: [a, b].sort((x, y) => y.index - x.index) });
          forged.push({ commitments, openings: openings.with(a.index, { ...a, salt: b.salt }) });
          const exchanged = commitments
            .with(a.index, commitments[b.index] ?? '')
            .with(b.index, commitments[a.index] ?? '');
          forged.push({ commitments: exchanged, openings: [] });
        }
        for (const payloadShown of forged) {
          expect(verifyOpenings(root, payloadShown, nodeSha256).ok).toBe(false);
        }
      }),
    );
  });

  it('names the field at fault', () => {
    const { root, commitments, openings } = bundle(FIELDS, SALTS);
    const forged = openings.map((it) => (it.path === 'values.debt' ? { ...it, value: 'no' } : it));
    expect(verifyOpenings(root, { commitments, openings: forged }, nodeSha256)).toEqual({
      ok: false,
      problem: { code: 'other-field', index: 1, path: 'values.debt' },
    });
  });
});
