import type { AccountRole } from '@repere/access';

/** Whether the account opens the door now, by machine time. */
export type AccountState = 'open' | 'invited' | 'not-yet' | 'ended' | 'disabled';

/** An account in the administration's list (`GET /accounts` → `Page<AccountSummary>`, by name). */
export interface AccountSummary {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly state: AccountState;
  /** A change of it waits for a second administrator. */
  readonly waits: boolean;
}

/** Cases that an account holds in a team: counts, never cases. */
export interface HeldCases {
  readonly teamId: string;
  readonly team: string;
  /** Open cases that it leads. */
  readonly leads: number;
  /** Others that it is assigned to. */
  readonly assigned: number;
}

export type AccountChangeKind = 'roles' | 'email';

/** A change that takes a second administrator: whoever asked for it, and whom it is about, can't agree to it. */
export interface AccountChange {
  readonly id: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly kind: AccountChangeKind;
  /** Roles as they are and as they would be; `null` for an address. */
  readonly before: readonly AccountRole[] | null;
  readonly after: readonly AccountRole[] | null;
  readonly email: string | null;
  readonly reason: string;
  readonly requestedBy: string;
  /** ISO 8601. */
  readonly requestedAt: string;
  /** Whether the reader may decide. */
  readonly mayDecide: boolean;
}

/** A mail with a link to set a password. */
export interface InvitationStanding {
  readonly askedAt: string;
  /** `null`: still on its way. */
  readonly sentAt: string | null;
  readonly expiresAt: string | null;
  readonly state: 'on-its-way' | 'sent' | 'expired';
}

/** An invitation by a provider that still holds; its link was shown once. */
export interface ProviderInvitationStanding {
  readonly id: string;
  /** Key of the provider. */
  readonly provider: string;
  readonly invitedBy: string;
  readonly invitedAt: string;
  readonly until: string;
}

/** One account (`GET /accounts/:id`). */
export interface AccountDetail extends AccountSummary {
  readonly email: string | null;
  readonly language: 'fr' | 'en';
  /** ISO days; the last one counts. By the clock of France. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly invitation: InvitationStanding | null;
  readonly providerInvitation: ProviderInvitationStanding | null;
  readonly changes: readonly AccountChange[];
  readonly held: readonly HeldCases[];
  /** ISO 8601: roles and teams have to be confirmed by then. */
  readonly reviewDueAt: string;
  readonly isReader: boolean;
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
  readonly language: 'fr' | 'en';
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  /** Needed where a role waits for a second administrator. */
  readonly reason?: string;
}

/** A team, for who administers (`GET /teams`). */
/** What a service is in law: it decides what it must report (F36, F69). */
export type ServiceKind = 'public' | 'association' | 'unknown';

export interface TeamSummary {
  readonly id: string;
  readonly name: string;
  readonly territory: string;
  readonly territoryName: string;
  readonly zone: string;
  readonly kind: ServiceKind;
  readonly members: readonly { readonly id: string; readonly name: string; readonly state: AccountState }[];
}

/** An account whose rights have to be confirmed (`GET /rights-reviews`), the most overdue first. */
export interface RightsDue {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly lastReviewed: { readonly at: string; readonly by: string } | null;
}

/** Whom a link from a mail is for (`POST /account-links/look`). */
export interface LinkLook {
  readonly kind: 'invitation' | 'reset';
  readonly login: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
}

/** A mail that a demo would have sent (`GET /demo-mails`). */
export interface DemoMail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
