import { AllowedStates, type Solver, startSolver } from '@repere/protocol-verifier';
import { viewCase } from '@repere/case-engine';
import fc from 'fast-check';
import { type Library, randomHistory } from '../random-history';
import { encodingOf, type Fault, libraryWith } from './library';

/** How many histories of each protocol; by hand more, `RUNS=50`. */
const RUNS = Number(process.env['RUNS'] ?? 2);
const ACTS = 150;
/** Neighbouring states are much alike. */
const EVERY = 4;

const LIBRARY = libraryWith();

/** States that the engine reaches and that the encoding made of `encoded` does not allow. */
async function findRefused(
  encoded: Library,
  protocol: string,
  solver: Solver,
  runs: number,
): Promise<{ asked: number; refused: number }> {
  const allowed = new AllowedStates(encodingOf(encoded), protocol);
  let [seen, asked] = [0, 0];
  for (const stream of fc.sample(fc.infiniteStream(fc.nat(9_999)), { seed: 2007, numRuns: runs })) {
    const draw = (bound: number) => (bound <= 0 ? 0 : Number(stream.next().value) % bound);
    randomHistory(LIBRARY, { first: protocol, draw, length: ACTS }, (state) => {
      for (const run of viewCase(state).runs) {
        if (run.protocol !== protocol || seen++ % EVERY > 0) continue;
        asked++;
        allowed.addState(state, run.runId);
      }
    });
  }
  return { asked, refused: (await allowed.findRefused(solver.solve)).length };
}

/** Mistakes as an encoding could make them: made of this text, it would read the protocol otherwise than the engine. */
const MISTAKES: readonly (readonly [string, Fault])[] = [
  [
    'and for or',
    {
      protocol: 'protection',
      part: 'at_risk: danger in ("immediate_grave", "danger", "risk") or suspected',
      by: 'at_risk: danger in ("immediate_grave", "danger", "risk") and suspected',
    },
  ],
  ['what comes before forgotten', { protocol: 'identification', part: '    after: [typology]\n', by: '' }],
  [
    'unless waits',
    {
      protocol: 'age-doubt',
      part: '    unless: doubt_needed = "no"\n    fields: [language_understood',
      by: '    when: doubt_needed != "no"\n    fields: [language_understood',
    },
  ],
  [
    'approval not asked for',
    {
      protocol: 'protection',
      part: 'ready: family_involved in ("some", "no") and approved(family)',
      by: 'ready: family_involved in ("some", "no")',
    },
  ],
  [
    'a count of something else',
    {
      protocol: 'identification',
      part: 'vulnerable: count(vulnerabilities, "yes")',
      by: 'vulnerable: count(vulnerabilities, "no")',
    },
  ],
  [
    'an approval that every case has',
    {
      protocol: 'protection',
      part:
        '    decides: referral_choice\n' +
        '    reasons: { prosecutor: referral_prosecutor, crip: referral_crip, none: no_referral }\n' +
        '    approvedBy: { role: SUP }\n',
      by: '    approvedBy: { role: SUP, effect: before }\n',
    },
  ],
  [
    'runs that every case opens',
    {
      protocol: 'identification',
      part: '    when: exposure = "yes"\n',
      by: '    unless: exposure = "yes"\n',
    },
  ],
];

describe('the encoding', () => {
  let solver: Solver;
  beforeAll(() => (solver = startSolver()));
  afterAll(() => solver.stop());

  it.each(LIBRARY.documents.map(({ protocol }) => protocol))(
    'allows every state of %s that the engine reaches',
    async (protocol) => {
      const { asked, refused } = await findRefused(LIBRARY, protocol, solver, RUNS);
      expect(asked).toBeGreaterThan(RUNS * 5);
      expect(refused).toBe(0);
    },
    3_600_000,
  );

  it.each(MISTAKES)(
    'with a mistake does not: %s',
    async (_, fault) => {
      const { refused } = await findRefused(libraryWith(fault), fault.protocol, solver, 4);
      expect(refused).toBeGreaterThan(0);
    },
    600_000,
  );
});
