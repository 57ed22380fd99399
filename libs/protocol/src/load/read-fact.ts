import { FACT_TYPES } from '../fact-types';
import type { FactDefinition, FieldClass } from '../documents/document';
import type { Translation } from '../translation/translation';
import { type FactYaml, listOfBasis, type TextYaml } from '../yaml/yaml-shapes';
import type { Path } from '../yaml/yaml-source';

/** A fact with its defaults, both languages, and its codes with their words. Fields of a row take their list's class. */
export function readFact(
  id: string,
  yaml: FactYaml,
  at: Path,
  words: Translation,
  from?: { readonly class: FieldClass; readonly changes: FactDefinition['changes'] },
): FactDefinition {
  const fieldClass = yaml.class ?? from?.class ?? 'situation';
  const changes = yaml.changes ?? from?.changes ?? 'never';
  const {
    values,
    items,
    row,
    says,
    reportableEvents,
    hint,
    labels: _labels,
    title,
    basis,
    class: _class,
    ...rest
  } = yaml;
  const codes = codesOf(yaml);
  return {
    ...rest,
    id,
    class: fieldClass,
    changes,
    title: words.text(title, [...at, 'title'], [...at, 'title']),
    ...(hint !== undefined && { hint: words.text(hint, [...at, 'hint'], [...at, 'hint']) }),
    ...(codes.length > 0 && {
      values: codes.map((code) => ({
        code: code.code,
        label: words.text(code.words, [...at, ...code.at], [...at, 'values', code.code]),
      })),
    }),
    ...(items && {
      items: Object.entries(items).map(([item, said]) => readItem(item, said, [...at, 'items', item], words)),
    }),
    ...(row && {
      row: Object.fromEntries(
        Object.entries(row).map(([field, definition]) => [
          field,
          readFact(field, definition, [...at, 'row', field], words, { class: fieldClass, changes }),
        ]),
      ),
    }),
    ...(says && {
      says: says.map(({ when, text }, line) => ({
        when,
        text: words.text(text, [...at, 'says', line, 'text'], [...at, 'says', line, 'text']),
      })),
    }),
    ...(reportableEvents && {
      reportableEvents: reportableEvents.map(
        ({ title: told, hint: more, asks, call, urgent, ...line }, index) => ({
          ...line,
          title: words.text(
            told,
            [...at, 'reportableEvents', index, 'title'],
            [...at, 'reportableEvents', index, 'title'],
          ),
          ...(more !== undefined && {
            hint: words.text(
              more,
              [...at, 'reportableEvents', index, 'hint'],
              [...at, 'reportableEvents', index, 'hint'],
            ),
          }),
          asks: asks ?? [],
          call: call ?? [],
          urgent: urgent ?? false,
        }),
      ),
    }),
    basis: listOfBasis(basis),
  };
}

/** Codes in order with their words, wherever they stand: `values` as a map, or `labels`; without words the code itself. */
function codesOf(yaml: FactYaml): readonly { code: string; words: TextYaml; at: Path }[] {
  // An unknown kind, or one that has no words of its own, says so elsewhere.
  if (!('values' in (FACT_TYPES[yaml.type]?.schema ?? {}))) return [];
  const { values, ranked, labels = {} } = yaml;
  const spelled =
    values !== undefined && !Array.isArray(values) ? (values as Readonly<Record<string, TextYaml>>) : {};
  const order: readonly string[] = Array.isArray(values)
    ? values
    : values
      ? Object.keys(spelled)
      : (ranked ?? []);
  return order.map((code) => {
    // `constructor` is a code as any other: only what is written counts.
    if (Object.hasOwn(spelled, code))
      return { code, words: spelled[code] ?? same(code), at: ['values', code] };
    const said = Object.hasOwn(labels, code) ? labels[code] : undefined;
    return { code, words: said ?? same(code), at: ['labels', code] };
  });
}

const same = (code: string): TextYaml => ({ fr: code, en: code });

function readItem(
  id: string,
  said: TextYaml | { readonly label?: TextYaml; readonly hint?: TextYaml },
  at: Path,
  words: Translation,
): NonNullable<FactDefinition['items']>[number] {
  const isText = typeof said === 'string' || 'fr' in said;
  const label = isText ? said : (said.label ?? id);
  const hint = isText ? undefined : said.hint;
  return {
    id,
    label: words.text(label, isText ? at : [...at, 'label'], [...at, 'label']),
    ...(hint !== undefined && { hint: words.text(hint, [...at, 'hint'], [...at, 'hint']) }),
  };
}
