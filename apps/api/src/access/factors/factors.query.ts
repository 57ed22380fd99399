import type { StepMeans } from '@repere/cases';
import type { EntityManager } from 'typeorm';
import { command, rows } from '../../platform/data/statement';

/** Since when an account has an authenticator app and recovery codes, and how many of those are left. */
export interface FactorTimes {
  readonly totpAt: Date | null;
  readonly codesAt: Date | null;
  readonly left: number;
}

export const factorTimes = (manager: EntityManager, accountId: string): Promise<FactorTimes | null> =>
  TIMES.first(manager, [accountId]);

/** What an account can show beside its password. Recovery codes stand in for a factor and are none themselves. */
export async function meansOf(manager: EntityManager, accountId: string): Promise<readonly StepMeans[]> {
  const row = await MEANS.first(manager, [accountId]);
  if (!row || !(row.totp || row.passkey)) return [];
  return [
    ...(row.totp ? (['code'] as const) : []),
    ...(row.passkey ? (['passkey'] as const) : []),
    ...(row.recovery ? (['recovery-code'] as const) : []),
  ];
}

/** Others that add or remove a factor of this account, or sign in with its password alone, wait until this transaction ends. */
export const lockAccount = (manager: EntityManager, accountId: string): Promise<void> =>
  LOCK(manager, [accountId]);

const TIMES = rows<FactorTimes>({ totpAt: 'timestamptz?', codesAt: 'timestamptz?', left: 'integer' }).from(`
  SELECT (SELECT confirmed_at FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL) AS "totpAt",
         (SELECT max(made_at) FROM recovery_code WHERE account_id = $1) AS "codesAt",
         (SELECT count(*)::int FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS left`);

const MEANS = rows<Readonly<Record<'totp' | 'passkey' | 'recovery', boolean>>>({
  ...{ totp: 'boolean', passkey: 'boolean', recovery: 'boolean' },
}).from(`
  SELECT EXISTS (SELECT 1 FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL) AS totp,
         EXISTS (SELECT 1 FROM passkey WHERE account_id = $1) AS passkey,
         EXISTS (SELECT 1 FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS recovery`);

const LOCK = command(`SELECT pg_advisory_xact_lock(hashtextextended('factors of ' || $1, 0))`);
