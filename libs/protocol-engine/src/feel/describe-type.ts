import type { FeelType } from './contract';

/** What a type is called in messages. */
export function describeType(type: FeelType): string {
  switch (type.kind) {
    case 'boolean':
      return 'a condition (true or false)';
    case 'number':
      return type.unit === 'months' ? 'a number of months' : 'a number';
    case 'text':
      return 'a text';
    case 'choice':
      return isYesNo(type) ? 'a yes/no answer' : `one code of ${listCodes(type.values)}`;
    case 'choices':
      return `several codes of ${listCodes(type.values)}`;
    case 'date':
      return 'a date';
    case 'duration':
      return 'a duration';
    case 'checklist':
      return 'a checklist';
    case 'list':
      return 'a list';
    case 'row':
      return 'a row';
    case 'name':
      return 'a label';
  }
}

/** The same for a term: a string that is written in the source is a text, whatever it is compared with. */
export function describeTerm(term: {
  readonly type: FeelType;
  readonly literal?: string | number | boolean;
}): string {
  return typeof term.literal === 'string' ? 'a text' : describeType(term.type);
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
