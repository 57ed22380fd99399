import { loadLibrary } from '@repere/protocol';
import { type Solver, startSolver } from '@repere/protocol-verifier';
import { readFiles } from '../read-files';
import { exploreFault, failingExamples } from './explored';
import { type Fault, readFaults } from './faults';

const FILES = readFiles();
const FAULTS = readFaults(FILES);
const LIBRARY = loadLibrary(FILES);

const told = (is: (fault: Fault) => boolean): [string, Fault][] =>
  FAULTS.filter(is).map((it) => [`${it.protocol} ${it.part}: ${it.kind}`, it]);

describe('planted faults', () => {
  let solver: Solver;
  beforeAll(() => (solver = startSolver()));
  afterAll(() => solver.stop());

  it('are many, in every protocol, and each is caught or explained', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
    const protocols = new Set(
      Object.keys(FILES).flatMap((path) => /^([^/]+)\/[^/]+\/protocol\.yaml$/.exec(path)?.[1] ?? []),
    );
    expect([...protocols].filter((id) => !FAULTS.some(({ protocol }) => protocol === id))).toEqual([]);
    for (const { caught, loses, survives } of FAULTS) {
      expect([caught, loses, survives].filter((it) => it !== undefined)).toHaveLength(1);
    }
  });

  it.each(told(({ caught }) => caught !== undefined && caught !== 'examples'))(
    'explore catches %s',
    async (_, fault) => {
      const findings = await exploreFault(LIBRARY, FILES, fault, solver.solve);
      expect(findings.filter(({ verdict }) => verdict === 'broken')).not.toEqual([]);
    },
    120_000,
  );

  it.each(told(({ loses }) => loses !== undefined))(
    'explore no longer proves %s',
    async (_, fault) => {
      const findings = await exploreFault(LIBRARY, FILES, fault, solver.solve);
      expect(findings.map(({ verdict }) => verdict)).not.toContain('proven');
    },
    120_000,
  );

  it.each(told(({ caught }) => caught === 'examples'))('worked examples catch %s', (_, fault) => {
    expect(failingExamples(LIBRARY, FILES, fault)).toBeGreaterThan(0);
  });
});
