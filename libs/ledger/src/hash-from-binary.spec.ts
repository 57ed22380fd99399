import { createHash, hash } from 'node:crypto';
import fc from 'fast-check';
import { hashFromBinary } from './hash-from-binary';

it('gives every byte of a hash as it is', () => {
  const all = Uint8Array.from({ length: 32 }, (_, index) => index * 8 + 7);
  expect(hashFromBinary(Buffer.from(all).toString('binary'))).toEqual(all);
  fc.assert(
    fc.property(fc.uint8Array(), (data) =>
      expect(hashFromBinary(hash('sha256', data, 'binary'))).toEqual(
        new Uint8Array(createHash('sha256').update(data).digest()),
      ),
    ),
  );
});
