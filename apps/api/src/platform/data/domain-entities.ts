import { type DynamicModule, Inject, Module } from '@nestjs/common';
import { UnitOfWork } from '../unit-of-work';
import type { EntityClass } from './declared-table';
import { UnitRepository } from './unit-repository';

const tokenOf = (entity: EntityClass): string => `${entity.name}Repository`;

/** Asks for the repository of an entity; its domain's module says `DomainEntities.forFeature`. */
export const InjectRepository = (entity: EntityClass): ParameterDecorator => Inject(tokenOf(entity));

/** Repositories of a domain's entities, each bound to the running unit of work. */
@Module({})
export class DomainEntities {
  static forFeature(entities: readonly EntityClass[]): DynamicModule {
    const providers = entities.map((entity) => ({
      provide: tokenOf(entity),
      useFactory: (unit: UnitOfWork) => new UnitRepository(unit, entity),
      inject: [UnitOfWork],
    }));
    return { module: DomainEntities, providers, exports: providers };
  }
}
