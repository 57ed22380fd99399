import { type DynamicModule, Module } from '@nestjs/common';
import { getRepositoryToken } from '@nestjs/typeorm';
import { UnitOfWork } from '../unit/unit-of-work';
import type { EntityClass } from './declared-table';
import { UnitRepository } from './unit-repository';

/** `TypeOrmModule.forFeature`, but what `@InjectRepository(E)` gives is bound to the running unit of work, whatever its space. */
@Module({})
export class DomainEntities {
  static forFeature(entities: readonly EntityClass[]): DynamicModule {
    const providers = entities.map((entity) => ({
      provide: getRepositoryToken(entity),
      useFactory: (unit: UnitOfWork) => new UnitRepository(unit, entity),
      inject: [UnitOfWork],
    }));
    return { module: DomainEntities, providers, exports: providers };
  }
}
