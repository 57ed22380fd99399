import type { AccountRole } from '@repere/access';
import type { Provider } from './provider';

/** Who is signed in, as the page may know it. */
export interface Session extends SessionTimes {
  /** Names it; opens nothing. */
  readonly id: string;
  /** Key of the provider by which it was opened, where signing out goes on; `null`: here. */
  readonly provider: string | null;
  /** A second factor has to be set up before anything else opens. */
  readonly mustEnrol: boolean;
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly AccountRole[];
    readonly teams: readonly { readonly id: string; readonly name: string }[];
    readonly language: 'fr' | 'en';
  };
}

/** When a session ends; ISO 8601, machine time. */
export interface SessionTimes {
  /** When this was said: the clock of the page may be wrong. */
  readonly now: string;
  /** After this without input the session ends; never after `until`. */
  readonly idleUntil: string;
  readonly until: string;
  /** Without input for this long a session ends. */
  readonly idleSeconds: number;
}

/** One of the places where an account is signed in, as its owner may see it. */
export interface OwnSession {
  /** Names it in the list; opens nothing. */
  readonly id: string;
  /** The one that asks. */
  readonly isThis: boolean;
  readonly browser: 'chrome' | 'edge' | 'firefox' | 'opera' | 'safari' | 'other';
  readonly system: 'android' | 'ios' | 'linux' | 'macos' | 'windows' | 'other';
  /** How it was opened. */
  readonly strength: 'password' | 'two-factors' | 'passkey' | 'provider';
  readonly startedAt: string;
  /** Last input. */
  readonly lastSeenAt: string;
}

/** `GET /sessions`: this one first, then the last used. */
export interface OwnSessions {
  readonly now: string;
  readonly items: readonly OwnSession[];
}

/** `POST /sessions/end-others`. */
export interface EndedSessions {
  readonly ended: number;
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
  /** OpenID Connect providers that one may sign in with. */
  readonly providers: readonly Provider[];
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
