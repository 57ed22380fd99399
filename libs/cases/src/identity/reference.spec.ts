import fc from 'fast-check';
import { makeReference, parseReference, REFERENCE_BYTES } from './reference';

const references = fc
  .uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES })
  .map(makeReference);

describe('reference', () => {
  it('has one shape and reads back, whatever the random bytes', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(/^RP-[2-79B-DF-HJKMNPRTW-Y]{4}-[2-79B-DF-HJKMNPRTW-Y]{3}$/u);
        expect(parseReference(reference)).toBe(reference);
      }),
    );
  });

  it('is found when typed in small letters with blanks', () => {
    const reference = makeReference(new Uint8Array(REFERENCE_BYTES).fill(7));
    expect(parseReference(reference.toLowerCase().replaceAll('-', ' '))).toBe(reference);
  });

  it('is refused when one letter is misread', () => {
    fc.assert(
      fc.property(
        references,
        fc.constantFrom(3, 4, 5, 6, 8, 9),
        fc.constantFrom('2', 'K', 'Y'),
        (reference, place, letter) => {
          fc.pre(reference.charAt(place) !== letter);
          expect(
            parseReference(reference.slice(0, place) + letter + reference.slice(place + 1)),
          ).toBeUndefined();
        },
      ),
    );
  });

  it.each(['', 'RP-', 'RP-AAAA-AAA', 'une phrase'])('is not read out of %j', (typed) => {
    expect(parseReference(typed)).toBeUndefined();
  });
});
