import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { keyRing, parseMasterKeys } from './master-keys';
import { type CiphertextLocation, blindToken, seal, sealJson, unseal, unsealJson } from './sealed';

const key = randomBytes(32);
const place: CiphertextLocation = { table: 'person', column: 'content', row: '1' };
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

describe('seal', () => {
  it('gives back what was sealed', () => {
    fc.assert(fc.property(bytes, (plain) => unseal(key, place, seal(key, place, plain)).equals(plain)));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(unsealJson(key, place, sealJson(key, place, value)))).toBe(text);
      }),
    );
  });

  it('opens nothing of which a single bit was changed, taken away or added', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat(7), (plain, position, bit) => {
        const sealed = seal(key, place, plain);
        const flipped = Buffer.from(sealed);
        const index = position % sealed.length;
        flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
        expect(() => unseal(key, place, flipped)).toThrow();
        expect(() => unseal(key, place, sealed.subarray(0, -1))).toThrow();
        expect(() => unseal(key, place, Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow();
      }),
    );
  });

  it('opens nothing that was moved to another table, column or row, or under another key', () => {
    const sealed = seal(key, place, Buffer.from('a name'));
    for (const moved of [{ table: 'draft' }, { column: 'note' }, { row: '2' }])
      expect(() => unseal(key, { ...place, ...moved }, sealed)).toThrow();
    expect(() => unseal(randomBytes(32), place, sealed)).toThrow();
    // Parts that only look alike when they are joined.
    const joined = seal(key, { table: 'a', column: 'bc', row: '1' }, Buffer.from('x'));
    expect(() => unseal(key, { table: 'ab', column: 'c', row: '1' }, joined)).toThrow();
  });

  it('never gives the same twice', () => {
    const plain = Buffer.from('the same');
    expect(seal(key, place, plain).equals(seal(key, place, plain))).toBe(false);
  });
});

describe('blind tokens', () => {
  it('are equal for equal values of one kind, and for nothing else', () => {
    expect(blindToken(key, 'name', 'dupont')).toEqual(blindToken(key, 'name', 'dupont'));
    expect(blindToken(key, 'name', 'dupont')).not.toEqual(blindToken(key, 'phone', 'dupont'));
    expect(blindToken(key, 'name', 'dupont')).not.toEqual(blindToken(randomBytes(32), 'name', 'dupont'));
    expect(blindToken(key, 'a', 'bc')).not.toEqual(blindToken(key, 'ab', 'c'));
  });
});

describe('key ring', () => {
  const base64 = (): string => randomBytes(32).toString('base64');
  const master = parseMasterKeys(
    JSON.stringify({
      keys: [
        { id: 'new', key: base64() },
        { id: 'old', key: base64() },
      ],
      blindIndex: base64(),
    }),
  );

  it('gives each space keys of its own, the newest for writing, the older ones for reading', () => {
    const [live, training] = [keyRing(master, 'live'), keyRing(master, 'training')];
    expect(live.current?.id).toBe('new');
    expect(live.current?.key).not.toEqual(training.current?.key);
    expect(live.blindIndex).not.toEqual(training.blindIndex);
    expect(live.findKey('old')).not.toBeNull();
    expect(live.findKey('lost')).toBeNull();
    expect(keyRing(master, 'live').current?.key).toEqual(live.current?.key);
  });

  it.each([
    ['{}', /keys/],
    ['{"keys": []}', /empty/],
    [
      JSON.stringify({ keys: [{ id: 'a', key: 'c2hvcnQ=' }], blindIndex: base64() }),
      /keys\[0\]\.key must be 32 bytes/,
    ],
    [JSON.stringify({ keys: [{ id: 'a', key: base64() }] }), /blindIndex must be 32 bytes/],
    [JSON.stringify({ keys: [{ key: base64() }], blindIndex: base64() }), /keys\[0\] has no id/],
  ])('says what is wrong with %s', (json, message) => {
    expect(() => parseMasterKeys(json)).toThrow(message);
  });
});
