/** Whether the account opens the door now, by machine time. */
export type AccountState = 'open' | 'invited' | 'not-yet' | 'ended' | 'disabled';

/** What a service is in law: it decides what it must report (F36, F69). */
export type ServiceKind = 'public' | 'association' | 'unknown';
