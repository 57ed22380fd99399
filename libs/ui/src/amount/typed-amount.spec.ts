import fc from 'fast-check';
import { sayDuration, sayMonths } from './say-amount';
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

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (months) => {
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

  it('are told in whole words', () => {
    expect(sayMonths(211, 'fr').replace(/\s/g, ' ')).toBe('17 ans et 7 mois');
    expect(sayMonths(18, 'en')).toBe('1 year and 6 months');
    expect(sayMonths(0, 'fr').replace(/\s/g, ' ')).toBe('0 mois');
    expect(sayDuration('PT90M', 'fr').replace(/\s/g, ' ')).toBe('90 minutes');
    expect(sayDuration('P1DT2H', 'fr')).toBe('P1DT2H');
  });
});
