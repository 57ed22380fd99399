import type { CaseAct, ServiceAct, TeamAct } from '@repere/access';

/**
 * The right that a route needs: asked before its handler works, and what its address leads to is asked again under the lock.
 * `case-file`: this act on the case that its address names; without the right to read it the case isn't there (who receives a part
 * of it finds that part), without the right to act it is refused. `entry`: of the journal entry that this field of the body names.
 * `referral`: by the referral that this part of the address names. `team`: this act in one of the account's teams at least. `service`: this act.
 */
export type RouteNeeds =
  | { readonly on: 'case-file'; readonly act: Exclude<CaseNeed, 'approve' | 'receive'> }
  | { readonly on: 'case-file'; readonly act: 'receive'; readonly referral: string }
  | { readonly on: 'case-file'; readonly act: 'approve'; readonly entry?: string }
  | { readonly on: 'team'; readonly act: TeamAct | CaseAct }
  | { readonly on: 'service'; readonly act: ServiceAct }
  | { readonly on: AskedByHandler }
  | { readonly on: 'open' };

/** `see`: read it or receive a part of it; `see-access-log`: be in charge of it, or examine it. */
export type CaseNeed = CaseAct | 'see' | 'see-access-log';

/**
 * What no general rule can ask: the handler does, and the tests that are named here prove it. `lists` show of cases what the reader
 * may see, to whoever may see any; `mission`, `accounts`, `privacy` depend on what a row says; `own` is what belongs to the account
 * that asks; `signed-in` is for everybody who is.
 */
export const PROVEN_BY = {
  lists: ['platform/matrix/matrix.access.spec.ts', 'platform/matrix/unseen.access.spec.ts'],
  mission: ['audit/missions/missions.access.spec.ts'],
  accounts: [
    'access/accounts/review/rights-review.access.spec.ts',
    'access/provider/links/provider-invitations.access.spec.ts',
  ],
  privacy: ['privacy/privacy.access.spec.ts'],
  own: [
    'platform/attacks/one-person.spec.ts',
    'access/sessions/sessions.access.spec.ts',
    'access/factors/factors.access.spec.ts',
    'access/provider/links/provider-links.access.spec.ts',
    'audit/access-log/ask-why.spec.ts',
    'cases/break-glass/break-glass.spec.ts',
    'reminders/reminders.spec.ts',
    'reminders/calendar/calendar.access.spec.ts',
    'referrals/capacity/capacity.access.spec.ts',
  ],
  'signed-in': ['ledger/proofs-of-entries.spec.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AskedByHandler = keyof typeof PROVEN_BY;
