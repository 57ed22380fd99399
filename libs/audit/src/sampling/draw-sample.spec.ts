import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSample, frameHash, sortFrame } from './draw-sample';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const hex = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength, maxLength });
const frames = fc.uniqueArray(hex(8, 32), { maxLength: 60 });
const seeds = fc.string({ minLength: 1, maxLength: 64 });

describe('a random sample', () => {
  it('is the same for the same seed, whatever the order in which the cases come', () => {
    fc.assert(
      fc.property(
        frames.chain((ids) =>
          fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
        ),
        seeds,
        fc.nat(70),
        ([ids, shuffled], seed, size) => {
          expect(drawSample(shuffled, { seed, size, sha256 })).toEqual(
            drawSample(ids, { seed, size, sha256 }),
          );
          expect(frameHash(shuffled, sha256)).toBe(frameHash(ids, sha256));
        },
      ),
    );
  });

  it('holds cases of the frame only, each once, as many as were asked for if there are as many', () => {
    fc.assert(
      fc.property(frames, seeds, fc.nat(70), (ids, seed, size) => {
        const drawn = drawSample([...ids, ...ids], { seed, size, sha256 }).map(({ id }) => id);
        expect(drawn).toHaveLength(Math.min(size, ids.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((id) => ids.includes(id))).toBe(true);
      }),
    );
  });

  it('grows by adding: a larger one begins with the smaller', () => {
    fc.assert(
      fc.property(frames, seeds, fc.nat(30), (ids, seed, size) => {
        const larger = drawSample(ids, { seed, size: size + 5, sha256 });
        expect(larger.slice(0, size)).toEqual(drawSample(ids, { seed, size, sha256 }));
      }),
    );
  });

  it('draws every case about as often as another', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `case-${String(index)}`);
    const times = new Map(ids.map((id) => [id, 0]));
    for (let round = 0; round < 4_000; round++)
      for (const { id } of drawSample(ids, { seed: `seed ${String(round)}`, size: 5, sha256 }))
        times.set(id, (times.get(id) ?? 0) + 1);
    // 4,000 × 5 / 20 = 1,000 each; the standard deviation is 27.
    for (const drawn of times.values()) expect(Math.abs(drawn - 1_000)).toBeLessThan(140);
  });

  it('gives the tickets that coreutils give', () => {
    // printf 'seed\0case-1' | sha256sum
    const [first] = drawSample(['case-1'], { seed: 'seed', size: 1, sha256 });
    expect(first?.ticket).toBe('2e8ceb5f7aeffb063e5138c9a102653498fbed1e3beda1bc4022a1952b438f9c');
    // printf 'a\nb\n' | sha256sum
    expect(frameHash(['b', 'a', 'b'], sha256)).toBe(
      '911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2',
    );
  });

  it('changes its frame’s hash with every case more or less', () => {
    fc.assert(
      fc.property(frames, hex(33, 40), (ids, more) => {
        expect(frameHash([...ids, more], sha256)).not.toBe(frameHash(ids, sha256));
        expect(sortFrame([more, ...ids])).toContain(more);
      }),
    );
  });
});
