import { CASE, CODED, IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('outbox', {
  purpose: { fr: 'signal qu’une page a changé', en: 'signal that a page changed' },
  retention: 'machine',
  rights: 'none',
})
export class OutboxEntity {
  @PrimaryColumn('bigint', IMPERSONAL, { identity: true }) number: string;
  @Column('text', CODED) topic: string;
  @Column('uuid', CASE, { nullable: true }) caseFileId: string | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) at: Date;
}
