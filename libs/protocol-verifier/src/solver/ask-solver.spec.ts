import { askSolver, findEach } from './ask-solver';
import { Query } from './query';
import type { Encoding, Solve } from './solver-types';

const NO_MODEL = '(error "line 5 column 10: model is not available")\n';

describe('what the solver is asked', () => {
  const asked = (): { query: Query; goals: string[] } => {
    // Of no protocol: only constants are asked about.
    const query = new Query({ subjects: new Map() } as unknown as Encoding, false);
    return { query, goals: ['one', 'two', 'three'].map((name) => query.script.constant(name)) };
  };
  /** Answers one after the other. */
  const answering = (...outputs: readonly string[]): Solve => {
    const left = [...outputs];
    return () => Promise.resolve(left.shift() ?? '');
  };

  it('is answered with a case, or that there is none', async () => {
    const { query, goals } = asked();
    const found = askSolver(query, goals[0] ?? '', answering('sat\n((|one| true)\n (|two| false))\n'));
    expect(await found).toEqual({
      is: 'sat',
      values: new Map(Object.entries({ one: 'true', two: 'false' })),
    });
    expect(await askSolver(query, 'x', answering(`unsat\n${NO_MODEL}`))).toEqual({
      is: 'unsat',
      values: new Map(),
    });
  });

  it('fails where there is a case and no values of it', async () => {
    const { query, goals } = asked();
    await expect(askSolver(query, goals[0] ?? '', answering(`sat\n${NO_MODEL}`))).rejects.toThrow(
      'gives none',
    );
    const each = answering('sat\nunsat\nsat\n', `sat\n((|one| true))\nsat\n${NO_MODEL}`);
    await expect(findEach(query, goals, each)).rejects.toThrow('gives none');
  });

  it('gives each goal its own case, and fails where one is missing', async () => {
    const { query, goals } = asked();
    const whole = answering('sat\nunsat\nsat\n', 'sat\n((|one| true))\nsat\n((|three| true))\n');
    expect(await findEach(query, goals, whole)).toEqual([
      new Map([['one', 'true']]),
      null,
      new Map([['three', 'true']]),
    ]);
    const less = answering('sat\nunsat\nsat\n', `unknown\n${NO_MODEL}sat\n((|three| true))\n`);
    await expect(findEach(query, goals, less)).rejects.toThrow('1 cases where there are 2');
  });
});
