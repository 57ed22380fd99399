import type { FieldClass } from '@repere/protocol';
import type { Reason } from '@repere/case-engine';
import type { Words } from '@repere/cases';
import { sightOfRow, type ValueSight } from '../disclosure/value-sight';
import type { LoadedCase } from '../reading/loaded-case';
import { showValue } from '../words/show-value';
import { redactValue } from './redaction/redact-value';

/** The same reasons, each naming the rows that it is about as far as the reader may see them: `Samia, mère, impliqué·e`. */
export const nameRows = (
  file: LoadedCase,
  reasons: readonly Reason[],
  redacted: ReadonlySet<FieldClass>,
): readonly Reason[] =>
  reasons.map((reason) => {
    const named = rowsIn(file, reason).flatMap(({ id, list, values }) =>
      nameRow(file, list, values, sightOfRow(file, id, redacted)),
    );
    if (named.length === 0) return reason;
    const join = (language: keyof Words): string => named.map((it) => it[language]).join(' ; ');
    return {
      ...reason,
      text: { fr: `${reason.text.fr} (${join('fr')})`, en: `${reason.text.en} (${join('en')})` },
    };
  });

type Row = NonNullable<LoadedCase['view']['facts'][number]['rows']>[number];

function rowsIn(file: LoadedCase, { rows }: Reason): readonly (Row & { readonly list: string })[] {
  if (!rows) return [];
  const known = file.view.facts.find(({ fact }) => fact === rows.list)?.rows ?? [];
  return known.filter(({ id }) => rows.ids.includes(id)).map((row) => ({ ...row, list: rows.list }));
}

/** Short fields name a row: who, their relation, their role. Longer ones are on the page. */
function nameRow(file: LoadedCase, list: string, values: Row['values'], sight: ValueSight): readonly Words[] {
  const parts = NAMING.flatMap((role) => {
    const field = file.idOf(role);
    if (field === undefined) return [];
    const value = values[field];
    const definition = file.findFact(null, `${list}.${field}`);
    if (value === undefined || !definition) return [];
    const shownValue = redactValue(definition, value, sight);
    return shownValue.isRedacted ? [] : [showValue(definition, shownValue.value)];
  });
  const join = (language: keyof Words): string => parts.map((it) => it[language]).join(', ');
  return parts.length > 0 ? [{ fr: join('fr'), en: join('en') }] : [];
}

/** Of the people around the child. */
const NAMING = ['person-name', 'relation', 'family-role'] as const;
