import { type Text, text } from '../value';
import type { FeelType } from '../expression-types';

/** What a type is called in messages. */
export function describeType(type: FeelType): Text {
  switch (type.kind) {
    case 'boolean':
      return text('une condition (vraie ou fausse)', 'a condition (true or false)');
    case 'number':
      return type.unit === undefined ? text('un nombre', 'a number') : UNITS[type.unit];
    case 'text':
      return text('un texte', 'a text');
    case 'choice':
      return isYesNo(type)
        ? text('une réponse oui/non', 'a yes/no answer')
        : text(`un code parmi ${listCodes(type.values)}`, `one code of ${listCodes(type.values)}`);
    case 'choices':
      return text(
        `plusieurs codes parmi ${listCodes(type.values)}`,
        `several codes of ${listCodes(type.values)}`,
      );
    case 'date':
      return text('une date', 'a date');
    case 'duration':
      return text('une durée', 'a duration');
    case 'checklist':
      return text('une grille', 'a checklist');
    case 'list':
      return text('une liste', 'a list');
    case 'row':
      return text('une ligne', 'a row');
    case 'name':
      return text('un nom', 'a label');
  }
}

const UNITS: Readonly<Record<'months' | 'count', Text>> = {
  months: text('un nombre de mois', 'a number of months'),
  count: text('un décompte', 'a count'),
};

/** The same for a term: a string that is written in the source is a text, whatever it is compared with. */
export function describeTerm(term: {
  readonly type: FeelType;
  readonly literal?: string | number | boolean;
}): Text {
  return typeof term.literal === 'string' ? text('un texte', 'a text') : describeType(term.type);
}

export function isYesNo(type: FeelType): boolean {
  return (
    type.kind === 'choice' &&
    type.values.length === 2 &&
    type.values.includes('yes') &&
    type.values.includes('no')
  );
}

export function listCodes(values: readonly string[]): string {
  const shown = values.slice(0, 6).map((value) => `"${value}"`);
  return values.length > 6 ? `${shown.join(', ')}, …` : shown.join(', ');
}
