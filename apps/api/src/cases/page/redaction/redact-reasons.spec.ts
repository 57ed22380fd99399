import type { FactDefinition, FieldClass } from '@repere/protocol';
import type { Reason } from '@repere/case-engine';
import type { LoadedCase } from '../../reading/loaded-case';
import { redactReasons, isReasonRedacted } from './redact-reasons';

const FACTS = {
  signs: { id: 'signs', type: 'checklist', class: 'health' },
  exams: {
    ...{ id: 'exams', type: 'list', class: 'situation', derived: { doubles: 'weight * 2' } },
    row: { weight: { id: 'weight', type: 'number', class: 'health' } },
  },
  danger: { id: 'danger', type: 'choice', class: 'situation' },
} as unknown as Readonly<Record<string, FactDefinition>>;

/** A case in which signs and the weights of exams are about health. */
const FILE = {
  hasRun: () => true,
  findStep: () => undefined,
  findFact: (_run: string | null, id: string) => {
    const [head = id, field] = id.split('.');
    return field === undefined ? FACTS[head] : FACTS[head]?.row?.[field];
  },
  documentOf: () => ({ derived: { at_risk: 'signs.debt = "yes"' } }),
} as unknown as LoadedCase;

const isTold = (about: readonly string[], redacted: FieldClass): boolean => {
  const reason: Reason = { code: 'requires', text: { fr: 'Dit.', en: 'Said.' }, about };
  return redactReasons(FILE, [reason], new Set([redacted]), 'r').every((it) => !isReasonRedacted(it));
};

describe('why something is refused, to who may not see what it stands on', () => {
  it.each([
    ['a fact', ['signs']],
    ['one item of a checklist', ['signs.debt']],
    ['a field of rows', ['exams.weight']],
    ['what is derived from an item', ['at_risk']],
    ['what is derived in each row', ['exams.doubles']],
  ])('is not told of %s', (_what, about) => {
    expect(isTold(about, 'health')).toBe(false);
    expect(isTold(about, 'judicial')).toBe(true);
  });

  it('is told of what they see', () => expect(isTold(['danger', 'exams'], 'health')).toBe(true));
});
