import { entry, field, stepPage } from '../../../../testing/fake-step';
import { correctableFields, correctedValues, firstCorrection } from './correction';
import { NOTHING_TYPED } from '../fields/typed-field';

const both = (words: string) => ({ fr: words, en: words });
const page = stepPage({
  fields: [field({ id: 'seen' }), field({ id: 'health' }), field({ id: 'exams.margin', type: 'months' })],
});
const said = entry({
  rowId: 'row-1',
  values: [
    { fact: 'seen', title: both('Vu'), shown: both('rue'), value: 'rue' },
    { fact: 'health', title: both('Santé'), shown: both(''), redacted: true },
    { fact: 'exams.margin', title: both('Marge'), shown: both('18 mois'), value: 18 },
  ],
});

describe('a correction', () => {
  const fields = correctableFields(page, said);

  it('is of what the entry said and the reader may see', () => {
    expect(fields.map(({ field: { id } }) => id)).toEqual(['seen', 'exams.margin']);
    expect(fields[0]?.typed.text).toBe('rue');
  });

  it('takes nothing to be wrong by itself, but the only answer of an entry', () => {
    expect(firstCorrection(fields)).toEqual({});
    expect(Object.keys(firstCorrection(fields.slice(0, 1)))).toEqual(['seen']);
  });

  it('sends what was opened, and names the row of the entry', () => {
    const margin = { ...NOTHING_TYPED, months: { years: '2', months: '' } };
    expect(correctedValues(fields, { 'exams.margin': margin }, said)).toEqual({
      values: {},
      row: { id: 'row-1', values: { margin: 24 } },
      mistakes: [],
      isEmpty: false,
    });
  });

  it('says what is missing', () => {
    expect(correctedValues(fields, {}, said).isEmpty).toBe(true);
    expect(correctedValues(fields, { seen: NOTHING_TYPED }, said).mistakes).toEqual([
      { fieldId: 'field-seen', key: 'step.mistake.missing' },
    ]);
  });
});
