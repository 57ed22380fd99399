import { Inject, Injectable } from '@nestjs/common';
import type { Configuration } from '../../settings/configuration';
import { DEFAULT_SHARES } from '../../settings/connection-shares';
import { CONFIGURATION } from '../../tokens';
import { type BudgetLimits, ConnectionBudget } from './connection-budget';

/** So many wait at most, for each connection and in all: who came later would wait in vain. */
const [WAITING_A_CONNECTION, LEAST_WAITING] = [8, 100];

/** The connections that this process may have to one PostgreSQL server: for its spaces, and for their record. */
export interface BudgetsOfServer {
  readonly spaces: ConnectionBudget;
  readonly record: ConnectionBudget;
}

/** The budgets of each PostgreSQL server that was asked for, by name; `null`: that of the address book. */
@Injectable()
export class ServerBudgets {
  private readonly budgets = new Map<string | null, BudgetsOfServer>();

  constructor(@Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'connections'>) {
    this.budgetsOf(null);
  }

  get byServer(): ReadonlyMap<string | null, BudgetsOfServer> {
    return this.budgets;
  }

  budgetsOf(server: string | null): BudgetsOfServer {
    const known = this.budgets.get(server);
    if (known) return known;
    const { spaces, record, patienceMs } = this.configuration.connections ?? DEFAULT_SHARES;
    const made = {
      spaces: new ConnectionBudget(limitsOf(spaces, patienceMs)),
      // Whoever keeps the record has time: it waits for its turn.
      record: new ConnectionBudget({ ...limitsOf(record, patienceMs), mostWaiting: Infinity }),
    };
    this.budgets.set(server, made);
    return made;
  }
}

const limitsOf = (most: number, patienceMs: number): BudgetLimits => ({
  most,
  // Classes leave half of them to live spaces.
  mostInTraining: Math.max(1, Math.floor(most / 2)),
  mostWaiting: Math.max(LEAST_WAITING, most * WAITING_A_CONNECTION),
  patienceMs,
});
