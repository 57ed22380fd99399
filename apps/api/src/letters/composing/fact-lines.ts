import type { FactView } from '@repere/case-engine';
import {
  answerToItem,
  type ChecklistAnswers,
  FACT_TYPES,
  type FactDefinition,
  type FieldClass,
  isSaidByItem,
} from '@repere/protocol';
import { redactFacts } from '../../cases/page/redaction/redact-view';
import { KNOWN_OF_CHILD } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { hasNote, withoutNotes } from '../../cases/words/notes-beside';
import { showValue } from '../../cases/words/show-value';
import { knownSince } from './known-since';
import { type LetterLine, titled } from './letter-line';

/** The most closed class of what a line tells decides for all of it. */
const CLOSED: Readonly<Record<FieldClass, number>> = {
  ...{ health: 10, opinion: 9, contact: 8, people: 7, places: 6, narrative: 5 },
  ...{ staff: 4, identity: 3, judicial: 2, situation: 1 },
};

export const mostClosed = ([first, ...others]: readonly [FieldClass, ...FieldClass[]]): FieldClass =>
  others.reduce((most, it) => (CLOSED[it] > CLOSED[most] ? it : most), first);

/** What is known of the case, fact by fact and row by row, as far as the reader sees it. Who the child is stands elsewhere. */
export function factLines(file: LoadedCase, redacted: ReadonlySet<FieldClass>): readonly LetterLine[] {
  return redactFacts(file, redacted).facts.flatMap((known) => {
    const definition = file.findFact(known.runId, known.fact);
    if (!definition || (definition.role && KNOWN_OF_CHILD.includes(definition.role))) return [];
    return known.rows ? rowLines(definition, known) : [...valueLines(file, definition, known)];
  });
}

function* valueLines(file: LoadedCase, definition: FactDefinition, known: FactView): Iterable<LetterLine> {
  const { fact, runId, value } = known;
  const since = knownSince(file, known);
  const id = `fact/${runId ?? ''}/${fact}`;
  const isWords = FACT_TYPES[definition.type].isOwnWords && definition.namesNobody !== true;
  const title = definition.title.fr;
  yield {
    id,
    fieldClass: definition.class,
    text: titled(title, showValue(definition, withoutNotes(value)).fr) + since,
    fact: runId === null ? fact : `${file.documentOf(runId).protocol}.${fact}`,
    ...(isSaidByItem(definition) && {
      sheet: { title, since, labels: ticked(definition, value as ChecklistAnswers) },
    }),
    isOpen: !isWords,
  };
  // Words beside an answer may tell of more than its class.
  if (hasNote(value))
    yield {
      ...{ id: `${id}/note`, of: id },
      fieldClass: mostClosed([definition.class, 'narrative']),
      text: titled(title, showValue(definition, value).fr) + since,
      isOpen: false,
    };
}

const ticked = ({ items = [] }: FactDefinition, answers: ChecklistAnswers): ReadonlyMap<string, string> =>
  new Map(
    items.flatMap(({ id, label }) => {
      const answer = answers[id];
      return answer !== undefined && answerToItem(answer) === 'yes' ? [[id, label.fr]] : [];
    }),
  );

function rowLines(definition: FactDefinition, { fact, runId, rows = [] }: FactView): readonly LetterLine[] {
  const fields = definition.row ?? {};
  const isAboutPeople = definition.role === 'people-around';
  return rows.flatMap((row): readonly LetterLine[] => {
    const told = Object.entries(row.values);
    const [first, ...others] = told.map(([field]) => fields[field]?.class ?? definition.class);
    if (!first) return [];
    const said = told.map(([field, value]) => {
      const of = fields[field];
      return titled(of?.title.fr ?? field, showValue(of, value).fr);
    });
    return [
      {
        id: `fact/${runId ?? ''}/${fact}/${row.id}`,
        fieldClass: mostClosed([first, ...others, ...(isAboutPeople ? (['people'] as const) : [])]),
        text: titled(definition.title.fr, said.join(' · ')),
        isOpen: false,
      },
    ];
  });
}
