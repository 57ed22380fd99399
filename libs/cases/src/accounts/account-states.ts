/** Whether the account opens the door now, by machine time. */
export const ACCOUNT_STATES = ['open', 'invited', 'not-yet', 'ended', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What a service is in law: it decides what it must report (F36, F69). */
export const SERVICE_KINDS = ['public', 'association', 'unknown'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];
