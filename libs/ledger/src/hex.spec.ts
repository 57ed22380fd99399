import fc from 'fast-check';
import { hashFromHex, toHex } from './hex';

describe('hex', () => {
  it('writes two digits a byte', () => expect(toHex(Uint8Array.of(0, 9, 255))).toBe('0009ff'));

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (hash) => {
        expect(hashFromHex(toHex(hash))).toEqual(hash);
      }),
    );
  });

  it.each(['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), `${'a'.repeat(63)}g`, `0x${'a'.repeat(62)}`])(
    'reads no hash in %j',
    (text) => expect(hashFromHex(text)).toBeUndefined(),
  );
});
