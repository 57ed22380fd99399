import {
  firstYesOf,
  needOf,
  pastOf,
  type ReferralEventKind,
  type ReferralOutcome,
  type ReferralPast,
  stateOf,
} from './referral-state';

const DUE = 100;
/** Kinds; of an end with its outcome behind a colon. */
const past = (
  kinds: readonly (ReferralEventKind | `ended:${ReferralOutcome}`)[],
  more: Partial<ReferralPast> = {},
): ReferralPast => ({
  events: kinds.map((it, at) => {
    const [kind, reason = null] = it.split(':') as [ReferralEventKind, ReferralOutcome?];
    return { kind, at, reason };
  }),
  ...{ dueAt: DUE, until: 1_000, endedAt: null },
  ...more,
});

it.each([
  [['sent'], {}, 50, 'sent'],
  [['sent', 'received'], {}, 50, 'received'],
  [['sent', 'received'], {}, DUE, 'no-answer'],
  [['sent', 'reminded'], {}, DUE + 1, 'no-answer'],
  [['sent', 'accepted'], {}, DUE + 1, 'accepted'],
  [['sent', 'refused', 'accepted'], {}, 50, 'accepted'],
  [['sent', 'accepted', 'refused'], {}, 50, 'refused'],
  [['sent', 'received', 'other-offer'], {}, DUE + 1, 'other-offer'],
  [['sent'], { endedAt: 40 }, 50, 'withdrawn'],
  [['sent', 'refused'], { endedAt: 40 }, 50, 'withdrawn'],
  [['sent', 'accepted'], { endedAt: 40 }, 50, 'ended'],
  [['sent', 'accepted'], {}, 1_000, 'ended'],
  [['sent', 'accepted', 'first-appointment'], {}, 50, 'started'],
  [['sent', 'accepted', 'first-appointment'], {}, 1_000, 'ended'],
  [['sent', 'accepted', 'first-appointment', 'ended:met'], {}, 50, 'ended'],
  [['sent', 'accepted', 'ended:not-met', 'accepted'], {}, 50, 'accepted'],
  [['sent', 'accepted', 'first-appointment', 'refused'], {}, 50, 'refused'],
  [['sent', 'refused'], {}, 1_000, 'refused'],
  [['sent'], { dueAt: 2_000 }, 1_000, 'no-answer'],
] as const)('%j %j at %i is %s', (kinds, more, now, state) => {
  expect(stateOf(past(kinds, more), now)).toBe(state);
});

it.each([
  [[['sent']], 50, 'waiting'],
  [[['sent']], DUE, 'open'],
  [[['sent', 'refused']], 50, 'open'],
  [[['sent', 'other-offer']], 50, 'open'],
  [[['sent', 'refused'], ['sent']], 50, 'waiting'],
  [
    [
      ['sent', 'refused'],
      ['sent', 'accepted'],
    ],
    50,
    'met',
  ],
  [[['sent', 'accepted', 'first-appointment']], 50, 'met'],
  [[['sent', 'accepted', 'ended:met']], 50, 'met'],
  [[['sent', 'accepted', 'ended:partly-met']], 50, 'open'],
  [[['sent', 'accepted', 'ended:not-met']], 50, 'open'],
  [[['sent', 'accepted', 'ended:met', 'ended:not-met']], 50, 'open'],
  [[['sent', 'accepted', 'ended:not-met'], ['sent']], 50, 'waiting'],
  // A yes that ran out, and nobody said what came of it.
  [[['sent', 'accepted']], 1_000, 'unsure'],
  [
    [
      ['sent', 'accepted'],
      ['sent', 'refused'],
    ],
    1_000,
    'unsure',
  ],
  [[['sent', 'accepted', 'unmet']], 1_000, 'unmet'],
  [[['sent', 'refused', 'unmet']], 50, 'unmet'],
  [
    [
      ['sent', 'refused', 'unmet'],
      ['sent', 'accepted'],
    ],
    50,
    'met',
  ],
  [[['sent', 'refused', 'unmet'], ['sent']], 50, 'waiting'],
] as const)('a need with %j at %i is %s', (all, now, state) => {
  expect(
    needOf(
      all.map((kinds) => past(kinds)),
      now,
    ),
  ).toBe(state);
});

it('that was unmet is open again when the next one who was asked says nothing either', () => {
  const unmet = past(['sent', 'refused', 'unmet']);
  const next: ReferralPast = { ...past([]), events: [{ kind: 'sent', at: 10, reason: null }] };
  expect([needOf([unmet, next], 50), needOf([unmet, next], DUE)]).toEqual(['waiting', 'open']);
});

it('is open again when what was opened is taken back', () => {
  expect(needOf([past(['sent'], { endedAt: 40 })], 50)).toBe('open');
  expect(needOf([past(['sent', 'accepted'], { endedAt: 40 })], 50)).toBe('unsure');
});

describe('a yes that says when the child is expected', () => {
  const HOUR = 3_600_000;
  const at = (hours: number): Date => new Date(hours * HOUR);
  const said = (need: 'bed-tonight' | 'legal-help', ...hours: readonly number[]): ReferralPast => {
    const rest = { reason: null, dueAt: null, need: null, expectedAt: null };
    const found = pastOf(
      [
        { ...rest, kind: 'sent', at: at(0), dueAt: at(4), need },
        ...hours.map((it, n) => ({
          ...{ ...rest, kind: 'accepted' as const, at: at(1 + n), expectedAt: at(1 + n + it) },
        })),
      ],
      { until: at(500) },
    );
    if (!found) throw new Error('nothing was sent');
    return found;
  };

  it.each([
    ['bed-tonight', [24], 'met'],
    ['bed-tonight', [24.1], 'later'],
    ['bed-tonight', [48, 20], 'met'],
    ['bed-tonight', [20, 48], 'later'],
    ['legal-help', [400], 'met'],
  ] as const)('to %s, %j hours on, leaves the need %s', (need, hours, state) => {
    expect([needOf([said(need, ...hours)], 10 * HOUR), stateOf(said(need, ...hours), 10 * HOUR)]).toEqual([
      state,
      'accepted',
    ]);
  });

  it('takes the child from the yes that is in time', () => {
    expect(firstYesOf(said('bed-tonight', 48, 20, 10), 10 * HOUR)).toBe(2 * HOUR);
    expect(firstYesOf(said('bed-tonight', 48), 10 * HOUR)).toBeNull();
  });

  it('keeps nobody from being waited for', () => {
    const all = [said('bed-tonight', 48), said('bed-tonight')];
    expect([needOf(all, 2 * HOUR), needOf(all, 10 * HOUR)]).toEqual(['waiting', 'later']);
  });
});
