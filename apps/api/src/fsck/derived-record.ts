import type { CredentialMacs } from '../platform/secrecy/credentials/credential-macs';
import type { Space } from '../platform/spaces/spaces';
import type { Rows } from '../ledger/rows';
import { ROWS_CHANGED } from '../platform/record/take-changes';
import type { AuditedTable, ChangedRows } from '../platform/record/audited-tables';
import { checkCredentials, checkSessions, DerivedSessions } from './checks/check-credentials';
import type { CommittedEvent } from './checks/check-payloads';
import { checkRows, DerivedRows } from './checks/check-rows';
import type { Report } from './record-fault';

/** Who comes in and who sees what, as the events of the record tell it, held against the rows that say so now. */
export class DerivedRecord {
  private readonly rows = new DerivedRows();
  private readonly sessions = new DerivedSessions();

  constructor(
    private readonly tables: readonly AuditedTable[],
    private readonly report: Report,
  ) {}

  /** In the order of the events. */
  readEvent({ seq, entry, fields }: CommittedEvent): void {
    if (entry.outcome !== 'done') return;
    if (entry.type !== ROWS_CHANGED.type) return this.sessions.readEvent(seq, entry.actor, fields);
    this.rows.readChangedRows(seq, fields['changed'] as ChangedRows);
  }

  /** How many rows were compared. */
  async check(rows: Rows, space: Space, macs: CredentialMacs): Promise<number> {
    await checkSessions(rows, this.sessions, this.report);
    await checkCredentials(rows, space, macs, this.report);
    return checkRows(rows, this.tables, this.rows, this.report);
  }
}
