import type { Text } from '../value';

/** Months below this are said in months: a margin is "18 months", an age "19 years and 6 months". */
const TWO_YEARS = 24;

/** A number of months, at most three decimals, in words: `234` is "19 ans et 6 mois", `18.5` "18,5 mois". */
export function formatMonths(months: number): Text {
  if (Math.abs(months) < TWO_YEARS) return inMonths(months);
  const years = Math.trunc(months / 12);
  // Exact: months have three decimals at most.
  const rest = Math.round((months - years * 12) * 1000) / 1000;
  const whole = { fr: `${String(years)} ans`, en: `${String(years)} years` };
  if (rest === 0) return whole;
  const more = inMonths(Math.abs(rest));
  return { fr: `${whole.fr} et ${more.fr}`, en: `${whole.en} and ${more.en}` };
}

function inMonths(months: number): Text {
  const figure = String(months);
  return { fr: `${figure.replace('.', ',')} mois`, en: `${figure} ${months === 1 ? 'month' : 'months'}` };
}
