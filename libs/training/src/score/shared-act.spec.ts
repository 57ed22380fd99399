import { compileProtocols, Scenario } from '@repere/case-engine';
import { text } from '@repere/feel';
import { byId, fact, protocol, SHARED, step } from '@repere/protocol/testing';
import { PARIS, scenarioWith } from '../testing/fake-shelter-scenario';
import { timeIn } from '../practice/begin-practice';
import { countConformance } from './count-conformance';
import { groupLost } from './group-lost';
import { OwnActs } from './own-acts';

const due = {
  within: '8 hours',
  from: 'run',
  origin: 'TOOL',
  owner: 'ours',
  basis: ['S19'],
  late: [],
} as const;
const FEED = {
  part: 'feed',
  fields: ['ate'],
  required: ['ate'],
  due,
  by: ['TS'],
  enteredBy: ['TS'],
} as const;
const shared = { ...SHARED, facts: byId([fact('ate', 'yes-no')]), moments: {} };
const SET = compileProtocols(shared, [
  protocol('lost-key', { steps: [step('feed', FEED)] }),
  protocol('night-watch', { steps: [step('feed_again', FEED), step('alone', { ...FEED, part: undefined })] }),
]);

/** Nobody did anything. */
const NOBODY = new OwnActs({ scenario: scenarioWith(), territory: PARIS, journal: [] });

/** Nothing done, a day after these were opened. */
function untouched(...start: readonly string[]): Scenario {
  const versions = { 'lost-key': '1.0.0', 'night-watch': '1.0.0' };
  const begins = timeIn(PARIS, '2025-03-03T09:00');
  const told = new Scenario(SET, { story: text('x', 'x'), territory: '75', versions, start }, PARIS, begins);
  told.setTime(begins + 86_400_000);
  return told;
}

describe('an act that two protocols ask for', () => {
  it('is missing once, named by the first of them, with both protocols', () => {
    const { steps, deadlines } = countConformance(untouched('lost-key', 'night-watch').state, NOBODY);
    expect(steps.lost.map(({ key }) => key)).toEqual(['steps:lost-key.feed', 'steps:night-watch.alone']);
    expect([steps.of, deadlines.of]).toEqual([2, 2]);
    const lines = groupLost([...steps.lost, ...deadlines.lost]);
    expect(lines.map(({ keys, points }) => [keys, points])).toEqual([
      [['steps:lost-key.feed', 'deadlines:lost-key.feed'], 2],
      [['steps:night-watch.alone', 'deadlines:night-watch.alone'], 2],
    ]);
    expect(lines[0]?.places?.map(({ step: it }) => it)).toEqual(['feed', 'feed_again']);
    expect(lines[1]?.places?.map(({ step: it }) => it)).toEqual(['alone']);
  });

  it('is missing twice in two runs of one protocol, which are two acts', () => {
    const { steps } = countConformance(untouched('lost-key', 'lost-key').state, NOBODY);
    expect(steps.lost.map(({ key }) => key)).toEqual(['steps:lost-key.feed', 'steps:lost-key#2.feed']);
  });
});
