import fc from 'fast-check';
import {
  DURATION_UNITS,
  readTypedDuration,
  readTypedMonths,
  readTypedNumber,
  typeDuration,
  typeMonths,
} from './typed-amount';

describe('typed amounts', () => {
  it('read a comma as a point, and refuse what is no number', () => {
    expect(readTypedNumber(' 1,5 ')).toEqual({ ok: true, value: 1.5 });
    expect(readTypedNumber('')).toEqual({ ok: true, value: null });
    for (const typed of ['douze', '1,2,3', '1e3', '--1']) expect(readTypedNumber(typed).ok).toBe(false);
  });

  it('keep months exact: 19,7 years are 236.4, never rounded up', () => {
    expect(readTypedMonths({ years: '19,7', months: '' })).toEqual({ ok: true, value: 236.4 });
    expect(readTypedMonths({ years: '', months: '18' })).toEqual({ ok: true, value: 18 });
    expect(readTypedMonths({ years: '17', months: '7' })).toEqual({ ok: true, value: 211 });
    expect(readTypedMonths({ years: '-1', months: '' }).ok).toBe(false);
  });

  it('refuse what has no three decimals in months, instead of rounding it', () => {
    for (const years of ['19,00005', '19,708333', '19,7083333333']) {
      expect(readTypedMonths({ years, months: '' })).toEqual({ ok: false, problem: 'too-precise' });
    }
    expect(readTypedMonths({ years: '', months: '216,0004' }).ok).toBe(false);
    expect(readTypedMonths({ years: '19,70825', months: '0,001' })).toEqual({ ok: true, value: 236.5 });
  });

  it('add years and months to the thousandth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 11_999 }),
        (tenths, thousandths) => {
          const typed = { years: String(tenths / 10), months: String(thousandths / 1000) };
          expect(readTypedMonths(typed)).toEqual({ ok: true, value: (tenths * 1200 + thousandths) / 1000 });
        },
      ),
    );
  });

  it('come back as they were', () => {
    const anyMonths = fc.integer({ min: 0, max: 1_200_000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(anyMonths, (months) => {
        expect(readTypedMonths(typeMonths(months))).toEqual({ ok: true, value: months });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...DURATION_UNITS), (amount, unit) => {
        const reading = readTypedDuration({ amount: String(amount), unit });
        const iso = reading.ok ? (reading.value ?? '') : '';
        expect(readTypedDuration(typeDuration(iso))).toEqual(reading);
      }),
    );
  });
});
