import { IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('migration', {
  purpose: { fr: 'état du schéma', en: 'state of the schema' },
  retention: 'machine',
  rights: 'none',
  onlySql: 'TypeORM keeps it for itself',
})
export class MigrationEntity {
  @PrimaryColumn('integer', IMPERSONAL, { default: "nextval('migration_id_seq'::regclass)" }) id: number;
  @Column('bigint', IMPERSONAL) timestamp: string;
  @Column('character varying', IMPERSONAL) name: string;
}
