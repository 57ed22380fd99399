import { REFERRAL_EVENTS, type ReferralPast } from '../answers/referral-state';
import { hasNewForService, isMessageEvent, seenAt, takesMessages, unseenBy } from './message-state';

const NOW = Date.parse('2026-03-12T12:00:00Z');
const HOUR = 3_600_000;
const at = (hour: number): Date => new Date(NOW + hour * HOUR);
const PARTNER = 'partner';
const event = (
  kind: 'message' | 'messages-read',
  byId: string | null,
  hour: number,
  partnerId = PARTNER,
) => ({
  ...{ kind, byId, at: at(hour) },
  partnerId: byId === null ? null : partnerId,
});
const past = (...kinds: readonly (typeof REFERRAL_EVENTS)[number][]): ReferralPast => ({
  events: kinds.map((kind, n) => ({ kind, at: NOW - (kinds.length - n) * HOUR, reason: null })),
  ...{ dueAt: NOW + HOUR, until: NOW + 48 * HOUR, endedAt: null },
});

describe('messages of a referral', () => {
  it('are no events of it', () => {
    expect(REFERRAL_EVENTS.filter(isMessageEvent)).toEqual([]);
    expect(isMessageEvent('message')).toBe(true);
  });

  it('are new to the other side until it has seen them, and never to their own', () => {
    const first = event('message', 'worker', 1);
    const later = event('message', 'worker', 3);
    const all = [first, event('messages-read', PARTNER, 2), later];
    expect(seenAt(all, first)).toEqual(at(2));
    expect(unseenBy('service', all)).toEqual([later]);
    expect(unseenBy('team', all)).toEqual([]);
    // That the team read something says nothing of what it wrote.
    expect(unseenBy('service', [first, event('messages-read', 'other', 2)])).toEqual([first]);
    // By a link nobody of ours acts.
    expect(unseenBy('team', [event('message', null, 1)])).toHaveLength(1);
  });

  it('wait for no service that said no', () => {
    const messages = [event('message', 'worker', 1)];
    expect(hasNewForService(past('sent', 'accepted'), messages)).toBe(true);
    expect(hasNewForService(past('sent', 'refused'), messages)).toBe(false);
  });

  it.each([
    [['sent'], true],
    [['sent', 'received', 'escalated'], true],
    [['sent', 'other-offer'], true],
    [['sent', 'accepted'], true],
    [['sent', 'accepted', 'feedback'], false],
    [['sent', 'accepted', 'first-appointment'], false],
    [['sent', 'refused'], false],
    [['sent', 'elsewhere'], false],
    [['sent', 'refused', 'accepted'], true],
    [['sent', 'accepted', 'ended'], false],
  ] as const)('are taken after %j: %s', (kinds, takes) => {
    expect(takesMessages(past(...kinds), NOW)).toBe(takes);
    expect(takesMessages({ ...past(...kinds), endedAt: NOW }, NOW)).toBe(false);
    expect(takesMessages({ ...past(...kinds), until: NOW }, NOW)).toBe(false);
  });
});
