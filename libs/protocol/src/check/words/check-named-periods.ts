import { parseWithin, text } from '@repere/feel';
import type { DeadlineDefinition, StepDefinition } from '../../documents/document';
import type { Check } from '../checking';

type Unit = 'hours' | 'days' | 'working-days' | 'months';

/** A length of time that words name: `72 h`, `8 jours`, `5 working days`, `3 mois`. */
interface Period {
  readonly unit: Unit;
  readonly count: number;
  readonly words: string;
}

/**
 * A title that names a period names one by which the step goes: whoever reads it counts on that number. Guidance may name others
 * beside it; where it names periods and none is the step's own, that is a slip too.
 */
export const checkNamedPeriods: Check = function* ({ document }) {
  for (const [index, step] of document.steps.entries()) {
    const own = periodsOf(step);
    const [due] = own;
    if (!due) continue;
    for (const language of ['fr', 'en'] as const)
      for (const key of ['title', 'guidance'] as const) {
        const named = periodsIn(step[key]?.[language] ?? '');
        // Guidance speaks of much else: only a period of the deadline's own kind can be meant for it.
        const meant = key === 'title' ? named : named.filter((it) => isAlike(it, due));
        const [first] = meant;
        if (!first || meant.some((it) => own.some((other) => isSame(it, other)))) continue;
        const [fr, en] = key === 'title' ? ['Le titre', 'title'] : ['Le conseil', 'guidance'];
        yield {
          code: `${key}-names-other-period`,
          at: ['steps', index, key],
          severity: 'warning',
          message: text(
            `${fr}${language === 'en' ? ' anglais' : ''} dit « ${first.words} », l’échéance « ${due.words} ».`,
            `The ${language === 'en' ? 'English' : 'French'} ${en} says “${first.words}”, the deadline “${due.words}”.`,
          ),
          remedy: text(
            'Mettez le même délai ici et dans l’échéance, ou retirez-le d’ici.',
            'Give this text and the deadline the same period, or leave it out of the text.',
          ),
        };
      }
  }
};

/** The deadline first; when it opens, what follows lateness and how often it comes again may be named as well. */
function periodsOf({ due, opensAt }: StepDefinition): readonly Period[] {
  if (!due) return [];
  const texts = [due.within, ...(opensAt ? [opensAt.after] : []), ...lateOf(due)];
  return texts.flatMap((words) => {
    const within = parseWithin(words);
    if (!within || within.unit === 'at-once' || within.unit === 'end-of-day') return [];
    const isYear = within.unit === 'years';
    return [
      { unit: isYear ? 'months' : within.unit, count: isYear ? within.count * 12 : within.count, words },
    ];
  });
}

const lateOf = ({ late, every = [] }: DeadlineDefinition): readonly string[] => [
  ...late.map(({ after }) => after),
  ...every.map(({ is }) => is),
];

const NAMED =
  /(?<![\p{L}\p{N}.,])(\d{1,4})\s{0,3}(h|heures?|hours?|jours? ouvr(?:é|able)s?|working days?|jours?|days?|mois|months?|ans?|years?)(?![\p{L}\p{N}])/giu;

function periodsIn(title: string): readonly Period[] {
  return [...title.matchAll(NAMED)].flatMap(([words, count = '', unit = '']): Period[] => {
    const name = unit.toLowerCase();
    const number = Number(count);
    if (/^h/.test(name)) return [{ unit: 'hours', count: number, words }];
    if (/^(jours? ouvr|working)/.test(name)) return [{ unit: 'working-days', count: number, words }];
    if (/^(jour|day)/.test(name)) return [{ unit: 'days', count: number, words }];
    if (/^(mois|month)/.test(name)) return [{ unit: 'months', count: number, words }];
    // An age: "17 ans".
    return [];
  });
}

/** Hours and days are told for each other; working days and months stand alone. */
const isAlike = (a: Period, b: Period): boolean => kindOf(a) === kindOf(b);
const kindOf = ({ unit }: Period): string => (unit === 'days' ? 'hours' : unit);

/** Three days are 72 hours. */
function isSame(a: Period, b: Period): boolean {
  const inHours = ({ unit, count }: Period): string =>
    unit === 'days' ? `hours ${String(count * 24)}` : `${unit} ${String(count)}`;
  return inHours(a) === inHours(b);
}
