import { dayNumber, dueAt, parseWithin, startOfDay } from '@repere/feel';
import { territories, territoryOf } from './territory-of';

function territory(code: string) {
  const found = territoryOf(code);
  if (!found) throw new Error(`no territory ${code}`);
  return found;
}
function holidaysOf(code: string, year: number): string[] {
  const all = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (territory(code).isHoliday(date)) all.push(date);
  }
  return all;
}

const NATIONAL_2025 = [
  '2025-01-01',
  '2025-04-21',
  '2025-05-01',
  '2025-05-08',
  '2025-05-29',
  '2025-06-09',
  '2025-07-14',
  '2025-08-15',
  '2025-11-01',
  '2025-11-11',
  '2025-12-25',
];

describe('territoryOf', () => {
  it('knows the 101 départements and six collectivities, once each, under zones that exist', () => {
    expect(territories).toHaveLength(107);
    expect(new Set(territories.map((it) => it.code)).size).toBe(107);
    for (const { zone } of territories) expect(() => startOfDay(20_000, zone)).not.toThrow();
  });

  it.each([
    ['93', 'Seine-Saint-Denis', 'Europe/Paris'],
    ['2A', 'Corse-du-Sud', 'Europe/Paris'],
    ['971', 'Guadeloupe', 'America/Guadeloupe'],
    ['972', 'Martinique', 'America/Martinique'],
    ['973', 'Guyane', 'America/Cayenne'],
    ['974', 'La Réunion', 'Indian/Reunion'],
    ['975', 'Saint-Pierre-et-Miquelon', 'America/Miquelon'],
    ['976', 'Mayotte', 'Indian/Mayotte'],
    ['988', 'Nouvelle-Calédonie', 'Pacific/Noumea'],
  ])('%s is %s, in %s', (code, name, zone) => {
    expect(territoryOf(code)).toMatchObject({ code, name, zone });
  });

  it.each(['', '0', '1', '00', '20', '96', '970', '984', '2a', '75001', 'FR', 'constructor'])(
    'knows no territory %j',
    (code) => expect(territoryOf(code)).toBeUndefined(),
  );
});

describe('isHoliday', () => {
  it('gives the eleven national holidays (Code du travail, L3133-1) in Paris and in Saint-Pierre-et-Miquelon', () => {
    expect(holidaysOf('75', 2025)).toEqual(NATIONAL_2025);
    expect(holidaysOf('975', 2025)).toEqual(NATIONAL_2025);
  });

  it.each([
    ['57', ['2025-04-18', '2025-12-26']],
    ['67', ['2025-04-18', '2025-12-26']],
    ['68', ['2025-04-18', '2025-12-26']],
    ['971', ['2025-04-18', '2025-05-27']],
    ['972', ['2025-04-18', '2025-05-22']],
    ['973', ['2025-06-10']],
    ['974', ['2025-12-20']],
    ['976', ['2025-04-27']],
    ['977', ['2025-10-09']],
    ['978', ['2025-05-27']],
    ['988', ['2025-09-24']],
  ])('adds to them in %s: %j', (code, added) => {
    expect(holidaysOf(code, 2025)).toEqual([...NATIONAL_2025, ...added].sort());
  });

  it.each([
    [2024, '2024-04-01'],
    [2026, '2026-04-06'],
    [2038, '2038-04-26'],
  ])('moves with Easter in %i', (year, easterMonday) => {
    expect(holidaysOf('75', year)).toContain(easterMonday);
    expect(holidaysOf('75', year)).toHaveLength(11);
  });

  it('makes working days differ from one département to the next', () => {
    const within = parseWithin('3 working days');
    if (!within) throw new Error('no period');
    const start = startOfDay(dayNumber(2025, 4, 16), 'Europe/Paris');
    const due = (code: string) => dueAt(start, within, territory(code)).dueAt;
    expect(due('54')).toBe(startOfDay(dayNumber(2025, 4, 23), 'Europe/Paris'));
    expect(due('57')).toBe(startOfDay(dayNumber(2025, 4, 24), 'Europe/Paris'));
  });
});
