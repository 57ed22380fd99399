import { type InsertResult, type ObjectLiteral, Repository } from 'typeorm';
import type { UnitOfWork } from '../unit-of-work';
import type { EntityClass } from './declared-table';

/** Rows of one entity in the running unit of work, whatever its space; outside of one every call throws. */
export class UnitRepository<E extends ObjectLiteral> extends Repository<E> {
  constructor(unit: Pick<UnitOfWork, 'manager'>, entity: EntityClass<E>) {
    // The manager is that of the moment.
    super(entity, null as never);
    Object.defineProperty(this, 'manager', { get: () => unit.manager });
  }

  /** Asks for nothing back: a policy may let somebody write a row that they may not read. */
  override insert(rows: Parameters<Repository<E>['insert']>[0]): Promise<InsertResult> {
    return this.createQueryBuilder().insert().values(rows).updateEntity(false).execute();
  }

  /** Refused: it asks first whether the row is there, and writes what it guesses. */
  override save(): Promise<never> {
    throw new Error('say insert or update: save guesses');
  }
}
