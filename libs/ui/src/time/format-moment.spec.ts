import fc from 'fast-check';
import {
  formatBriefly,
  formatDay,
  formatDeadline,
  formatExactly,
  formatLength,
  formatMoment,
  type Viewpoint,
} from './format-moment';

const paris: Viewpoint = {
  now: Date.parse('2026-03-12T14:00:00+01:00'),
  zone: 'Europe/Paris',
  language: 'fr',
};
const english: Viewpoint = { ...paris, language: 'en' };
const at = (iso: string) => Date.parse(iso);
const plain = (text: string) => text.replace(/[\u00a0\u202f’]/g, (found) => (found === '’' ? "'" : ' '));

describe('formatMoment', () => {
  it.each([
    ['2026-03-12T18:00:00+01:00', "aujourd'hui 18:00", 'today 18:00'],
    ['2026-03-13T09:05:00+01:00', 'demain 09:05', 'tomorrow 09:05'],
    ['2026-03-11T23:00:00+01:00', 'hier 23:00', 'yesterday 23:00'],
    ['2026-03-15T18:00:00+01:00', 'dimanche 18:00', 'Sunday 18:00'],
    ['2026-03-19T18:00:00+01:00', '19 mars', '19 March'],
    ['2027-01-04T08:00:00+01:00', '4 janvier 2027', '4 January 2027'],
    ['2027-01-01T08:00:00+01:00', '1er janvier 2027', '1 January 2027'],
    ['2026-05-01T08:00:00+02:00', '1er mai', '1 May'],
    ['2026-05-11T08:00:00+02:00', '11 mai', '11 May'],
  ])('tells %s', (iso, french, inEnglish) => {
    expect(plain(formatMoment(at(iso), paris))).toBe(french);
    expect(plain(formatMoment(at(iso), english))).toBe(inEnglish);
  });

  it('goes by the calendar of the zone, not of this machine', () => {
    const reunion: Viewpoint = { ...paris, zone: 'Indian/Reunion' };
    expect(plain(formatMoment(at('2026-03-12T21:30:00+01:00'), reunion))).toBe('demain 00:30');
    expect(plain(formatMoment(at('2026-03-12T21:30:00+01:00'), paris))).toBe("aujourd'hui 21:30");
  });

  it('never calls another day today', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (hours) => {
        const moment = paris.now + hours * 3_600_000;
        const sameDay = formatDay(moment, paris) === formatDay(paris.now, paris);
        expect(plain(formatMoment(moment, paris)).startsWith("aujourd'hui")).toBe(sameDay);
      }),
    );
  });
});

describe('formatBriefly', () => {
  it.each([
    ['2026-03-12T18:05:00+01:00', '18:05'],
    ['2026-03-12T00:00:00+01:00', '00:00'],
    ['2026-03-11T23:59:00+01:00', 'hier 23:59'],
    ['2026-03-13T02:00:00+01:00', 'demain 02:00'],
    ['2026-02-20T18:00:00+01:00', '20 février'],
  ])('tells the hour of today alone, and never that of another day: %s', (iso, words) => {
    expect(plain(formatBriefly(at(iso), paris))).toBe(words);
  });
});

describe('formatDeadline', () => {
  it.each([
    ['2026-03-12T23:59:59+01:00', "aujourd'hui"],
    ['2026-03-13T00:00:00+01:00', "aujourd'hui"],
    ['2026-03-12T00:00:00+01:00', 'hier'],
    ['2026-03-15T00:00:00+01:00', 'samedi'],
    ['2026-04-01T00:00:00+02:00', '31 mars'],
    ['2026-03-12T18:00:00+01:00', "aujourd'hui 18:00"],
  ])('takes the end of a day for that day: %s', (iso, french) => {
    expect(plain(formatDeadline(at(iso), paris))).toBe(french);
  });

  it('tells midnight itself where it is no deadline', () => {
    expect(plain(formatMoment(at('2026-03-13T00:00:00+01:00'), paris))).toBe('demain 00:00');
  });
});

it('says exactly which day, the first as one counts it', () => {
  expect(plain(formatExactly(at('2026-05-01T18:00:00+02:00'), paris))).toBe('vendredi 1er mai 2026 à 18:00');
  expect(plain(formatExactly(at('2026-05-21T18:00:00+02:00'), paris))).toBe('jeudi 21 mai 2026 à 18:00');
});

describe('formatLength', () => {
  it.each([
    [4 * 86_400_000 + 5, '4 jours', '4 days'],
    [86_400_000, '1 jour', '1 day'],
    [3 * 3_600_000, '3 heures', '3 hours'],
    [20 * 60_000, '20 minutes', '20 minutes'],
    [3_000, '1 minute', '1 minute'],
  ])('says %d ms by its largest unit', (length, french, inEnglish) => {
    expect(plain(formatLength(length, 'fr'))).toBe(french);
    expect(plain(formatLength(length, 'en'))).toBe(inEnglish);
  });
});
