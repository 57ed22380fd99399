import { explore, type Solver, startSolver } from '@repere/protocol-verifier';
import { type ExploreReport, loadLibrary } from '@repere/protocol';
import { readFiles } from '../read-files';

/** Promises of which neither the solver nor a short search can tell all: `repere protocol explore` looks farther. */
const MOST_BOUNDED = 12;

describe('the newest versions of all protocols, together', () => {
  let solver: Solver;
  let report: ExploreReport;
  beforeAll(async () => {
    solver = startSolver();
    report = await explore(loadLibrary(readFiles()), {
      solve: solver.solve,
      hash: () => '',
      only: ['safeguard', 'two-persons'],
      limits: { states: 150 },
    });
  }, 240_000);
  afterAll(() => solver.stop());

  it('break no promise but those that are known', () => {
    const broken = report.findings.filter(({ verdict }) => verdict === 'broken');
    const names = new Set(broken.map(({ protocol, id }) => `${protocol}/${id}`));
    expect([...names]).toEqual([]);
  });

  it('keep nearly all for certain', () => {
    const bounded = report.findings.filter(({ verdict }) => verdict === 'bounded');
    expect(bounded.map(({ protocol, id }) => `${protocol}/${id}`).length).toBeLessThanOrEqual(MOST_BOUNDED);
    expect(bounded.filter(({ bound }) => bound === undefined)).toEqual([]);
  });

  it('are said with what was looked at', () => {
    const { findings, covered, subjects } = report;
    expect(subjects.length).toBeGreaterThan(8);
    expect(covered.queries).toBeGreaterThan(20);
    expect(findings.filter((it) => it.method === 'solver' && it.covered.queries === 0)).toEqual([]);
    expect(
      findings.filter((it) => it.method === 'search' && it.verdict === 'proven' && it.covered.states === 0),
    ).toEqual([]);
  });
});
