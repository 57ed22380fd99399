import {
  type CapacityHistory,
  countStates,
  questionState,
  REQUEST_STATES,
  requestState,
} from './capacity-state';

const HISTORY: CapacityHistory = { requestIds: ['a', 'b'], dueAt: 100, events: [], keptAway: new Set() };
const yes = (requestId: string, heldUntil: number) => ({ kind: 'yes', requestId, heldUntil }) as const;
const no = (requestId: string) => ({ kind: 'no', requestId, heldUntil: null }) as const;
const whole = (kind: 'closed' | 'unmet') => ({ kind, requestId: null, heldUntil: null }) as const;
const after = (...events: CapacityHistory['events'][number][]): CapacityHistory => ({ ...HISTORY, events });

describe('how a question for a place stands', () => {
  it('waits until an answer is due; silence is an answer from that moment on', () => {
    expect([requestState(HISTORY, 'a', 99), questionState(HISTORY, 99)]).toEqual(['waiting', 'waiting']);
    expect([requestState(HISTORY, 'a', 100), questionState(HISTORY, 100)]).toEqual(['no-answer', 'open']);
  });

  it('is found while a yes holds, and no longer', () => {
    const history = after(yes('a', 50), no('b'));
    expect([questionState(history, 49), questionState(history, 50)]).toEqual(['found', 'open']);
    expect(requestState(history, 'a', 50)).toBe('lapsed');
  });

  it('goes by the last answer of each; one service’s answer is nobody else’s', () => {
    expect(requestState(after(yes('a', 500), no('a')), 'a', 1)).toBe('no');
    expect(requestState(after(no('a'), yes('a', 500)), 'a', 1)).toBe('yes');
    expect(requestState(after(no('a')), 'b', 1)).toBe('waiting');
  });

  it('is never open while somebody may still say yes in time', () => {
    expect(questionState(after(no('a')), 99)).toBe('waiting');
    expect(questionState(after(no('a')), 100)).toBe('open');
  });

  it('recorded as unmet stays so until somebody says yes', () => {
    expect(questionState(after(no('a'), no('b'), whole('unmet')), 100)).toBe('unmet');
    expect(questionState(after(no('a'), no('b'), whole('unmet'), yes('b', 500)), 101)).toBe('found');
  });

  it('closed is closed, whatever was said', () => {
    const history = after(yes('a', 500), whole('closed'));
    expect([questionState(history, 1), requestState(history, 'a', 1), requestState(history, 'b', 1)]).toEqual(
      [...['closed', 'yes', 'closed']],
    );
  });

  it('is none of a service of which somebody is kept away; that it said no, or nothing in time, counts still', () => {
    const keptAway = new Set(['a']);
    for (const [events, state] of [
      [[yes('a', 500)], 'kept-away'],
      [[], 'kept-away'],
      [[no('a')], 'no'],
      [[whole('closed')], 'closed'],
    ] as const) {
      const history = { ...after(...events, no('b')), keptAway };
      expect(requestState(history, 'a', 1)).toBe(state);
      expect(['found', 'waiting']).not.toContain(questionState(history, 1));
    }
    expect(requestState({ ...after(no('b')), keptAway }, 'a', 100)).toBe('no-answer');
  });

  it('counts each service once', () => {
    const counts = countStates(after(yes('a', 500), no('b')), 1);
    expect(REQUEST_STATES.reduce((sum, it) => sum + counts[it], 0)).toBe(2);
    expect([counts.yes, counts.no]).toEqual([1, 1]);
  });
});
