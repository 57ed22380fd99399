import type { Problem } from '@repere/contract';
import { refusalLines } from './refusal-lines';

const names = new Map([
  ['child.phones', 'phones'],
  ['notDuplicates', 'why'],
]);
const refused = (...fields: (string | undefined)[]): Problem => ({
  type: 'about:blank',
  title: 'Refused',
  status: 422,
  code: 'refused',
  reasons: fields.map((field) => ({
    code: 'x',
    text: { fr: '', en: '' },
    ...(field !== undefined && { field }),
  })),
});
const fieldsOf = (...fields: (string | undefined)[]) =>
  refusalLines(refused(...fields), names).map(({ at }) => at);

describe('lines of a refusal', () => {
  it('go to the field that the server means', () => {
    expect(fieldsOf('child.phones.0', 'notDuplicates')).toEqual(['phones', 'why']);
  });

  it('stand alone where it means none of the form', () => {
    expect(fieldsOf('child.phonesBook', undefined)).toEqual([undefined, undefined]);
  });

  it('are one where it gives no reasons', () => {
    expect(fieldsOf()).toEqual([undefined]);
  });
});
