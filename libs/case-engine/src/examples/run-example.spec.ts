import type { Example, ExampleLine, ExampleSet } from '@repere/protocol';
import { runExample } from './run-example';
import { PARIS } from '../testing/key-case';
import { LOST_KEYS } from '../testing/key-sets';

const run = (more: Partial<Example>) =>
  runExample(
    LOST_KEYS,
    { story: { fr: 'essai' }, versions: { 'lost-key': '1.0.0', facts: 1 }, territory: '75', ...more },
    PARIS,
  );

const WEIGHED = { best_interests: '…', child_view: '…' };
const LOOKED: readonly ExampleLine[] = [
  { at: '2025-03-03T09:00', by: 'TS', step: 'report', set: { found: 'yes', visitor: 'no' } },
  {
    at: '2025-03-03T10:00',
    by: 'TS',
    step: 'look',
    set: { signs: { all: 'no', dog: 'unknown' }, trained: 'yes' },
  },
];

describe('a story', () => {
  it('that goes as expected has nothing to say', () => {
    const problems = run({
      do: [
        ...LOOKED,
        { at: '2025-03-03T11:00', by: 'TS', step: 'assess', set: { door: 'open' }, ...WEIGHED },
        {
          expect: {
            at: '2025-03-03T11:01',
            steps: {
              assess: 'done-to-approve',
              call_guard: 'ready',
              tell_owner: ['ready', 'done'],
              'locksmith.change_lock': 'ready',
            },
            facts: { door: 'open', 'signs.dog': 'unknown', signs: { noise: 'no' }, birth: 'none yet' },
            opened: [{ protocol: 'locksmith', by: 'smith', opened_at: '2025-03-03T11:00' }],
            not_opened: ['night-watch'],
            due: {
              call_guard: { at: '2025-03-03T11:00', says: 'sans délai', origin: 'LEGAL' },
              'approval of assess': '2025-03-04T11:00',
            },
            refused: [{ by: 'TS', step: 'lend', set: { lodging: 'cellar' }, because: 'majority' }],
            flagged: [{ by: 'JE', step: 'ruling', set: { lodging: 'attic' }, because: 'rights-incident' }],
            accepted: [{ by: 'TS', step: 'lend', set: { lodging: 'room' } }],
            explain: { step: 'ruling', because: ['call_guard'], says: 'Possible après' },
            ...{ kinds: 'kept' },
          },
        },
        { at: '2025-03-03T11:30', by: 'TS', approve: 'assess', refused: ['own-approval', 'SUP'] },
        { at: '2025-03-03T12:00', by: 'SUP', approve: 'assess' },
        {
          at: '2025-03-07T12:00',
          occurred: '2025-03-04',
          by: 'TS',
          step: 'call_guard',
          evidence: ['letter'],
        },
      ],
      expect: {
        outcome: 'GUARDED',
        late: [],
        deviations: [{ kind: 'late-recording', step: 'call_guard', days: 3 }],
        known_as_of: { '2025-03-05T12:00': { call_guard: 'overdue', assess: 'done' } },
      },
    });
    expect(problems).toEqual([]);
  });

  it('says where it goes otherwise', () => {
    const problems = run({
      do: [...LOOKED, { at: '2025-03-03T11:00', by: 'TS', step: 'call_guard' }],
      expect: {
        steps: { assess: 'blocked(look)', call_guard: 'waiting(door)', nothing: 'done' },
        facts: { found: 'no', nothing: 'yes' },
        outcome: { 'lost-key': 'QUIET' },
        derived: { quiet: 'yes' },
        due: { look: '2025-03-05T09:00' },
        late: ['report'],
        opened: ['locksmith'],
        refused: [{ step: 'lend', set: { lodging: 'room' } }],
        explain: { step: 'assess', because: ['found'] },
      },
    });
    expect(problems).toEqual([
      'do[2] 2025-03-03T11:00: refused: waiting (Possible once this is known: door.)',
      'expect: assess should be blocked(look), is ready',
      'expect: there is no step nothing',
      'expect: found should be no, is yes',
      'expect: there is no fact nothing',
      'expect: the outcome of lost-key should be QUIET, is OPEN',
      'expect: quiet should be yes, is unknown',
      'expect: deadline of look should be 2025-03-05T08:00:00.000Z, is 2025-03-04T08:00:00.000Z',
      'expect: report should be late',
      'expect: locksmith should have been opened',
      'expect: lend {"lodging":"room"} should be refused',
      'expect: assess should be explained by found, not by nothing',
    ]);
  });

  it('starts from what is given, older than its first line and approved', () => {
    const rows: readonly ExampleSet[] = [
      { kind: 'copy', price: 5, fits: 'yes', made_on: 2024 },
      { id: 'x', kind: 'original', fits: 'no' },
    ];
    const problems = run({
      given: { visitor: 'no', 'lost-key': { trained: 'yes' }, 'lost-key.spares': { closed: 'yes', rows } },
      do: [
        {
          expect: {
            at: '2025-03-03T09:00',
            steps: { tell_owner: 'ready' },
            derived: { some_good: 'yes', 'spares.r1.good': true, 'spares.x.good': false, none_good: 'no' },
            facts: { trained: 'yes', 'spares.r1.kind': 'copy' },
          },
        },
        { at: '2025-03-04T09:00', occurred: '2025-03-01', by: 'TS', record: { visitor: 'yes' } },
        { at: '2025-03-04T10:00', by: 'TS', step: 'trial', about: 'r1', set: { fits: 'no' } },
        { expect: { at: '2025-03-04T11:00', facts: { visitor: 'yes' }, derived: { none_good: 'yes' } } },
        { at: '2025-03-05T10:00', by: 'TS', step: 'spare', row: { kind: 'copy' } },
      ],
      // While a row waits for its second person, nobody can say that none is good.
      expect: { steps: { spare: 'awaiting-approval' }, derived: { none_good: 'unknown' } },
    });
    expect(problems).toEqual([]);
  });

  it('lets time run between its lines', () => {
    const problems = run({
      do: [
        ...LOOKED,
        {
          at: '2025-03-03T11:00',
          by: 'TS',
          step: 'assess',
          set: { door: 'shut' },
          reasons: ['checked_twice'],
          ...WEIGHED,
        },
        { at: '2025-03-03T12:00', by: 'SUP', approve: 'assess' },
      ],
      expect: {
        at: '2025-05-01T00:00',
        opened: [{ protocol: 'second-look', by: 'recheck', opens_at: '2025-04-03T00:00+02:00' }],
      },
    });
    expect(problems).toEqual([]);
  });

  it('is told what is wrong with it', () => {
    expect(run({ versions: { nothing: '1.0.0' } })).toEqual(['versions: there is no nothing@1.0.0']);
    expect(run({})).toEqual(['no line has a time']);
    expect(run({ do: [{ at: 'noon', note: 'x' }] })[0]).toMatch(/^noon/);
    const back = run({
      do: [
        { at: '2025-03-03T09:00', note: 'x' },
        { at: '2025-03-02T09:00', note: 'y' },
      ],
    });
    expect(back).toEqual(['do[1] 2025-03-02T09:00: 2025-03-02T09:00 is before the line above']);
    expect(run({ do: [{ at: '2025-03-03T09:00', by: 'TS' }] })).toEqual([
      'do[0] 2025-03-03T09:00: nothing is done in this line',
    ]);
  });
});
