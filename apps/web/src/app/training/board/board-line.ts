import type { GroupStanding } from '@repere/contract';
import { formatLength, type Language, type SpaceTime } from '@repere/ui';

/** Nobody of a class did anything for so long: whoever leads may want to go and see. Ours, TOOL. */
export const QUIET_AFTER_SECONDS = 5 * 60;

/** A class on the board, in the words of the screen. */
export interface BoardLine {
  readonly key: string;
  readonly title: string;
  readonly isHere: boolean;
  readonly about: string;
  readonly clock: string;
  readonly people: string;
  readonly waiting: number;
  readonly lastAct: string;
  /** Nothing was done for a while by anybody who is in. */
  readonly isQuiet: boolean;
  readonly progress: readonly {
    readonly id: 'steps' | 'expectations';
    readonly done: number;
    readonly of: number;
  }[];
  readonly late: string | null;
  /** Who has done nothing for a while, the longest first. */
  readonly quiet: readonly string[];
}

type Tools = Pick<Language, 't' | 'count' | 'localize' | 'current'> & {
  readonly time: Pick<SpaceTime, 'exactly'>;
};

export function showBoardLine(group: GroupStanding, tools: Tools): BoardLine {
  const { t, count, localize, time } = tools;
  const lengthOf = (seconds: number): string => formatLength(seconds * 1000, tools.current());
  const { key, title, isHere, learners, waiting, mode, scenario, case: file } = group;
  const last = file?.lastAct ?? null;
  const sinceOf = (seconds: number): string =>
    seconds < 60 ? t('training.board.just-now') : t('training.board.ago', { length: lengthOf(seconds) });
  const quiet = learners.filter((it) => isQuietFor(it.secondsSince ?? it.secondsIn));
  return {
    ...{ key, title, isHere, waiting },
    about: [
      scenario ? localize(scenario) : t('training.board.no-scenario'),
      t(`training.group.mode-short.${mode}`),
    ].join(' – '),
    clock: time.exactly(group.now),
    people: count('training.board.people', learners.length),
    lastAct: last
      ? t('training.board.last-act', {
          act: [last.who ?? '', localize(last.what)].filter(Boolean).join(' '),
          since: sinceOf(last.secondsSince),
        })
      : t(file ? 'training.board.no-act' : 'training.board.no-case'),
    isQuiet:
      learners.length > 0 &&
      isQuietFor(last?.secondsSince ?? Math.max(...learners.map(({ secondsIn }) => secondsIn))),
    progress: file
      ? [
          { id: 'steps' as const, ...file.steps },
          ...(file.expectations ? [{ id: 'expectations' as const, ...file.expectations }] : []),
        ].filter(({ of }) => of > 0)
      : [],
    late: file?.late
      ? t('training.board.late', { step: localize(file.late.title), since: time.exactly(file.late.since) })
      : null,
    quiet: quiet.map(({ name, secondsSince }) =>
      secondsSince === null
        ? t('training.board.nothing-yet', { name })
        : t('training.board.quiet-since', { name, length: lengthOf(secondsSince) }),
    ),
  };
}

const isQuietFor = (seconds: number): boolean => seconds >= QUIET_AFTER_SECONDS;
