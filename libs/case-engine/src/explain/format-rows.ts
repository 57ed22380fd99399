import { formatMonths, text, type Text, type Value } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { RowSaysView } from '../journal/engine-types';
import type { CompiledFact } from '../compile/protocol-set';
import { FIGURE_PLACE, figuresIn } from '@repere/protocol';
import { rowsOf } from '../facts/read-facts';
import type { RunFold } from '../fold/run-fold';
import { nameReferences } from './name-reference';
import { listed } from './words';

/** What the rows of the run's lists say with their figures, lists and rows in order; rows that say nothing are left out. */
export function formatRows(fold: CaseFold, run: RunFold): readonly RowSaysView[] {
  const lists = run.protocol.ownFacts.filter(({ list }) => list !== null && list.says.length > 0);
  if (lists.length === 0) return [];
  const outer = { run: fold.run, row: fold.row };
  fold.run = run;
  try {
    return lists.flatMap((fact) =>
      rowsOf(fold, fact).flatMap(({ id, fields }) => formatRow(fold, run, fact, id, fields)),
    );
  } finally {
    fold.run = outer.run;
    fold.row = outer.row;
  }
}

function formatRow(
  fold: CaseFold,
  run: RunFold,
  fact: CompiledFact,
  row: string,
  fields: Readonly<Record<string, Value>>,
): readonly RowSaysView[] {
  fold.row = { ...fields };
  const { says = [] } = fact.list ?? {};
  const parts = says.flatMap((part, line) => {
    const said = part.when.test(fold) === true ? fillWords(part.text, fact, fields) : null;
    return said ? [{ line, said }] : [];
  });
  if (parts.length === 0) return formatMissing(fold, run, fact, row);
  const joined = text(parts.map(({ said }) => said.fr).join(''), parts.map(({ said }) => said.en).join(''));
  return [{ list: fact.id, row, lines: parts.map(({ line }) => line), text: joined }];
}

/** What has to become known before the row says anything, never which answer would make it say what. */
function formatMissing(
  fold: CaseFold,
  run: RunFold,
  fact: CompiledFact,
  row: string,
): readonly RowSaysView[] {
  const open = (fact.list?.says ?? []).flatMap(({ when }, line) =>
    when.test(fold) === null ? [{ when, line }] : [],
  );
  const named = open.flatMap(({ when }) => nameReferences(fold, run, -1, when, 'unresolved'));
  const titles = new Map(
    named.map((it) => {
      const field = it.part === undefined ? undefined : it.fact?.list?.fieldOf.get(it.part);
      return [`${it.name}.${it.part ?? ''}`, field?.definition.title ?? it.title] as const;
    }),
  );
  if (titles.size === 0) return [];
  const { fr, en } = listed([...titles.values()]);
  return [
    {
      list: fact.id,
      row,
      lines: open.map(({ line }) => line),
      text: text(`Il manque encore : ${fr}.`, `Still missing: ${en}.`),
    },
  ];
}

/** The part with its figures; `null` while one of them is not exactly known. */
function fillWords(words: Text, fact: CompiledFact, fields: Readonly<Record<string, Value>>): Text | null {
  const names = [...figuresIn(words.fr), ...figuresIn(words.en)];
  const figures = new Map(names.map((name) => [name, formatFigure(fact, name, fields[name] ?? null)]));
  if ([...figures.values()].some((it) => it === null)) return null;
  const put = (language: 'fr' | 'en') =>
    words[language].replace(FIGURE_PLACE, (_, name: string) => figures.get(name)?.[language] ?? '');
  return text(put('fr'), put('en'));
}

/** Derived figures are in months where a field of the row is. */
function formatFigure({ list }: CompiledFact, name: string, value: Value): Text | null {
  if (typeof value !== 'number') return null;
  const field = list?.fieldOf.get(name);
  const isMonths = field ? isInMonths(field) : list?.fields.some(isInMonths);
  return isMonths ? formatMonths(value) : text(String(value), String(value));
}

const isInMonths = ({ type }: CompiledFact): boolean => type.kind === 'number' && type.unit === 'months';
