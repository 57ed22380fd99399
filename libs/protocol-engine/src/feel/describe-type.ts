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
