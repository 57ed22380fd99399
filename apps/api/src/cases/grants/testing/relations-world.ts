import { ACCOUNT_ROLES, type AccountRole, type GrantedRelation } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import fc from 'fast-check';

/** People, teams and cases of a made-up service, by number, and everything that may relate them at one moment. */
export interface RelationsWorld {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly accounts: readonly WorldAccount[];
  readonly cases: readonly WorldCase[];
  readonly given: readonly (Span & {
    readonly of: number;
    readonly to: number;
    readonly relation: Exclude<GrantedRelation, 'break-glass'>;
  })[];
  readonly duties: readonly (Span & { readonly team: number; readonly account: number })[];
  readonly leaves: readonly (Span & {
    readonly absent: number;
    readonly substitute: number;
    readonly teams: readonly number[];
  })[];
  readonly glass: readonly (Span & { readonly of: number; readonly account: number })[];
  readonly missions: readonly {
    readonly state: 'draft' | 'open' | 'closed';
    readonly auditors: readonly number[];
    readonly cases: readonly number[];
  }[];
}

export interface WorldAccount {
  readonly roles: readonly AccountRole[];
  readonly teams: readonly number[];
  readonly isDisabled: boolean;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface WorldCase {
  readonly team: number;
  readonly lead: number | null;
  readonly circle: readonly number[] | null;
  readonly recused: readonly { readonly account: number; readonly isLifted: boolean }[];
}

/** Epoch milliseconds; `until` and `ended` are `null` where there is none. */
export interface Span {
  readonly since: number;
  readonly until: number | null;
  readonly ended: number | null;
}

export const TEAMS = 2;
const ACCOUNTS = 4;
const CASES = 2;
const MINUTE = 60_000;

/** Noon in Paris, and the minutes around midnight, when a last day ends. */
const MOMENTS = ['2026-03-10T11:00:00Z', '2026-03-10T22:59:00Z', '2026-03-10T23:00:00Z'].map(Date.parse);

const some = (max: number, minLength = 0) =>
  fc.uniqueArray(fc.nat(max - 1), { minLength, maxLength: Math.min(3, max) });
/** Now and then; `null` most of the time. */
const rarely = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const anAccount = fc.nat(ACCOUNTS - 1);
const aCase = fc.nat(CASES - 1);

/** Rows that worked on cases are what most of the rules are about. */
const role = fc.oneof(
  fc.constantFrom<AccountRole>('caseworker', 'supervisor', 'supervisor', 'assessor', 'auditor'),
  fc.constantFrom(...ACCOUNT_ROLES),
);

/** From some minutes before now, or from then on only; to the minute, so that ends fall on the moment itself. */
const spanOf = (now: number, since: readonly number[], until: readonly (number | null)[]) =>
  fc
    .record({
      since: fc.constantFrom(...since),
      until: fc.constantFrom(...until),
      ended: rarely(fc.constantFrom(-5, 0)),
    })
    .map((it): Span => {
      const at = now + it.since * MINUTE;
      return {
        since: at,
        until: it.until === null ? null : Math.max(now + it.until * MINUTE, at + MINUTE),
        // Nothing ends before it began.
        ended: it.ended === null || it.since > it.ended ? null : now + it.ended * MINUTE,
      };
    });

const account = (now: number): fc.Arbitrary<WorldAccount> => {
  const day = rarely(fc.constantFrom(-1, 0, 1).map((shift) => isoDay(localDay(now, 'Europe/Paris') + shift)));
  return fc
    .record({
      roles: fc.uniqueArray(role, { minLength: 1, maxLength: 2 }),
      teams: some(TEAMS),
      isDisabled: fc.constantFrom(false, false, false, false, false, true),
      days: fc.tuple(day, day),
    })
    .map(({ days: [one, other], ...rest }) => {
      const isTurned = one !== null && other !== null && one > other;
      return { ...rest, startsOn: isTurned ? other : one, endsOn: isTurned ? one : other };
    });
};

export const relationsWorld: fc.Arbitrary<RelationsWorld> = fc.constantFrom(...MOMENTS).chain((now) => {
  const planned = spanOf(now, [-60, -60, -60, 0, 60], [-10, 0, 10, 10, 90, 90]);
  return fc.record({
    now: fc.constant(now),
    accounts: fc.array(account(now), { minLength: ACCOUNTS, maxLength: ACCOUNTS }),
    cases: fc.array(
      fc.record({
        team: fc.nat(TEAMS - 1),
        lead: fc.option(anAccount, { freq: 4 }),
        circle: rarely(some(ACCOUNTS, 1)),
        recused: fc.uniqueArray(fc.record({ account: anAccount, isLifted: fc.boolean() }), {
          maxLength: 1,
          selector: (it) => it.account,
        }),
      }),
      { minLength: CASES, maxLength: CASES },
    ),
    given: fc
      .uniqueArray(
        fc.record({
          of: aCase,
          to: anAccount,
          relation: fc.constantFrom(
            'assigned',
            'assigned',
            'assigned',
            'second-opinion',
            'approver',
            'partner',
          ),
          span: spanOf(now, [-60, 0], [-10, 0, 10, 10, 10]),
        }),
        { maxLength: 6, selector: (it) => [it.of, it.to, it.relation].join() },
      )
      .map((them) =>
        them.map(({ span, ...it }) => ({
          ...it,
          ...span,
          // Only those who work on the case stay without an end.
          until: it.relation === 'assigned' ? null : span.until,
        })),
      ),
    duties: fc.array(
      fc
        .record({ team: fc.nat(TEAMS - 1), account: anAccount, span: planned })
        .map(({ span, ...it }) => ({ ...it, ...span })),
      { maxLength: 3 },
    ),
    leaves: fc.array(
      fc
        .record({
          absent: anAccount,
          other: fc.integer({ min: 1, max: ACCOUNTS - 1 }),
          teams: some(TEAMS),
          span: planned,
        })
        .map(({ other, span, ...it }) => ({ ...it, ...span, substitute: (it.absent + other) % ACCOUNTS })),
      { minLength: 1, maxLength: 5 },
    ),
    glass: fc.array(
      fc
        .record({ of: aCase, account: anAccount, span: spanOf(now, [-60, -30, 0], [0]) })
        .map(({ span, ...it }) => ({
          ...it,
          ...span,
          until: span.since + 60 * MINUTE,
        })),
      { maxLength: 3 },
    ),
    missions: fc.array(
      fc.record({
        state: fc.constantFrom('open', 'open', 'draft', 'closed'),
        auditors: some(ACCOUNTS, 1),
        cases: some(CASES),
      }),
      { maxLength: 2 },
    ),
  });
});
