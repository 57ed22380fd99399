import { Inject, Injectable } from '@nestjs/common';
import type { Configuration } from '../../settings/configuration';
import { DEFAULT_SHARES } from '../../settings/connection-shares';
import { CONFIGURATION } from '../../tokens';
import { type BudgetLimits, ConnectionBudget } from './connection-budget';

/** So many wait at most, for each connection and in all: who came later would wait in vain. */
const [WAITING_A_CONNECTION, LEAST_WAITING] = [8, 100];

/** The connections that this process may have to PostgreSQL: for the spaces, and for their record. */
@Injectable()
export class ServerBudgets {
  readonly spaces: ConnectionBudget;
  readonly record: ConnectionBudget;

  constructor(@Inject(CONFIGURATION) { connections = DEFAULT_SHARES }: Pick<Configuration, 'connections'>) {
    const { spaces, record, patienceMs } = connections;
    this.spaces = new ConnectionBudget(limitsOf(spaces, patienceMs));
    // Whoever keeps the record has time: it waits for its turn.
    this.record = new ConnectionBudget({ ...limitsOf(record, patienceMs), mostWaiting: Infinity });
  }
}

const limitsOf = (most: number, patienceMs: number): BudgetLimits => ({
  most,
  // Classes leave half of them to live spaces.
  mostInTraining: Math.max(1, Math.floor(most / 2)),
  mostWaiting: Math.max(LEAST_WAITING, most * WAITING_A_CONNECTION),
  patienceMs,
});
