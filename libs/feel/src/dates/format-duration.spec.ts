import { formatDuration } from './format-duration';

describe('a duration in words', () => {
  it.each([
    ['PT2H30M', '2 heures et 30 minutes', '2 hours and 30 minutes'],
    ['PT90M', '90 minutes', '90 minutes'],
    ['P1D', '1 jour', '1 day'],
    ['P0D', '0 jour', '0 days'],
    ['P2W', '2 semaines', '2 weeks'],
    ['P1Y2M3DT4H', '1 an, 2 mois, 3 jours et 4 heures', '1 year, 2 months, 3 days and 4 hours'],
    ['P6M', '6 mois', '6 months'],
    ['PT1S', '1 seconde', '1 second'],
  ])('%s is %s, %s', (iso, fr, en) => expect(formatDuration(iso)).toEqual({ fr, en }));

  it.each(['', 'P', 'PT', '2 h', 'P1.5D'])('%p, which is none, stays as it is written', (iso) =>
    expect(formatDuration(iso)).toEqual({ fr: iso, en: iso }),
  );
});
