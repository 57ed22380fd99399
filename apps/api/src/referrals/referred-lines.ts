import type { Words } from '@repere/cases';
import type { ReferredLine } from '@repere/privacy';
import type { FactDefinition, FactValues, FactView, FieldClass } from '@repere/protocol-engine';
import { KNOWN_OF_CHILD, knownChild } from '../cases/known-child';
import type { LoadedCase } from '../cases/loaded-case';
import { cutFacts } from '../cases/page/cut-view';
import { childLines } from '../cases/words/child-lines';
import { same, showValue } from '../cases/words/show-value';

/**
 * What is known of a child by classes of fields, line by line, as a referral carries it: who they are, and facts. Nothing of how
 * the case is handled: no step, date, note, opinion or person around.
 */
export function referredLines(
  file: LoadedCase,
  withheld: ReadonlySet<FieldClass>,
): ReadonlyMap<FieldClass, readonly ReferredLine[]> {
  const { facts } = cutFacts(file, withheld);
  const lines: readonly (readonly [FieldClass, ReferredLine])[] = [
    ...childLines(knownChild(file))
      .filter(({ fieldClass }) => !withheld.has(fieldClass))
      .map(({ fieldClass, title, shown }) => [fieldClass, { title, shown, at: null }] as const),
    ...file.view.facts.flatMap((known) => {
      const shown = facts.find(({ fact, runId }) => fact === known.fact && runId === known.runId);
      return shown ? factLines(file, known, shown, withheld) : withheldLines(file, known, withheld);
    }),
  ];
  const byClass = Map.groupBy(lines, ([fieldClass]) => fieldClass);
  return new Map([...byClass].map(([fieldClass, found]) => [fieldClass, found.map(([, line]) => line)]));
}

/** A fact as far as it is shown; of the rows of a list, the texts that are not are named. */
function factLines(
  file: LoadedCase,
  known: FactView,
  { value, rows }: FactView,
  withheld: ReadonlySet<FieldClass>,
): readonly (readonly [FieldClass, ReferredLine])[] {
  const definition = file.findFact(known.runId, known.fact);
  if (!definition || !isCarried(known.fact, definition)) return [];
  const at = recordedAt(file, known);
  const shownOf = new Map(rows?.map((row) => [row.id, row.values]));
  const texts = known.rows
    ? known.rows.flatMap((row) =>
        sayRow(definition.row ?? {}, row.values, shownOf.get(row.id) ?? {}, withheld),
      )
    : [showValue(definition, value)];
  return texts.map((shown) => [definition.class, { title: definition.title, shown, at }]);
}

/** What stands in the place of a text that may tell of more than the referral carries. */
export const TEXT_WITHHELD: Words = {
  fr: 'Texte non montré : il peut toucher à ce qui n’est pas partagé. Demandez à l’équipe.',
  en: 'Text not shown: it may touch on what is not shared. Ask the team.',
};

/** A fact whose class is carried and whose text isn't: nothing looks as if it had not been recorded. */
function withheldLines(
  file: LoadedCase,
  known: FactView,
  withheld: ReadonlySet<FieldClass>,
): readonly (readonly [FieldClass, ReferredLine])[] {
  const definition = file.findFact(known.runId, known.fact);
  if (!definition || withheld.has(definition.class) || !isCarried(known.fact, definition)) return [];
  const line = { title: definition.title, shown: TEXT_WITHHELD, at: recordedAt(file, known) };
  return [[definition.class, line]];
}

const isCarried = (fact: string, definition: FactDefinition): boolean =>
  !KNOWN_OF_CHILD.includes(fact) && !tellsOfOthers(fact, definition);

function recordedAt({ journal }: LoadedCase, { entryId }: FactView): string | null {
  const entry = journal.find(({ id }) => id === entryId);
  return entry === undefined ? null : new Date(entry.recordedAt).toISOString();
}

/** What may name somebody else, or say what somebody is to the child: in doubt it is left out. */
function tellsOfOthers(fact: string, { type, class: fieldClass, row }: FactDefinition): boolean {
  const fields = Object.values(row ?? {});
  if (fields.length > 0)
    return fields.some((field) => field.class === 'identity' || field.class === 'people');
  return type === 'text' && fieldClass === 'identity' && !OWN_TEXTS.includes(fact);
}

/** Texts that identify the child and nobody else. */
const OWN_TEXTS: readonly string[] = ['language_understood'];

/** A row of a list in one line; nothing when none of its fields is carried. */
function sayRow(
  fields: Readonly<Record<string, FactDefinition>>,
  known: FactValues,
  shown: FactValues,
  withheld: ReadonlySet<FieldClass>,
): readonly Words[] {
  const carried = Object.keys(known).filter((it) => it in shown || isClassCarried(fields[it], withheld));
  if (carried.length === 0) return [];
  if (!carried.some((it) => it in shown)) return [TEXT_WITHHELD];
  const parts = carried.map((field) => {
    const title = fields[field]?.title ?? same(field);
    const value = shown[field];
    const said = value === undefined ? TEXT_WITHHELD : showValue(fields[field], value);
    return { fr: `${title.fr}\u00a0: ${said.fr}`, en: `${title.en}: ${said.en}` };
  });
  return [{ fr: parts.map(({ fr }) => fr).join(' · '), en: parts.map(({ en }) => en).join(' · ') }];
}

const isClassCarried = (field: FactDefinition | undefined, withheld: ReadonlySet<FieldClass>): boolean =>
  field !== undefined && !withheld.has(field.class);
