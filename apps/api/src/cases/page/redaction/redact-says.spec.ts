import type { FactDefinition, FieldClass } from '@repere/protocol';
import type { RowSaysView } from '@repere/case-engine';
import type { LoadedCase } from '../../reading/loaded-case';
import { redactSays } from './redact-says';

const field = (fieldClass: FieldClass): FactDefinition =>
  ({ id: 'field', type: 'number', class: fieldClass }) as FactDefinition;
const SAID: RowSaysView = { list: 'exams', row: 'r1', lines: [0], text: { fr: 'Dit.', en: 'Said.' } };

/** A case whose exams say one thing with these words, where `count` is about places and `weight` about health. */
function saying(fr: string, en: string): LoadedCase {
  const says = [{ when: 'count > 0', text: { fr, en } }];
  const facts: Readonly<Record<string, unknown>> = {
    exams: { ...field('situation'), type: 'list', says, derived: { double: 'weight * 2' } },
    'exams.count': field('places'),
    'exams.weight': field('health'),
  };
  const file: Pick<LoadedCase, 'findFact' | 'documentOf'> = {
    findFact: (_run, id) => facts[id] as FactDefinition | undefined,
    documentOf: () => ({ derived: {} }) as ReturnType<LoadedCase['documentOf']>,
  };
  return file as LoadedCase;
}
const shown = (file: LoadedCase, ...redacted: FieldClass[]) =>
  redactSays(file, { runId: 'r', says: [SAID] }, new Set(redacted));

describe('what a row says, to who may not see all', () => {
  it('is shown where nothing of it is redacted', () => {
    expect(shown(saying('{count}', '{count}'), 'health')).toEqual([SAID]);
    expect(shown(saying('{weight}', '{weight}'))).toEqual([SAID]);
  });

  it.each([
    ['its condition', 'Trop.', 'Too many.', 'places'],
    ['a figure', '{weight}', '{weight}', 'health'],
    ['a figure of the French alone', '{weight}', 'heavy', 'health'],
    ['a figure of the English alone', 'lourd', '{weight}', 'health'],
    ['a figure derived from one', 'lourd', '{double}', 'health'],
  ] as const)('is not shown where %s is redacted', (_what, fr, en, redacted) => {
    expect(shown(saying(fr, en), redacted)).toEqual([]);
  });
});
