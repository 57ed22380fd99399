import { explore, type Solver, startSolver } from '@repere/protocol-verifier';
import { type ExploreReport, loadLibrary, newestVersions } from '@repere/protocol';
import { SEARCHED } from '../proofs/searched';
import { readFiles } from '../read-files';

/** Promises of which neither the solver nor a short search can tell all: `repere protocol explore` looks farther. */
const MOST_BOUNDED = 12;

const LIBRARY = loadLibrary(readFiles());

describe('the newest versions of all protocols, together', () => {
  let solver: Solver;
  let report: ExploreReport;
  beforeAll(async () => {
    solver = startSolver();
    report = await explore(LIBRARY, {
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

  it('have every safeguard proven by the solver alone, but those of which it is said why not', () => {
    const found = report.findings.filter(({ kind }) => kind === 'safeguard');
    const names = (all: typeof found) =>
      [...new Set(all.map(({ protocol, id }) => `${protocol}.${id}`))].sort();
    const written = newestVersions(LIBRARY.documents).flatMap(({ protocol, safeguards }) =>
      safeguards.map(({ id }) => `${protocol}.${id}`),
    );
    expect(names(found)).toEqual(written.sort());
    expect(names(found.filter(({ method }) => method === 'solver-and-search'))).toEqual(
      Object.keys(SEARCHED).sort(),
    );
    expect(
      names(found.filter(({ verdict, method }) => verdict !== 'proven' && method !== 'solver-and-search')),
    ).toEqual([]);
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
