import { startSolver, type Solver } from './start-solver';

describe('the solver', () => {
  let solver: Solver;
  beforeAll(() => (solver = startSolver()));
  afterAll(() => solver.stop());

  it('says what can be and what cannot', async () => {
    expect(await solver.solve('(declare-const a Int)(assert (> a 2))(check-sat)(get-value (a))')).toMatch(
      /^sat\s+\(\(a 3\)\)/,
    );
    expect(await solver.solve('(declare-const a Int)(assert (and (> a 2) (< a 3)))(check-sat)')).toMatch(
      /^unsat/,
    );
  });

  it('answers in the order of the questions, none seeing the names of another', async () => {
    const answers = await Promise.all(
      ['(declare-const a Bool)(check-sat)', '(declare-const a Int)(assert (< a a))(check-sat)'].map(
        solver.solve,
      ),
    );
    expect(answers.map((it) => it.trim())).toEqual(['sat', 'unsat']);
  });

  it('reads a long script to its end, again and again', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `|a name of some length, number ${i}|`);
    const long = [
      ...names.map((name) => `(declare-const ${name} Bool)`),
      ...names.slice(1).map((name, i) => `(assert (= ${name} ${names[i]}))`),
      `(assert (not (= ${names[0]} ${names.at(-1)})))`,
      '(check-sat)',
    ].join('\n');
    for (let i = 0; i < 3; i++) expect(await solver.solve(long)).toMatch(/^unsat/);
  });

  it('refuses a script with a mistake, and goes on', async () => {
    await expect(solver.solve('(assert (and a b))')).rejects.toThrow(/unknown constant a/);
    expect(await solver.solve('(check-sat)')).toMatch(/^sat/);
  });

  it('refuses what is asked after its end', async () => {
    const other = startSolver();
    const asked = other.solve('(check-sat)');
    other.stop();
    await expect(asked).rejects.toThrow('z3 has ended');
    await expect(other.solve('(check-sat)')).rejects.toThrow('z3 has ended');
  });
});
