import { type InsertResult, type ObjectLiteral, Repository } from 'typeorm';
import type { UnitOfWork } from '../unit/unit-of-work';
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

  /** Whether it was written: `false` when such a row is there already. */
  async insertNew(row: Parameters<Repository<E>['insert']>[0]): Promise<boolean> {
    const builder = this.createQueryBuilder().insert().values(row).orIgnore().updateEntity(false);
    // Names no column: whoever may not read the row may ask whether it was written.
    const { raw } = await builder.returning('1').execute();
    return (raw as readonly unknown[]).length > 0;
  }

  /** Refused: it asks first whether the row is there, and writes what it guesses. */
  override save(): Promise<never> {
    throw new Error('say insert or update: save guesses');
  }
}
