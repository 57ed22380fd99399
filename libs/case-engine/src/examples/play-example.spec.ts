import type { Example, ExampleLine } from '@repere/protocol';
import { playExample } from './play-example';
import { PARIS } from '../testing/key-case';
import { LOST_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';

const LINES: readonly ExampleLine[] = [
  { at: '2025-03-03T09:00', by: ['TS', 'INT'], step: 'report', set: { found: 'yes', visitor: 'no' } },
  { at: '2025-03-03T10:00', by: 'TS', step: 'look', set: { signs: { all: 'no' }, trained: 'yes' } },
  {
    at: '2025-03-03T11:00',
    by: 'TS',
    step: 'assess',
    set: { door: 'open' },
    best_interests: 'Chaud',
    child_view: 'Oui',
  },
  { at: '2025-03-03T11:30', by: 'TS', approve: 'assess', refused: ['own-approval'] },
  {
    expect: {
      at: '2025-03-03T11:31',
      steps: { assess: 'done-to-approve', report: 'ready' },
      facts: { door: 'open' },
    },
  },
];
const play = (more: Partial<Example> = {}) => {
  const played = playExample(
    LOST_KEYS,
    { story: { fr: 'essai' }, versions: { 'lost-key': '1.0.0' }, territory: '75', do: LINES, ...more },
    PARIS,
  );
  return played.ok ? played.moments : [];
};

describe('a worked example that is played', () => {
  it('has its beginning, then a moment for each line, with the case as it stood then', () => {
    const moments = play();
    expect(moments).toHaveLength(6);
    const states = moments.map(
      ({ state }) => viewCase(state).runs[0]?.steps.find(({ id }) => id === 'assess')?.state,
    );
    expect(states[0]).not.toBe('done-to-approve');
    expect(states.slice(3)).toEqual(['done-to-approve', 'done-to-approve', 'done-to-approve']);
    // Going back after having gone on.
    const [first] = moments;
    expect(first && viewCase(first.state).seq).toBeLessThan(4);
  });

  it('says who did what, with which answers', () => {
    const [, report, , assess] = play();
    expect(report?.acts[0]?.who?.en).toBe('Caseworker and Interpreter');
    expect(assess?.acts[0]?.what.fr).toMatch(/^termine « .+ »$/);
    expect(assess?.acts[0]?.said.map(({ en }) => en)).toEqual(
      expect.arrayContaining(['Best interests: Chaud', "The child's view: Oui"]),
    );
  });

  it('keeps what was refused, with the reason of the engine, and nothing of it in the journal', () => {
    const moment = play()[4];
    expect(moment?.refused?.reasons.map(({ code }) => code)).toContain('own-approval');
    expect(moment?.acts).toEqual([]);
  });

  it('says of each thing expected whether it is so', () => {
    const expected = play()[5]?.expected ?? [];
    expect(expected.map(({ kind, holds }) => [kind, holds])).toEqual([
      ['step', true],
      ['step', false],
      ['said', true],
    ]);
  });

  it('says what is wrong when it cannot be told', () => {
    const played = playExample(
      LOST_KEYS,
      { story: { fr: 'essai' }, versions: { 'lost-key': '9.9.9' }, territory: '75', do: LINES },
      PARIS,
    );
    expect(played).toEqual({ ok: false, problems: ['versions: there is no lost-key@9.9.9'] });
  });
});
