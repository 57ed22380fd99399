import { compileCondition, compileExpression } from './compile-expression';
import { smallScope } from '../testing/small-scope';

describe('compileCondition', () => {
  it('gives a test for what is true, false or unknown', () => {
    const result = compileCondition('low > MAJ and papers = "absent"', smallScope);
    if (!result.ok) throw new Error('refused');
    expect(result.value.test({ low: 217, papers: 'absent' })).toBe(true);
    expect(result.value.test({ low: 217, papers: 'valid' })).toBe(false);
    expect(result.value.test({ low: 217 })).toBeNull();
    expect(result.value.source).toBe('low > MAJ and papers = "absent"');
    expect(result.value.references).toEqual([
      { name: 'low', kind: 'fact' },
      { name: 'MAJ', kind: 'limit' },
      { name: 'papers', kind: 'fact' },
    ]);
  });

  it('refuses what is no condition', () => {
    const result = compileCondition('low + 1', smallScope);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ from: 0, to: 7, remedy: { en: 'Compare it with something: low+1 = …' } }],
    });
  });

  it('takes a boolean fact as it is', () => {
    const result = compileCondition('assessed', smallScope);
    expect(result.ok && result.value.test({ assessed: false })).toBe(false);
    expect(result.ok && result.value.test({})).toBeNull();
  });
});

describe('compileExpression', () => {
  it.each([
    ['low + 1', 'number'],
    ['papers', 'choice'],
    ['birth', 'date'],
    ['low > 3', 'boolean'],
    ['"code"', 'choice'],
  ])('types %s as %s', (source, kind) => {
    const result = compileExpression(source, smallScope);
    expect(result.ok && result.value.type.kind).toBe(kind);
  });
});
