import type { CredentialMacs } from '../platform/secrecy/credentials/credential-macs';
import type { Space } from '../platform/spaces';
import type { Rows } from '../ledger/rows';
import { ROWS_CHANGED } from '../platform/record/take-changes';
import type { ChangedRows } from '../platform/record/audited-tables';
import { checkCredentials, checkSessions, DerivedSessions } from './check-credentials';
import type { ToldEvent } from './check-payloads';
import { checkRows, DerivedRows } from './check-rows';
import type { Report } from './finding';

/** Who comes in and who sees what, as the events of the record tell it, held against the rows that say so now. */
export class DerivedRecord {
  private readonly rows = new DerivedRows();
  private readonly sessions = new DerivedSessions();
  /** Which act told of rows first, and whether another has since. */
  private first: string | null = null;
  private hasAnother = false;

  constructor(private readonly report: Report) {}

  /** In the order of the events. */
  tell({ seq, entry, fields }: ToldEvent): void {
    if (entry.outcome !== 'done') return;
    if (entry.type === 'credentials.taken-over') this.checkFirst(seq, entry.correlation);
    if (entry.type !== ROWS_CHANGED.type) return this.sessions.tell(seq, entry.actor, fields);
    this.first ??= entry.correlation;
    this.hasAnother ||= this.first !== entry.correlation;
    this.rows.tell(seq, fields['changed'] as ChangedRows);
  }

  /** How many rows were compared. */
  async check(rows: Rows, space: Space, macs: CredentialMacs): Promise<number> {
    const [baseline] = await rows<{ at: Date }>(`SELECT at FROM credential_baseline`);
    if (!baseline)
      this.report({
        table: 'credential_baseline',
        key: 'true',
        code: 'missing',
        said: 'Credentials of before were not bound yet, or somebody wants them to be bound once more.',
      });
    await checkSessions(rows, this.sessions, this.report);
    await checkCredentials(rows, space, macs, this.report);
    return checkRows(rows, this.rows, this.report);
  }

  /** What is there is taken over once, before anything else was told. */
  private checkFirst(seq: string, correlation: string): void {
    if (!this.hasAnother && (this.first ?? correlation) === correlation) return;
    this.report({
      table: 'ledger_event',
      key: seq,
      code: 'forged',
      said: 'Credentials and rights were taken over as they stood, although events told of them before: somebody made it happen again.',
    });
  }
}
