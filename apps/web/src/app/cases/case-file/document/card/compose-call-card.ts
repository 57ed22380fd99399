import type { CaseFile, Person, TimelineEntry } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { orderSteps } from '@repere/case-engine';
import type { Language, SpaceTime } from '@repere/ui';
import { formatPerson } from '../../../people/format-person';
import { shownName } from '../../../shown-name';
import { dueOnPaper } from '../due-on-paper';
import { safeContactOf, type SafeContactWords } from '../../heading/safe-contact';

/** What fits on one page beside the rest. `more`: how many there are besides. */
export interface Few<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

export interface CallCard {
  readonly contact: SafeContactWords;
  /** The child's words, the latest first. */
  readonly said: Few<{ readonly words: string; readonly entry: TimelineEntry }>;
  readonly calls: Few<{ readonly who: string; readonly numbers: string }>;
  readonly people: Few<{ readonly id: string; readonly name: string; readonly about: string }>;
  readonly notToCall: Few<string>;
  readonly due: Few<{ readonly id: string; readonly title: string; readonly when: string }>;
}

/** The card is one page whatever the case holds: so many lines of each, so many signs a line. */
export const MOST = { said: 2, calls: 4, people: 5, notToCall: 4, due: 5 } as const;
const SIGNS = { said: 150, line: 50, name: 40 } as const;

type Words = Pick<Language, 't' | 'localize'>;
type Time = Pick<SpaceTime, 'exactly' | 'time'>;

/** In large letters a page of A4 holds two thirds more rows than these beside title and headings. */
const LARGE_UP_TO = 24;
/** Letters of a row, of the page and of one of its two columns. */
const ROW = { page: 90, column: 42 } as const;

/** Whether the card may be printed in larger letters, and still is one page. */
export function isLargeCard({ contact, said, calls, people, notToCall, due }: CallCard): boolean {
  const rows = [
    ...contact.lines.map((it) => rowsOf(it.label, it.said)),
    ...calls.shown.map((it) => rowsOf(it.who, it.numbers)),
    ...people.shown.map((it) => rowsOf(it.name, it.about)),
    ...due.shown.map((it) => rowsOf(it.title, it.when)),
    ...said.shown.map(({ words }) => Math.ceil((words.length + WHEN) / ROW.page)),
    Math.ceil(notToCall.shown.join(', ').length / ROW.page),
  ];
  return rows.reduce((sum, each) => sum + each, 0) <= LARGE_UP_TO;
}

/** Letters of the date beside a quotation. */
const WHEN = 40;
const rowsOf = (...columns: readonly string[]): number =>
  Math.max(...columns.map(({ length }) => Math.ceil(length / ROW.column)));

/** What somebody wrote as one quotation: the paper quotes it, and would do so twice. */
const QUOTED = /^(?:«([^«»]*)»|“([^“”]*)”|"([^"]*)")$/;

const withoutQuotes = (words: string): string => {
  const found = QUOTED.exec(words.trim());
  return found ? (found[1] ?? found[2] ?? found[3] ?? '').trim() : words;
};

/** The one page to carry: how to reach the child, what they said, whom to call and whom not, what is due. */
export function composeCallCard(
  caseFile: CaseFile,
  entries: readonly TimelineEntry[],
  language: Words,
  time: Time,
): CallCard {
  const { t, localize } = language;
  const contact = safeContactOf(caseFile, language);
  const [may, mayNot] = [true, false].map((may) =>
    caseFile.people.filter(({ mayBeContacted }) => mayBeContacted === may),
  );
  const named = (person: Person): string => clip(shownName(person.name, t('case.name-redacted')), SIGNS.name);
  return {
    contact: {
      ...contact,
      lines: contact.lines.map(({ label, said }) => ({ label, said: clip(said, SIGNS.line) })),
    },
    said: few(
      entries.flatMap((entry) =>
        entry.childView && 'said' in entry.childView
          ? [{ words: clip(withoutQuotes(entry.childView.said), SIGNS.said), entry }]
          : [],
      ),
      MOST.said,
    ),
    calls: few(
      caseFile.calls.map(({ who, numbers }) => ({
        who: clip(localize(who), SIGNS.line),
        numbers: numbers.join(' · ') || t('case.document.card.local-number'),
      })),
      MOST.calls,
    ),
    people: few(
      (may ?? []).map((person) => ({
        id: person.id,
        name: named(person),
        about: clip(
          [reachOf(person), formatPerson(person, language)].filter(Boolean).join(' · '),
          SIGNS.line,
        ),
      })),
      MOST.people,
    ),
    notToCall: few((mayNot ?? []).map(named), MOST.notToCall),
    due: few(dueOf(caseFile, language, time), MOST.due),
  };
}

const reachOf = ({ contact }: Person): string => (contact && !isRedacted(contact) ? contact : '');

/** What runs, in the one order of the case. */
function dueOf({ state }: CaseFile, language: Words, time: Time) {
  return orderSteps(state).flatMap(({ run, step, of, deadline }) => {
    const when = deadline?.metAt === null ? dueOnPaper(deadline, language, time) : null;
    const title = clip(language.localize(step.title), SIGNS.line);
    return when === null ? [] : [{ id: `${run.runId}/${step.id}/${of}`, title, when }];
  });
}

const few = <T>(all: readonly T[], most: number): Few<T> => ({
  shown: all.slice(0, most),
  more: Math.max(0, all.length - most),
});

const clip = (words: string, signs: number): string => {
  const letters = [...words.replaceAll(/\s+/g, ' ').trim()];
  return letters.length > signs
    ? `${letters
        .slice(0, signs - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
};
