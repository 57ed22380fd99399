import { type Text, text } from '../value';

const WRITTEN =
  /^(-?)P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS = [
  ['an', 'ans', 'year', 'years'],
  ['mois', 'mois', 'month', 'months'],
  ['semaine', 'semaines', 'week', 'weeks'],
  ['jour', 'jours', 'day', 'days'],
  ['heure', 'heures', 'hour', 'hours'],
  ['minute', 'minutes', 'minute', 'minutes'],
  ['seconde', 'secondes', 'second', 'seconds'],
] as const;

/** An ISO 8601 duration in words, each unit as it was given: `PT2H30M` is "2 heures et 30 minutes". What is none stays as it is written. */
export function formatDuration(iso: string): Text {
  const [, sign = '', ...amounts] = WRITTEN.exec(iso) ?? [];
  const given = UNITS.flatMap((unit, place) => {
    const amount = amounts[place];
    return amount === undefined ? [] : [{ unit, count: Number(amount) }];
  });
  if (given.length === 0) return text(iso, iso);
  return {
    fr:
      sign +
      list(
        given.map(({ unit: [un, plusieurs], count }) => `${String(count)} ${count < 2 ? un : plusieurs}`),
        'et',
      ),
    en:
      sign +
      list(
        given.map(({ unit: [, , one, several], count }) => `${String(count)} ${count === 1 ? one : several}`),
        'and',
      ),
  };
}

const list = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1) ?? ''}`;
