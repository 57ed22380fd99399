import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

interface CorrectionRow {
  readonly eventId: string;
  readonly content: Buffer;
}

/** Events of corrections of a child's identity. */
@Injectable()
export class CorrectionsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** The event of a correction stands in the transaction of the note that says why. */
  findCorrections(caseFileId: string, keyId: string): Promise<readonly CorrectionRow[]> {
    return FIND.readRows(this.unit.manager, [caseFileId, keyId]);
  }
}

const FIND = rows<CorrectionRow>({ eventId: 'uuid', content: 'bytea' }).from(`
  SELECT DISTINCT p.event_id AS "eventId", p.content
    FROM journal_entry j JOIN ledger_event note ON note.seq = j.ledger_seq
    JOIN ledger_event e ON e.xid = note.xid JOIN ledger_payload p ON p.event_seq = e.seq
   WHERE j.case_file_id = $1 AND j.kind = 'note-added' AND p.key_id = $2
     AND e.entry LIKE '%"type":"case-file.child-changed"%'`);
