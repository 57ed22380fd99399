import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';

/**
 * Ends sessions of an account, on every replica from the next request on: each request looks its session up. Call it in the
 * unit of work of the act that asks for it. Changed roles and a disabled account end them by themselves, in the database.
 */
@Injectable()
export class EndSessions {
  constructor(private readonly unit: UnitOfWork) {}

  /** How many were open; `except`: the id of the session that stays, mostly the one that asks. Who waits for a second step starts anew. */
  async ofAccount(accountId: string, except: string | null = null): Promise<number> {
    await this.unit.manager.query(`DELETE FROM pending_sign_in WHERE account_id = $1`, [accountId]);
    return this.end(`account_id = $1 AND id IS DISTINCT FROM $2::uuid`, [accountId, except]);
  }

  /** Whether that account had that session. */
  async one(accountId: string, sessionId: string): Promise<boolean> {
    return (await this.end(`account_id = $1 AND id = $2::uuid`, [accountId, sessionId])) > 0;
  }

  private async end(which: string, parameters: readonly (string | null)[]): Promise<number> {
    const [row]: { ended: number }[] = await this.unit.manager.query(
      `WITH ended AS (DELETE FROM session WHERE ${which} RETURNING 1) SELECT count(*)::int AS ended FROM ended`,
      [...parameters],
    );
    return row?.ended ?? 0;
  }
}
