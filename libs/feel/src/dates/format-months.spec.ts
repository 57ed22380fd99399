import { formatMonths } from './format-months';

it.each([
  [216, '18 ans', '18 years'],
  [234, '19 ans et 6 mois', '19 years and 6 months'],
  [217, '18 ans et 1 mois', '18 years and 1 month'],
  [234.3, '19 ans et 6,3 mois', '19 years and 6.3 months'],
  [216.001, '18 ans et 0,001 mois', '18 years and 0.001 months'],
  [18, '18 mois', '18 months'],
  [18.5, '18,5 mois', '18.5 months'],
  [24, '2 ans', '2 years'],
  [1, '1 mois', '1 month'],
  [0, '0 mois', '0 months'],
])('%d months are %s', (months, fr, en) => expect(formatMonths(months)).toEqual({ fr, en }));
