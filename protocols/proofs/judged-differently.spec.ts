import { findJudgedDifferently, type Solver, startSolver } from '@repere/protocol-verifier';
import { encodingOf, type Fault, libraryWith } from './library';

describe('cases that two versions judge differently', () => {
  let solver: Solver;
  beforeAll(() => (solver = startSolver()));
  afterAll(() => solver.stop());

  const compare = (protocol: string, ...changes: readonly Omit<Fault, 'protocol'>[]) =>
    findJudgedDifferently(
      encodingOf(libraryWith()),
      encodingOf(libraryWith(...changes.map((it) => ({ protocol, ...it })))),
      protocol,
      solver.solve,
    );

  it('are none where only words change', async () => {
    expect(await compare('age-doubt', { part: 'title: Doute sur l', by: 'title: Un doute sur l' })).toEqual(
      [],
    );
  }, 120_000);

  it('are told with their facts, and with what became weaker', async () => {
    const found = await compare('protection', {
      part: 'prosecutor_anyway: danger = "immediate_grave" or crime_facts = "yes"',
      by: 'prosecutor_anyway: danger = "immediate_grave"',
    });
    const lost = found.find(({ id, after }) => id === 'report_prosecutor' && after === 'not-applicable');
    expect(lost).toMatchObject({ kind: 'step-applies', isWeaker: true });
    expect(lost?.model.facts['protection.crime_facts']).toBe('yes');
    expect(found.every(({ before, after }) => before !== after)).toBe(true);
  }, 120_000);

  it('are weaker where a margin gets smaller, and never where it grows', async () => {
    const [smaller, larger] = await Promise.all(
      ['12', '24'].map((months) =>
        compare('age-doubt', { part: 'FLOOR: { value: 18,', by: `FLOOR: { value: ${months},` }),
      ),
    );
    expect(smaller?.some(({ isWeaker }) => isWeaker)).toBe(true);
    expect(larger).not.toEqual([]);
    expect(larger?.filter(({ isWeaker }) => isWeaker)).toEqual([]);
  }, 240_000);

  it('have done nothing in steps that are new', async () => {
    const found = await compare('identification', {
      part: '  - id: signs\n',
      by: `  - id: new_step
    kind: form
    title: { fr: Nouveau, en: New }
    by: [TS]
    basis: S13
  - id: signs
    when: done(new_step)
`,
    });
    expect(found.map(({ kind, id, after, isWeaker }) => ({ kind, id, after, isWeaker }))).toContainEqual({
      kind: 'step-applies',
      id: 'signs',
      after: 'not-applicable',
      isWeaker: true,
    });
    expect(found.filter(({ after }) => after === 'applies')).toEqual([]);
  }, 120_000);
});
