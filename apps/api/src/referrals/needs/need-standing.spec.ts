import type { ReferralPast } from '../answers/referral-state';
import { type AskedPast, type NeedPast, standingOf } from './need-standing';

const NOW = 1_000;
type Asked = AskedPast['events'][number];
type Sent = ReferralPast['events'][number];

const said = (kind: Asked['kind'], requestId: string | null, change: Partial<Asked> = {}): Asked => ({
  ...{ kind, requestId, reason: null, heldUntil: null, at: 100 },
  ...change,
});
const question = (events: readonly Asked[], change: Partial<AskedPast> = {}): NeedPast => ({
  unasked: null,
  questions: [
    { requestIds: ['a', 'b', 'c'], events, keptAway: new Set(), askedAt: 0, dueAt: 2_000, ...change },
  ],
  referrals: [],
});
const referral = (events: readonly Omit<Sent, 'at'>[], change: Partial<ReferralPast> = {}): NeedPast => ({
  unasked: null,
  questions: [],
  referrals: [
    {
      events: [{ kind: 'sent', at: 0, reason: null }, ...events.map((it, n) => ({ ...it, at: 10 + n }))],
      ...{ dueAt: 2_000, until: 9_000, endedAt: null },
      ...change,
    },
  ],
});
const FULL = { reason: 'full' } as const;
const open = (reason: string) => ({ state: 'open', reason });

describe('how a need stands', () => {
  it('is open when nobody looks any more: no press loses it, nor what was said', () => {
    const closed = said('closed', null, { at: 200 });
    const noes = [said('no', 'a', FULL), said('no', 'b', FULL)];
    expect(standingOf(question(noes), NOW)).toEqual({ state: 'asked' });
    expect(standingOf(question([...noes, closed]), NOW)).toEqual(open('full'));
    expect(standingOf(question([closed]), NOW)).toEqual(open('not-said'));
    // They had said nothing in time before it was closed.
    expect(standingOf(question([closed], { dueAt: 150 }), NOW)).toEqual(open('silent'));
    const unmet = said('unmet', null, { reason: 'age', at: 300 });
    expect(standingOf(question([closed, unmet]), NOW)).toEqual({ state: 'recorded', reason: 'age' });
    expect(standingOf(question([closed, said('met', null, { at: 300 })]), NOW)).toEqual({ state: 'met' });
  });

  it('waits for a place that is held, closed or not, and is open once it is held no more', () => {
    const yes = said('yes', 'a', { heldUntil: 1_500 });
    const closed = [yes, said('closed', null, { at: 200 })];
    expect(standingOf(question(closed), NOW)).toEqual({ state: 'asked' });
    // Nobody refused, and nobody was silent.
    expect(standingOf(question(closed), 1_600)).toEqual(open('not-said'));
    expect(standingOf(question([yes], { requestIds: ['a'] }), 3_000)).toEqual(open('not-said'));
  });

  it('keeps why a service said no when it is taken back, and says of no other that it was silent', () => {
    const back = { endedAt: 500 };
    expect(standingOf(referral([{ kind: 'refused', ...FULL }], back), NOW)).toEqual(open('full'));
    expect(standingOf(referral([{ kind: 'other-offer', reason: null }], back), NOW)).toEqual(open('refused'));
    expect(standingOf(referral([{ kind: 'accepted', reason: null }], back), NOW)).toEqual(open('not-said'));
    expect(standingOf(referral([], back), NOW)).toEqual(open('not-said'));
    expect(standingOf(referral([], { endedAt: 500, dueAt: 400 }), NOW)).toEqual(open('silent'));
    expect(standingOf(referral([], { dueAt: 400 }), NOW)).toEqual(open('silent'));
  });

  it('is not met by a yes for another day, of what is needed at once', () => {
    const yes = { kind: 'accepted', reason: null } as const;
    expect(standingOf(referral([yes]), NOW)).toEqual({ state: 'met' });
    expect(standingOf(referral([{ ...yes, isForLater: true }]), NOW)).toEqual(open('refused'));
    expect(standingOf(referral([{ ...yes, isForLater: true }, yes]), NOW)).toEqual({ state: 'met' });
    const received = { kind: 'first-appointment', reason: null } as const;
    expect(standingOf(referral([{ ...yes, isForLater: true }, received]), NOW)).toEqual({ state: 'met' });
  });

  it('tells of no reason only where nobody gave one', () => {
    const past = {
      unasked: null,
      questions: question([said('no', 'a', FULL), said('closed', null)], {}).questions,
      referrals: referral([], { endedAt: 500 }).referrals,
    };
    expect(standingOf(past, NOW)).toEqual(open('full'));
  });
});
