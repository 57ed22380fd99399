import type { AccountRole } from '@repere/access';

/** Who is signed in, as the page may know it. */
export interface Session {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly AccountRole[];
    readonly teams: readonly { readonly id: string; readonly name: string }[];
    readonly language: 'fr' | 'en';
  };
  /** ISO 8601. After this without activity the session ends. */
  readonly idleUntil: string;
  readonly until: string;
}

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

/** What anyone may know before signing in. */
export interface About {
  readonly name: 'Repère';
  readonly version: string;
  readonly space: {
    /** `null`: the default live space. */
    readonly key: string | null;
    readonly kind: 'live' | 'training';
    readonly title: string;
    /** The space's clock, ISO 8601. */
    readonly now: string;
  };
  /** In demo mode only: fictional accounts that the sign-in page offers. */
  readonly demoAccounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly name: string;
    readonly role: AccountRole;
    readonly team: string;
  }[];
}

/** An account of the reader's teams (`GET /team` → `{items}`), for assigning. */
export interface TeamMate {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly teamIds: readonly string[];
}
