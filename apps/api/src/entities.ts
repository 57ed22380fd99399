import { ACCESS_ENTITIES } from './access/entities/access-entities';
import { AUDIT_ENTITIES } from './audit/entities/audit-entities';
import { CASE_ENTITIES } from './cases/entities/case-entities';
import { RELATION_ENTITIES } from './cases/entities/relation-entities';
import { declaredTable, type DeclaredTable, type EntityClass } from './platform/data/declared-table';
import { PRIVACY_ENTITIES } from './privacy/entities/privacy-entities';

/** Tables that are declared by their entities, by the chapters of the register. */
export const ENTITIES_BY_DOMAIN = {
  access: ACCESS_ENTITIES,
  relations: RELATION_ENTITIES,
  cases: CASE_ENTITIES,
  audit: AUDIT_ENTITIES,
  privacy: PRIVACY_ENTITIES,
} as const satisfies Readonly<Record<string, readonly EntityClass[]>>;

const ALL: readonly EntityClass[] = Object.values(ENTITIES_BY_DOMAIN).flat();

/** Every table as it is declared. */
export const DECLARED_TABLES: readonly DeclaredTable[] = ALL.map(declaredTable);

/** Every entity that TypeORM can read. */
export const entities: EntityClass[] = ALL.filter((entity) => declaredTable(entity).onlySql === undefined);
