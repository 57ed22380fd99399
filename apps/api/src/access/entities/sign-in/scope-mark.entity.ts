import { IMPERSONAL } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('scope_mark', {
  purpose: {
    fr: 'marque qui change dès que les droits de quelqu’un changent',
    en: 'mark that changes as soon as what somebody reaches does',
  },
  retention: 'machine',
  rights: 'none',
  onlySql: 'TypeORM knows no xid8',
})
export class ScopeMarkEntity {
  @PrimaryColumn('boolean', IMPERSONAL, { default: 'true' }) isOnly: boolean;
  @Column('uuid', IMPERSONAL, { default: 'gen_random_uuid()' }) mark: string;
  @Column('xid8', IMPERSONAL, { default: 'pg_current_xact_id()' }) xid: string;
}
