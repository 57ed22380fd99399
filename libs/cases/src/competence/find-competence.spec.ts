import type { FactView } from '@repere/case-engine';
import type { CompetenceGround, CompetenceRule, FactValue } from '@repere/protocol';
import fc from 'fast-check';
import { findCompetence } from './find-competence';

const NOTHING: CompetenceGround = { known: [], recorded: [], unless: [], done: [], open: [] };

const rule = (
  id: string,
  authority: string,
  ...any: readonly Partial<CompetenceGround>[]
): CompetenceRule => ({
  ...{ id, authority, because: { fr: id, en: id }, basis: ['F31'], seized: [] },
  any: any.map((it) => ({ ...NOTHING, ...it })),
});

const fact = (name: string, value: FactValue, seq = 1): FactView => ({
  ...{ fact: name, runId: null, value, entryId: `e${String(seq)}`, seq },
});

const RULES = [
  rule('placed', 'judge', {
    recorded: [{ fact: 'order_by', in: ['judge'] }],
    unless: [{ fact: 'ruling', in: ['lifted'] }],
  }),
  rule('grave', 'prosecutor', { known: [{ fact: 'danger', in: ['grave'] }] }),
  rule('debt', 'judge', { known: [{ fact: 'signs.debt', in: ['yes'] }] }),
  rule('told', 'prosecutor', { done: ['refuge.report'] }),
  rule('held', 'prosecutor', { open: ['border'] }),
  rule('risk', 'department', { known: [{ fact: 'danger', in: ['grave', 'mild'] }] }),
];

const find = (facts: readonly FactView[], runs: Parameters<typeof findCompetence>[1]['runs'] = []) =>
  findCompetence(RULES, { facts, runs });

describe('which authority is competent', () => {
  it('is decided by the first rule that exactly holds', () => {
    const { decided, open } = find([fact('danger', 'grave'), fact('signs', { debt: 'no' })]);
    expect(decided?.id).toBe('grave');
    expect(open).toEqual([]);
  });

  it('is not decided by what nobody knows: the question is named, of another authority alone', () => {
    expect(find([]).decided).toBeNull();
    expect(find([]).open.map((it) => [it.rule.id, it.facts])).toEqual([
      ['grave', ['danger']],
      ['debt', ['signs.debt']],
      ['risk', ['danger']],
    ]);
    const { decided, open } = find([fact('danger', 'mild')]);
    expect(decided?.id).toBe('risk');
    expect(open.map((it) => it.facts)).toEqual([['signs.debt']]);
  });

  it.each<[string, FactValue]>([
    ['unknown', { answer: 'unknown' }],
    ['not asked', { answer: 'not-asked' }],
    ['refused, with words', { answer: 'refused', note: 'plus tard' }],
  ])('takes an answer that is %s for none', (_, value) => {
    const { decided, open } = find([fact('danger', value), fact('signs', { debt: 'yes' })]);
    expect(decided?.id).toBe('debt');
    expect(open.map(({ rule: { id } }) => id)).toEqual(['grave']);
  });

  it('takes an act that nobody recorded for none, and one of which somebody could not say for open', () => {
    expect(find([fact('danger', 'grave')]).open).toEqual([]);
    const { decided, open } = find([fact('order_by', { answer: 'unknown' }), fact('danger', 'grave')]);
    expect(decided?.id).toBe('grave');
    expect(open.map((it) => it.facts)).toEqual([['order_by']]);
  });

  it('reads an item with words beside it, and does not take a missing one for no', () => {
    const said = (value: FactValue) => find([fact('danger', 'mild'), fact('signs', value)]);
    expect(said({ debt: { answer: 'yes', note: 'dit' } }).decided?.id).toBe('debt');
    expect(said({ phone: 'yes' }).open.map((it) => it.facts)).toEqual([['signs.debt']]);
    expect(said({ debt: 'no' }).open).toEqual([]);
  });

  it('ends with what ends it, and begins again with an act recorded after that', () => {
    const lifted = fact('ruling', 'lifted', 5);
    expect(find([fact('order_by', 'judge', 4), lifted, fact('danger', 'mild')]).decided?.id).toBe('risk');
    expect(find([fact('order_by', 'judge', 6), lifted]).decided?.id).toBe('placed');
    expect(find([fact('order_by', 'judge', 4), fact('ruling', 'kept', 5)]).decided?.id).toBe('placed');
    expect(find([fact('order_by', 'judge', 4), fact('ruling', { answer: 'unknown' }, 5)]).decided?.id).toBe(
      'placed',
    );
  });

  it('goes by steps that were done and protocols that are under way', () => {
    const step = (entryIds: readonly string[]) => [
      { runId: 'r1', protocol: 'refuge', ended: false, steps: [{ id: 'report', entryIds }] },
    ];
    expect(find([fact('danger', 'mild')], step(['e1'])).decided?.id).toBe('told');
    expect(find([fact('danger', 'mild')], step([])).decided?.id).toBe('risk');
    expect(find([], [{ runId: 'r1', protocol: 'border', ended: false, steps: [] }]).decided?.id).toBe('held');
    expect(find([], [{ runId: 'r1', protocol: 'border', ended: true, steps: [] }]).decided).toBeNull();
  });

  it('once an answer is forgotten decides the same, or names the question that it leaves', () => {
    const answers = fc.record({
      order_by: fc.constantFrom('judge', 'none'),
      danger: fc.constantFrom('grave', 'mild', 'none'),
      debt: fc.constantFrom('yes' as const, 'no' as const),
    });
    const without: FactValue = { answer: 'unknown' };
    fc.assert(
      fc.property(answers, fc.constantFrom('order_by', 'danger', 'debt'), (said, gone) => {
        const known = (name: keyof typeof said) => (name === gone ? without : said[name]);
        const { debt } = said;
        const before = find([
          fact('order_by', said.order_by),
          fact('danger', said.danger),
          fact('signs', { debt }),
        ]);
        const after = find([
          fact('order_by', known('order_by')),
          fact('danger', known('danger')),
          fact('signs', gone === 'debt' ? without : { debt }),
        ]);
        const named = [after.decided?.authority, ...after.open.map((it) => it.rule.authority)];
        if (before.decided) expect(named).toContain(before.decided.authority);
      }),
    );
  });

  it('is not ended by how another time ended: what was held again is held', () => {
    const rules = [
      rule('held', 'prosecutor', { open: ['border'], unless: [{ fact: 'exit', in: ['entered'] }] }),
    ];
    const run = (runId: string, ended: boolean) => ({ ...{ runId, protocol: 'border', ended }, steps: [] });
    const exit = (runId: string) => ({ ...fact('exit', 'entered', 4), runId });
    const decided = (runs: readonly ReturnType<typeof run>[], facts: readonly FactView[]) =>
      findCompetence(rules, { facts, runs }).decided?.id;
    expect(decided([run('r1', true), run('r2', false)], [exit('r1')])).toBe('held');
    expect(decided([run('r1', true), run('r2', false)], [exit('r1'), exit('r2')])).toBeUndefined();
    expect(decided([run('r1', false)], [exit('r1')])).toBeUndefined();
    expect(decided([run('r1', true)], [])).toBeUndefined();
  });
});
