import type { FieldView } from '@repere/contract';
import type { FactValue } from '@repere/protocol';
import { NO_DATE } from '@repere/ui/date';
import fc from 'fast-check';
import { field } from '../../../../testing/fake-step';
import { NOTHING_TYPED } from './typed-field';
import { readField, typeValue } from './read-field';

const of = (type: FieldView['type'], change: Partial<FieldView> = {}) => field({ id: 'f', type, ...change });
const NON_ANSWERS = ['unknown', 'not-asked', 'refused'] as const;
const answer = fc.constantFrom('yes' as const, 'no' as const, ...NON_ANSWERS);

/** Values that people can have given, by type. */
const known: readonly (readonly [FieldView['type'], fc.Arbitrary<FactValue>])[] = [
  ['choice', fc.constantFrom('a', 'b')],
  ['choices', fc.subarray(['a', 'b', 'c'], { minLength: 1 })],
  ['yes-no', fc.constantFrom('yes', 'no')],
  ['text', fc.string({ minLength: 1 }).map((text) => `x${text}`.trim())],
  ['number', fc.integer({ min: -50, max: 50_000 })],
  ['months', fc.integer({ min: 0, max: 1200 })],
  ['duration', fc.constantFrom('PT45M', 'PT3H', 'P3D', 'P2W', 'P6M')],
  ['date', fc.constantFrom('2009', '2009~', '2009-05', '2009-05~', '2009-05-12', '2009-05-12~')],
  [
    'checklist',
    fc
      .dictionary(fc.constantFrom('p', 'q', 'r'), answer, { minKeys: 1 })
      .map((items) =>
        Object.fromEntries(
          Object.entries(items).map(([id, said]) => [
            id,
            said === 'yes' || said === 'no' ? said : { answer: said },
          ]),
        ),
      ),
  ],
];

describe('a typed field', () => {
  it.each(known)('of type %s says the value that it was filled in with', (type, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readField(of(type), typeValue(of(type), value))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(known.map(([type]) => type).filter((type) => type !== 'checklist'))(
    'of type %s can be answered without a value, and says so again',
    (type) => {
      for (const said of NON_ANSWERS) {
        const typed = typeValue(of(type), { answer: said });
        expect(readField(of(type), typed)).toEqual({ ok: true, value: { answer: said } });
      }
    },
  );

  it('left empty says nothing, whatever its type', () => {
    for (const [type] of known) expect(readField(of(type), NOTHING_TYPED)).toEqual({ ok: true, value: null });
  });

  it('keeps the words beside an item, and needs no answer to every item', () => {
    const items = { p: { answer: 'yes' as const, note: ' deux fois ' }, q: { answer: null, note: '' } };
    expect(readField(of('checklist'), { ...NOTHING_TYPED, items })).toEqual({
      ok: true,
      value: { p: { answer: 'yes', note: 'deux fois' } },
    });
  });

  it('says what is wrong instead of guessing', () => {
    const text = (typed: string) => ({ ...NOTHING_TYPED, text: typed });
    expect(readField(of('number'), text('douze')).ok).toBe(false);
    expect(readField(of('number', { max: 23 }), text('24'))).toEqual({
      ok: false,
      key: 'step.mistake.out-of-range',
    });
    expect(readField(of('text', { maxLength: 3 }), text('quatre'))).toEqual({
      ok: false,
      key: 'step.mistake.too-long',
    });
    const date = { ...NO_DATE, day: '31', month: '2', year: '2009' };
    expect(readField(of('date'), { ...NOTHING_TYPED, date })).toEqual({
      ok: false,
      key: 'ui.date.problem.no-such-day',
    });
  });

  it('sets aside what is typed while a non-answer is pressed', () => {
    const typed = { ...NOTHING_TYPED, text: 'rue', nonAnswer: 'refused' as const };
    expect(readField(of('text'), typed)).toEqual({ ok: true, value: { answer: 'refused' } });
    expect(readField(of('text'), { ...typed, nonAnswer: null })).toEqual({ ok: true, value: 'rue' });
  });
});
