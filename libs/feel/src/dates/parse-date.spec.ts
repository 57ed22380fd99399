import fc from 'fast-check';
import { dayNumber, isoDay } from './civil-day';
import { formatDate } from './format-date';
import { parseDate, spanForConditions } from './parse-date';

const days = (edtf: string) => {
  const parsed = parseDate(edtf);
  return parsed.ok
    ? [isoDay(parsed.value.span.firstDay), isoDay(parsed.value.span.lastDay)]
    : parsed.problem.code;
};

describe('parseDate', () => {
  it.each([
    ['2007', '2007-01-01', '2007-12-31'],
    ['2007-02', '2007-02-01', '2007-02-28'],
    ['2008-02', '2008-02-01', '2008-02-29'],
    ['2007-05-12', '2007-05-12', '2007-05-12'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['2007~', '2007-01-01', '2007-12-31'],
    ['2007/2008-03', '2007-01-01', '2008-03-31'],
    ['2007-05-12/2007-05', '2007-05-12', '2007-05-31'],
    ['0000', '0000-01-01', '0000-12-31'],
    ['9999-12-31', '9999-12-31', '9999-12-31'],
  ])('%s is somewhere from %s to %s', (edtf, first, last) => {
    expect(days(edtf)).toEqual([first, last]);
  });

  it.each([
    ['2007-02-31', 'no-such-day'],
    ['2007-02-29', 'no-such-day'],
    ['1900-02-29', 'no-such-day'],
    ['2007-04-31', 'no-such-day'],
    ['2007-04-00', 'no-such-day'],
    ['2007-13', 'no-such-month'],
    ['2007-00', 'no-such-month'],
    ['2008/2007', 'ends-before-it-starts'],
    ['２００７', 'other-digits'],
    ['٢٠٠٧-٠٥', 'other-digits'],
    ['', 'not-a-date'],
    ['07', 'not-a-date'],
    ['12007', 'not-a-date'],
    ['-2007', 'not-a-date'],
    ['2007-5-12', 'not-a-date'],
    ['2007-05-12 ', 'not-a-date'],
    ['2007-05-12\n', 'not-a-date'],
    ['12/05/2007', 'not-a-date'],
    ['2007/', 'not-a-date'],
    ['2007/2008/2009', 'not-a-date'],
    ['2007?', 'not-a-date'],
    ['2007-05-12T10:00', 'not-a-date'],
    ['мая 2007', 'not-a-date'],
  ])('%j is refused: %s', (edtf, code) => {
    const parsed = parseDate(edtf);
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.code).toBe(code);
    expect(parsed.problem.text.fr).not.toBe('');
    expect(parsed.problem.text.en).not.toBe('');
  });

  it.each([
    ['2007-05-12', 'day', false],
    ['2007-05~', 'month', true],
    ['2007-05-12/2008', 'year', false],
    ['2007-05-12/2008-02~', 'month', true],
  ])('%s is known to the %s, estimated: %s', (edtf, precision, estimated) => {
    expect(parseDate(edtf)).toMatchObject({ ok: true, value: { precision, estimated } });
  });

  it('contains every day that its words allow', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) }), (day) => {
        const iso = isoDay(day);
        for (const told of [iso, iso.slice(0, 7), iso.slice(0, 4), `${iso}/${iso}`]) {
          const span = spanForConditions(told);
          if (span === null) throw new Error(`${told} refused`);
          expect(span.firstDay).toBeLessThanOrEqual(day);
          expect(span.lastDay).toBeGreaterThanOrEqual(day);
        }
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9~/-]{0,24}$/)), (typed) => {
        expect(typeof parseDate(typed).ok).toBe('boolean');
        expect(typeof formatDate(typed, 'fr')).toBe('string');
      }),
    );
  });
});

describe('spanForConditions', () => {
  it('gives the days of a date that is told as certain', () => {
    expect(spanForConditions('2007-05-12')).toEqual({
      firstDay: dayNumber(2007, 5, 12),
      lastDay: dayNumber(2007, 5, 12),
    });
  });

  it.each(['2007~', '2007-05-12~', '2006~/2007', 'garbage'])('gives no certainty for %s', (edtf) => {
    expect(spanForConditions(edtf)).toBeNull();
  });
});

describe('formatDate', () => {
  it.each([
    ['2007-03-12', '12 mars 2007', '12 March 2007'],
    ['2007-03-01', '1er mars 2007', '1 March 2007'],
    ['2007-08', 'août 2007', 'August 2007'],
    ['2007', '2007', '2007'],
    ['2007~', 'vers 2007', 'about 2007'],
    ['2007-03~', 'vers mars 2007', 'about March 2007'],
    ['2007-03-12~', 'vers le 12 mars 2007', 'about 12 March 2007'],
    ['2006/2007-03-01', 'entre 2006 et le 1er mars 2007', 'between 2006 and 1 March 2007'],
    ['2007-02-31', '2007-02-31', '2007-02-31'],
  ])('%s reads %j, %j', (edtf, fr, en) => {
    expect(formatDate(edtf, 'fr')).toBe(fr);
    expect(formatDate(edtf, 'en')).toBe(en);
  });
});
