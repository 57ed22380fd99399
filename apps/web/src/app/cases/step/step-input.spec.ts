import type { StepPage } from '@repere/contract';
import { NO_DATE } from '@repere/ui/date';
import { asks, field, stepPage } from '../../../testing/fake-step';
import { isAsked, toStepInput } from './step-input';
import { NOTHING_TYPED } from './fields/typed-field';
import { firstTyped, NOBODY, type TypedStep } from './typed-step';

function sent(page: StepPage, change: Partial<TypedStep> = {}, relevance = {}) {
  const first = firstTyped(page, 'new-row');
  const fields = { ...first.fields, ...change.fields };
  return toStepInput(page, { ...first, ...change, fields }, relevance);
}
const text = (typed: string) => ({ ...NOTHING_TYPED, text: typed });

describe('what a step sends', () => {
  it('is nothing but an empty set of values for an untouched form', () => {
    expect(sent(stepPage({ fields: [field({ id: 'seen' })] }))).toEqual({ values: {} });
  });

  it('leaves out what certainly does not matter, keeps what may', () => {
    const page = stepPage({ fields: [field({ id: 'a' }), field({ id: 'b', relevant: null })] });
    const fields = { a: text('x'), b: text('y') };
    expect(sent(page, { fields }).values).toEqual({ a: 'x', b: 'y' });
    expect(sent(page, { fields }, { a: false }).values).toEqual({ b: 'y' });
  });

  it('asks what hangs on an open answer of the same form once that is given, be it ne sait pas', () => {
    const [decider, hanging] = [field({ id: 'a' }), field({ id: 'b', relevant: null, decidedBy: ['a'] })];
    const page = stepPage({ fields: [decider, hanging] });
    const asked = (typed: Partial<TypedStep['fields']>) =>
      isAsked(hanging, {}, page, {
        ...firstTyped(page, 'r'),
        fields: { a: NOTHING_TYPED, b: NOTHING_TYPED, ...typed },
      } as TypedStep);
    expect(asked({})).toBe(false);
    expect(asked({ a: text('x') })).toBe(true);
    expect(asked({ a: { ...NOTHING_TYPED, nonAnswer: 'unknown' } })).toBe(true);
  });

  it('does not tell again what is known, but where the step needs it told anew', () => {
    const knownField = (id: string, required: boolean, changes: 'never' | 'over-time') =>
      field({ id, required, changes, current: 'connu' });
    const page = stepPage({
      fields: [
        knownField('optional', false, 'over-time'),
        knownField('needed', true, 'over-time'),
        knownField('for_good', true, 'never'),
      ],
    });
    expect(sent(page).values).toEqual({ needed: 'connu' });
  });

  it('never sends what is redacted', () => {
    const page = stepPage({
      fields: [field({ id: 'health', required: true, current: { redacted: true, ask: 'supervisor' } })],
    });
    expect(sent(page).values).toEqual({});
  });

  it('takes a decision anew, with reasons of what is decided only', () => {
    const page = stepPage({
      fields: [field({ id: 'danger', type: 'choice', current: 'risk' })],
      asks: asks({
        decides: 'danger',
        reasons: {
          danger: [{ code: 'threats', label: { fr: 'menaces', en: 'threats' } }],
          none: [{ code: 'nothing_seen', label: { fr: 'rien vu', en: 'nothing seen' } }],
        },
      }),
    });
    expect(sent(page).values).toEqual({});
    const fields = { danger: { ...NOTHING_TYPED, code: 'danger' } };
    const input = sent(page, { fields, reasons: ['threats', 'nothing_seen'] });
    expect(input).toEqual({ values: { danger: 'danger' }, reasons: ['threats'] });
  });

  it('adds a row under the id that it was given, by the names of the row', () => {
    const page = stepPage({
      fields: [field({ id: 'exams.result' })],
      asks: asks({ adds: true, closes: true }),
    });
    const fields = { 'exams.result': text('reçu') };
    expect(sent(page, { fields })).toEqual({
      values: {},
      row: { id: 'new-row', values: { result: 'reçu' } },
    });
    expect(sent(page, { closes: true })).toEqual({ values: {}, closes: true });
  });

  it('says when: nothing for now, an hour with its day, a year alone', () => {
    const page = stepPage();
    const day = { ...NO_DATE, day: '3', month: '10', year: '2024' };
    expect(sent(page, { day, time: '14:05' }).occurredAt).toBeUndefined();
    expect(sent(page, { happened: 'earlier', day, time: '14:05' }).occurredAt).toBe('2024-10-03T14:05');
    expect(sent(page, { happened: 'earlier', day }).occurredAt).toBe('2024-10-03');
    expect(
      sent(page, { happened: 'earlier', day: { ...NO_DATE, year: '2024' }, time: '14:05' }).occurredAt,
    ).toBe('2024');
  });

  it('names who did it; only an interpreter has a language and a tie', () => {
    const person = { ...NOBODY, name: ' Ada ', language: 'peul', tie: 'none' as const };
    expect(sent(stepPage(), { who: [NOBODY] }).by).toBeUndefined();
    expect(
      sent(stepPage(), {
        who: [
          { ...person, role: 'INT' },
          { ...person, role: 'MED' },
        ],
      }).by,
    ).toEqual([
      { role: 'INT', name: 'Ada', language: 'peul', tie: 'none' },
      { role: 'MED', name: 'Ada' },
    ]);
  });

  it('keeps references of evidence, never an empty one', () => {
    const evidence = {
      sheet: { reference: ' F-12 ', place: '' },
      photo: { reference: ' ', place: 'coffre' },
    };
    expect(sent(stepPage(), { evidence }).evidence).toEqual({ sheet: { reference: 'F-12' } });
  });

  it('gives the child’s view, or why it is missing', () => {
    const view = (kind: 'said' | 'whyNot' | null) =>
      sent(stepPage(), { childView: { kind, text: ' non ' } }).childView;
    expect([view('said'), view('whyNot'), view(null)]).toEqual([
      { said: 'non' },
      { whyNot: 'non' },
      undefined,
    ]);
  });
});
