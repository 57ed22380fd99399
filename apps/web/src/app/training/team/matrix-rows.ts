import type { CurriculumItem, PersonStanding, Standing } from '@repere/contract';
import { formatDate } from '@repere/feel';
import type { Language } from '@repere/ui';
import { formatRoles } from '../../access/format-roles';

type State = Standing['state'];

/** What somebody is late with, and what will be next, in the order in which it is said. */
const TO_DO = ['renewal-due', 'never', 'ends-soon'] as const satisfies readonly State[];

export interface MatrixColumn {
  readonly id: string;
  readonly title: string;
  /** "2 à refaire, 1 jamais": of everybody, whatever rows are shown. */
  readonly said: string;
  readonly isLate: boolean;
}

export interface MatrixCell {
  readonly item: string;
  readonly state: State;
  readonly title: string;
  readonly word: string;
  /** The last day on which it holds. */
  readonly until: string | null;
}

export interface MatrixRow {
  readonly person: PersonStanding;
  readonly role: string;
  readonly cells: readonly MatrixCell[];
  readonly said: string;
  readonly isLate: boolean;
  /** How many of its cells ask for something. */
  readonly toDo: number;
}

export const isLate = (state: State): boolean => state === 'renewal-due' || state === 'never';

/** Of one item, how many people are in which state. */
export function columnsOf(
  items: readonly CurriculumItem[],
  people: readonly PersonStanding[],
  language: Language,
): readonly MatrixColumn[] {
  return items.map(({ id, title }) => {
    const states = people.flatMap(({ standings }) =>
      standings.flatMap(({ item, state }) => (item === id ? [state] : [])),
    );
    return {
      ...{ id, title: language.localize(title) },
      ...{ said: summaryOf(states, language), isLate: states.some(isLate) },
    };
  });
}

/** One person a row, a word in each cell. */
export function rowsOf(
  items: readonly CurriculumItem[],
  people: readonly PersonStanding[],
  language: Language,
): readonly MatrixRow[] {
  return people.map((person) => {
    const cells = items.flatMap((item) => {
      const standing = person.standings.find((it) => it.item === item.id);
      return standing ? [cellOf(item, standing, language)] : [];
    });
    const states = cells.map(({ state }) => state);
    const toDo = states.filter((it) => isLate(it) || it === 'ends-soon').length;
    const said = toDo ? summaryOf(states, language) : language.t('training.team.state.up-to-date');
    return {
      person,
      role: formatRoles(person.roles, language.t),
      cells,
      said,
      isLate: states.some(isLate),
      toDo,
    };
  });
}

function cellOf({ id, title }: CurriculumItem, { state, until }: Standing, language: Language): MatrixCell {
  const holds = state === 'up-to-date' || state === 'ends-soon';
  return {
    ...{ item: id, state, title: language.localize(title) },
    word: language.t(`training.team.state.${state}`),
    until: holds && until !== null ? formatDate(until, language.current()) : null,
  };
}

function summaryOf(states: readonly State[], { count }: Language): string {
  return TO_DO.flatMap((state) => {
    const n = states.filter((it) => it === state).length;
    return n ? [count(`training.team.n.${state}`, n)] : [];
  }).join(', ');
}
