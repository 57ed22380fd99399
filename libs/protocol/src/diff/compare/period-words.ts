import { parseWithin, type Text } from '@repere/feel';

const UNITS = {
  hours: ['heure', 'heures', 'hour', 'hours'],
  days: ['jour', 'jours', 'day', 'days'],
  'working-days': ['jour ouvré', 'jours ouvrés', 'working day', 'working days'],
  months: ['mois', 'mois', 'month', 'months'],
  years: ['an', 'ans', 'year', 'years'],
} as const;

/** A period in words: "5 jours ouvrés", "sans délai". What is not a period stays as it is written. */
export function periodWords(period: string): Text {
  const within = parseWithin(period);
  if (!within) return { fr: period, en: period };
  switch (within.unit) {
    case 'at-once':
      return { fr: 'sans délai', en: 'at once' };
    case 'end-of-day':
      return { fr: 'avant la fin du jour', en: 'by the end of the day' };
    case 'hours':
    case 'days':
    case 'working-days':
    case 'months':
    case 'years': {
      const [un, plusieurs, one, several] = UNITS[within.unit];
      const { count } = within;
      return { fr: `${count} ${count < 2 ? un : plusieurs}`, en: `${count} ${count === 1 ? one : several}` };
    }
  }
}
