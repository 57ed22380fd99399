import { IMPERSONAL } from '../../platform/data/column-class';
import { PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_queue', {
  purpose: { fr: 'traces qui attendent leur place', en: 'events that wait for their place' },
  retention: 'machine',
  rights: 'none',
})
export class LedgerQueueEntity {
  @PrimaryColumn('bigint', IMPERSONAL) seq: string;
}
