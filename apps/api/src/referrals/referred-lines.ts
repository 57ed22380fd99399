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
  const lines: readonly (readonly [FieldClass, ReferredLine])[] = [
    ...childLines(knownChild(file))
      .filter(({ fieldClass }) => !withheld.has(fieldClass))
      .map(({ fieldClass, title, shown }) => [fieldClass, { title, shown, at: null }] as const),
    ...cutFacts(file, withheld).facts.flatMap((it) => factLines(file, it)),
  ];
  const byClass = Map.groupBy(lines, ([fieldClass]) => fieldClass);
  return new Map([...byClass].map(([fieldClass, found]) => [fieldClass, found.map(([, line]) => line)]));
}

function factLines(
  file: LoadedCase,
  { fact, runId, value, rows, entryId }: FactView,
): readonly (readonly [FieldClass, ReferredLine])[] {
  const definition = file.findFact(runId, fact);
  if (!definition || KNOWN_OF_CHILD.includes(fact) || tellsOfOthers(fact, definition)) return [];
  const recordedAt = file.journal.find(({ id }) => id === entryId)?.recordedAt;
  const at = recordedAt === undefined ? null : new Date(recordedAt).toISOString();
  const texts = rows
    ? rows.flatMap(({ values }) => sayRow(definition.row ?? {}, values))
    : [showValue(definition, value)];
  return texts.map((shown) => [definition.class, { title: definition.title, shown, at }]);
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

/** A row of a list in one line; nothing when no field of it is shown. */
function sayRow(fields: Readonly<Record<string, FactDefinition>>, values: FactValues): readonly Words[] {
  const parts = Object.entries(values).map(([field, value]) => {
    const title = fields[field]?.title ?? same(field);
    const shown = showValue(fields[field], value);
    return { fr: `${title.fr}\u00a0: ${shown.fr}`, en: `${title.en}: ${shown.en}` };
  });
  if (parts.length === 0) return [];
  return [{ fr: parts.map(({ fr }) => fr).join(' · '), en: parts.map(({ en }) => en).join(' · ') }];
}
