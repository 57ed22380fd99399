import type { Conference } from '@repere/contract';
import type { Language, SpaceTime } from '@repere/ui';
import { noonOf } from '../appointments/by-day';
import { lineMaker, type SaidLine } from '../platform/pages/said-lines';

/** Everything that was said of it at one moment, in the order of the minutes; of what nobody said there is no line. */
export function conferenceLines(it: Conference, language: Language, time: SpaceTime): readonly SaidLine[] {
  const { t, labelled } = language;
  const { line, shown, words } = lineMaker(language, 'conferences.hidden');
  const isWritten = it.state !== 'prepared';
  const withCame = (who: string, came: string): string =>
    isWritten ? labelled(who, t(`conferences.came-is.${came}`)) : who;
  return [
    ...line('conferences.purpose', words(it.purpose)),
    ...line(
      'conferences.members',
      shown(it.members, (all) => all.map(({ name, came }) => withCame(name, came)).join('\n')),
    ),
    ...line(
      'conferences.outside',
      shown(it.outside, (all) =>
        all.map(({ name, role, came }) => withCame(`${name}, ${role}`, came)).join('\n'),
      ),
    ),
    ...line(
      'conferences.points',
      shown(it.points, (all) =>
        all
          .map(
            ({ ground, text }) =>
              `${text}${ground === 'own' ? '' : ` (${t(`conferences.ground.${ground}`)})`}`,
          )
          .join('\n'),
      ),
    ),
    ...line('conferences.asked', t(`conferences.told-is.${it.asked}`)),
    ...(isWritten ? line('conferences.child-came', t(`conferences.child-is.${it.childCame}`)) : []),
    ...line('conferences.child-why-not', words(it.childWhyNot)),
    ...line('conferences.child-words', words(it.childWords)),
    ...line('conferences.teller', words(it.teller)),
    ...line('conferences.tell-by', it.tellBy && time.day(noonOf(it.tellBy), 'UTC')),
    ...it.decisions.flatMap(({ kind, what, why, lead }, at) => [
      {
        label: t('conferences.minutes.decision-nth', { nth: at + 1 }),
        said: [
          kind === 'hand-over'
            ? t('conferences.hand-over.to', { name: shown(lead, ({ name }) => name) ?? '' })
            : (words(what) ?? ''),
          t('conferences.minutes.because', { why: words(why) ?? '' }),
        ].join('\n'),
      },
    ]),
    ...line('conferences.summary', words(it.summary)),
    ...line('conferences.minutes.correction', words(it.correction)),
    ...line('conferences.judge.words', words(it.sentBack)),
    ...line(
      'conferences.said-by',
      shown(it.by, ({ name }) => name),
    ),
  ];
}
