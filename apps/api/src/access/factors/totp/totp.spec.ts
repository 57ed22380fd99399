import fc from 'fast-check';
import { makeTotpSecret, stepOfCode, totpUri } from './totp';

/** RFC 6238 appendix B: the secret `12345678901234567890`, SHA-1; its eight digits end with our six. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC_VECTORS = [
  [59, '94287082', 0x1],
  [1_111_111_109, '07081804', 0x23523ec],
  [1_111_111_111, '14050471', 0x23523ed],
  [1_234_567_890, '89005924', 0x273ef07],
  [2_000_000_000, '69279037', 0x3f940aa],
  [20_000_000_000, '65353130', 0x27bc86aa],
] as const;

describe('codes of an authenticator app', () => {
  it.each(RFC_VECTORS)('are those of RFC 6238 at %d', (seconds, code, step) => {
    expect(stepOfCode(RFC_SECRET, code.slice(2), seconds * 1000, null)).toBe(step);
  });

  it('are taken one step early or late, and no more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RFC_VECTORS.slice(1)),
        fc.integer({ min: -4, max: 4 }),
        ([seconds, code, step], skew) => {
          const atStart = Math.floor(seconds / 30) * 30 + skew * 30;
          for (const within of [0, 29.999]) {
            const found = stepOfCode(RFC_SECRET, code.slice(2), (atStart + within) * 1000, null);
            expect(found).toBe(Math.abs(skew) <= 1 ? step : null);
          }
        },
      ),
    );
  });

  it('are taken once: not again, nor one from before', () => {
    const [, late] = RFC_VECTORS;
    const [seconds, code, step] = late;
    expect(stepOfCode(RFC_SECRET, code.slice(2), seconds * 1000, step - 1)).toBe(step);
    expect(stepOfCode(RFC_SECRET, code.slice(2), seconds * 1000, step)).toBeNull();
    expect(stepOfCode(RFC_SECRET, code.slice(2), seconds * 1000, step + 1)).toBeNull();
  });

  it('are six digits and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('', '94287082', '28708', ' 287082', '287082\n', '٢٨٧٠٨٢')),
        (typed) => typed === '287082' || stepOfCode(RFC_SECRET, typed, 59_000, null) === null,
      ),
    );
  });

  it('come from 160 random bits, said in the way apps read', () => {
    const secret = makeTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(makeTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, 'camille', 'Repère – Nord'));
    expect(uri.protocol).toBe('otpauth:');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: 'Repère – Nord' });
    expect(decodeURIComponent(uri.pathname)).toContain('camille');
  });
});
