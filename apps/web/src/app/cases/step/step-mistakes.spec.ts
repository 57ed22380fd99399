import type { FieldView, ProblemReason, StepPage } from '@repere/contract';
import { NO_DATE } from '@repere/ui/date';
import { asks, field, stepPage } from '../../../testing/fake-step';
import { controlOf, mistakesIn } from './step-mistakes';
import { NOTHING_TYPED } from './fields/typed-field';
import { firstTyped, type TypedStep } from './typed-step';

function wrong(page: StepPage, change: Partial<TypedStep> = {}, relevance = {}) {
  const first = firstTyped(page, 'row');
  const typed = { ...first, ...change, fields: { ...first.fields, ...change.fields } };
  return mistakesIn(page, typed, relevance).map(({ fieldId, key }) => `${fieldId} ${key}`);
}
const needed = (change: Partial<FieldView> = {}) =>
  stepPage({ fields: [field({ id: 'seen', required: true, ...change })] });

describe('mistakes in a step', () => {
  it('are what is needed and missing; a non-answer is an answer', () => {
    expect(wrong(needed())).toEqual(['field-seen step.mistake.missing']);
    const refused = { ...NOTHING_TYPED, nonAnswer: 'refused' as const };
    expect(wrong(needed(), { fields: { seen: refused } })).toEqual([]);
  });

  it('never ask for what is known, redacted or does not matter', () => {
    expect(wrong(needed({ current: 'là' }))).toEqual([]);
    expect(wrong(needed({ current: { redacted: true, ask: 'supervisor' } }))).toEqual([]);
    expect(wrong(needed(), {}, { seen: false })).toEqual([]);
    expect(wrong(needed({ relevant: null }))).toEqual(['field-seen step.mistake.missing']);
  });

  it('ask again for a known value that was opened and emptied', () => {
    expect(wrong(needed({ current: 'là' }), { fields: { seen: NOTHING_TYPED } })).toEqual([
      'field-seen step.mistake.missing',
    ]);
  });

  it('need no row where there is no other', () => {
    const page = stepPage({
      fields: [field({ id: 'exams.result', required: true })],
      asks: asks({ adds: true, closes: true }),
    });
    expect(wrong(page)).toEqual(['field-exams-result step.mistake.missing']);
    expect(wrong(page, { closes: true })).toEqual([]);
  });

  it('need to know which row a step is about', () => {
    expect(wrong(stepPage({ asks: asks({ about: true }) }))).toEqual(['row step.mistake.row']);
    expect(wrong(stepPage({ asks: asks({ about: true }) }), { rowId: 'r' })).toEqual([]);
  });

  it('take a year alone for when it happened, not a day that does not exist', () => {
    const when = (change: object) =>
      wrong(stepPage(), { happened: 'earlier', day: { ...NO_DATE, ...change } });
    expect(when({ year: '2024' })).toEqual([]);
    expect(when({})).toEqual(['day step.mistake.day']);
    expect(when({ day: '31', month: '2', year: '2024' })).toEqual(['day ui.date.problem.no-such-day']);
  });
});

describe('a reason of the server', () => {
  const page = stepPage({ fields: [field({ id: 'seen' }), field({ id: 'exams.margin' })] });
  const at = (path?: string) => {
    const reason: ProblemReason = { code: 'x', text: { fr: '', en: '' }, field: path };
    return controlOf(reason, page);
  };

  it('leads to its control', () => {
    expect(at('values.seen')).toBe('field-seen');
    expect(at('row.margin')).toBe('field-exams-margin');
    expect(at('row.id')).toBe('row');
    expect(at('by.0')).toBe('who');
    expect(at('reasons.1')).toBe('reasons');
    expect(at('occurredAt')).toBe('day');
  });

  it('belongs to the step where it is about no control', () => {
    expect([at(), at('actor'), at('values.unheard_of')]).toEqual([undefined, undefined, undefined]);
  });
});
