import type { Words } from '@repere/cases';
import { FACT_TYPES, type FactDefinition, type FactValues, type FieldClass } from '@repere/protocol';
import type { FactView } from '@repere/case-engine';
import { KNOWN_OF_CHILD, knownChild } from '../cases/reading/known-child';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { redactFacts } from '../cases/page/redaction/redact-view';
import { childLines } from '../cases/words/child-lines';
import { same, showValue } from '../cases/words/show-value';

/** One line of what is known, as a partner would read it. */
export interface ReferredLine {
  /** What it tells of, whatever it says: a field of the child, a fact, or a row of one. */
  readonly of: string;
  readonly title: Words;
  readonly shown: Words;
  readonly at: string | null;
}

/**
 * What is known of a child by classes of fields, line by line, as a referral carries it: who they are, and facts. Nothing of how
 * the case is handled: no step, date, note, opinion or person around.
 */
export function referredLines(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
): ReadonlyMap<FieldClass, readonly ReferredLine[]> {
  const { facts } = redactFacts(file, redacted);
  const lines: readonly (readonly [FieldClass, ReferredLine])[] = [
    ...childLines(knownChild(file))
      .filter(({ fieldClass }) => !redacted.has(fieldClass))
      .map(
        ({ of, fieldClass, title, shown }) =>
          [fieldClass, { of: `child/${of}`, title, shown, at: null }] as const,
      ),
    ...file.view.facts.flatMap((known) => {
      const definition = file.findFact(known.runId, known.fact);
      if (!definition || !isCarried(definition)) return [];
      const shown = facts.find(({ fact, runId }) => fact === known.fact && runId === known.runId);
      const at = recordedAt(file, known);
      return textsOf(definition, known, shown, redacted).map(
        ({ row, text }) =>
          [definition.class, { of: placeOf(known, row), title: definition.title, shown: text, at }] as const,
      );
    }),
  ];
  const byClass = Map.groupBy(lines, ([fieldClass]) => fieldClass);
  return new Map([...byClass].map(([fieldClass, found]) => [fieldClass, found.map(([, line]) => line)]));
}

/** What stands in the place of a text that may tell of more than the referral carries. */
export const TEXT_REDACTED: Words = {
  fr: 'Texte non montré : il peut toucher à ce qui n’est pas partagé. Demandez à l’équipe.',
  en: 'Text not shown: it may touch on what is not shared. Ask the team.',
};

/**
 * What is said of a fact: as far as it is shown, of the rows of a list each by itself. Where its class is carried and its text
 * isn't, that is said, so that nothing looks as if it had not been recorded.
 */
function textsOf(
  definition: FactDefinition,
  known: FactView,
  shown: FactView | undefined,
  redacted: ReadonlySet<FieldClass>,
): readonly { readonly row?: string; readonly text: Words }[] {
  if (!shown) return redacted.has(definition.class) ? [] : [{ text: TEXT_REDACTED }];
  if (!known.rows) return [{ text: showValue(definition, shown.value) }];
  const shownOf = new Map(shown.rows?.map((row) => [row.id, row.values]));
  return known.rows.flatMap((row) =>
    formatRow(definition.row ?? {}, row.values, shownOf.get(row.id) ?? {}, redacted).map((text) => ({
      row: row.id,
      text,
    })),
  );
}

const placeOf = ({ runId, fact }: FactView, row?: string): string =>
  ['fact', runId, fact, row].filter((it) => it !== undefined).join('/');

const isCarried = (definition: FactDefinition): boolean =>
  !(definition.role && KNOWN_OF_CHILD.includes(definition.role)) && !tellsOfOthers(definition);

function recordedAt({ journal }: LoadedCase, { entryId }: FactView): string | null {
  const entry = journal.find(({ id }) => id === entryId);
  return entry === undefined ? null : new Date(entry.recordedAt).toISOString();
}

/** What may name somebody else, or say what somebody is to the child: in doubt it is left out. */
function tellsOfOthers({ type, class: fieldClass, row, role }: FactDefinition): boolean {
  const fields = Object.values(row ?? {});
  if (fields.length > 0)
    return fields.some((field) => field.class === 'identity' || field.class === 'people');
  // The language that the child understands identifies nobody else.
  return FACT_TYPES[type].isOwnWords && fieldClass === 'identity' && role !== 'language';
}

/** A row of a list in one line; nothing when none of its fields is carried. */
function formatRow(
  fields: Readonly<Record<string, FactDefinition>>,
  known: FactValues,
  shown: FactValues,
  redacted: ReadonlySet<FieldClass>,
): readonly Words[] {
  const carried = Object.keys(known).filter((it) => it in shown || isClassCarried(fields[it], redacted));
  if (carried.length === 0) return [];
  if (!carried.some((it) => it in shown)) return [TEXT_REDACTED];
  const parts = carried.map((field) => {
    const title = fields[field]?.title ?? same(field);
    const value = shown[field];
    const said = value === undefined ? TEXT_REDACTED : showValue(fields[field], value);
    return { fr: `${title.fr}\u00a0: ${said.fr}`, en: `${title.en}: ${said.en}` };
  });
  return [{ fr: parts.map(({ fr }) => fr).join(' · '), en: parts.map(({ en }) => en).join(' · ') }];
}

const isClassCarried = (field: FactDefinition | undefined, redacted: ReadonlySet<FieldClass>): boolean =>
  field !== undefined && !redacted.has(field.class);
