import { ACCOUNT, IMPERSONAL } from '../../../platform/data/column-class';
import { Column, Table } from '../../../platform/data/columns';

@Table('duplicate_search', {
  purpose: { fr: 'limite des recherches de doublons', en: 'limit on looks for duplicates' },
  retention: 'machine',
  onlySql: 'it has no primary key',
})
export class DuplicateSearchEntity {
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('timestamptz', IMPERSONAL, { default: 'clock_timestamp()' }) at: Date;
}
