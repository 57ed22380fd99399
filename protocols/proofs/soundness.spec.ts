import { AllowedStates, encodeProtocols, loadLibrary, compileProtocols, viewCase } from '@repere/protocol-engine';
import { type Solver, startSolver } from '@repere/solver';
import { territoryOf } from '@repere/territories';
import fc from 'fast-check';
import { readFiles } from '../read-files';
import { anyHistory, type Library } from './any-history';

/** How many histories of each protocol; more by hand, `RUNS=500`. */
const RUNS = Number(process.env['RUNS'] ?? 12);

function readLibrary(files: Readonly<Record<string, string>>): Library {
  const { shared, documents } = loadLibrary(files);
  const territory = territoryOf('75');
  if (!shared || !territory) throw new Error('facts.yaml or the territory is missing');
  const newest = [...new Map(documents.map((it) => [it.protocol, it])).values()];
  return { shared, documents: newest, set: compileProtocols(shared, newest), territory };
}

const LIBRARY = readLibrary(readFiles());

/** States that the engine reaches and that the encoding made of `encoded` does not allow. */
async function findRefused(encoded: Library, protocol: string, solver: Solver, runs: number): Promise<{ asked: number; refused: number }> {
  const subjects = encoded.documents.map(({ protocol: name, version }) => ({ protocol: name, version }));
  const allowed = new AllowedStates(encodeProtocols(encoded.set, subjects), protocol);
  let asked = 0;
  for (const stream of fc.sample(fc.infiniteStream(fc.nat(9_999)), { seed: 2007, numRuns: runs })) {
    const draw = (bound: number) => (bound <= 0 ? 0 : Number(stream.next().value) % bound);
    anyHistory(LIBRARY, protocol, draw, 60, (state) => {
      for (const run of viewCase(state).runs) {
        if (run.protocol !== protocol) continue;
        asked++;
        allowed.add(state, run.runId);
      }
    });
  }
  return { asked, refused: (await allowed.findRefused(solver.solve)).length };
}

describe('the encoding', () => {
  let solver: Solver;
  beforeAll(() => (solver = startSolver()));
  afterAll(() => solver.stop());

  it.each(LIBRARY.documents.map(({ protocol }) => protocol))(
    'allows every state of %s that the engine reaches',
    async (protocol) => {
      const { asked, refused } = await findRefused(LIBRARY, protocol, solver, RUNS);
      expect(asked).toBeGreaterThan(RUNS * 10);
      expect(refused).toBe(0);
    },
    600_000,
  );
});
