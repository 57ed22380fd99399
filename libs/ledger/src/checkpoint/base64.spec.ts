import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64';

describe('base64', () => {
  it('is what Node writes, and is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each([
    'A',
    'AA',
    'AAA',
    'AA=',
    'AA==A',
    'AB==',
    'AAB=',
    'AAAA=',
    'A===',
    '====',
    'AA AA=',
    'AAA\n',
    'AA-_',
    'ÀAAA',
  ])('has no bytes for %j', (text) => expect(fromBase64(text)).toBeUndefined());

  it('has one text for the same bytes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{0,8}={0,2}$/), (text) => {
        const bytes = fromBase64(text);
        if (bytes) expect(toBase64(bytes)).toBe(text);
      }),
    );
  });
});
