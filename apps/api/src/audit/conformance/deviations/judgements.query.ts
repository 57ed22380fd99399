import { Injectable } from '@nestjs/common';
import type { JudgementKind } from '@repere/audit';
import { rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

/** A judgement with the payload of its event, `null` once it was erased. */
export interface JudgementRow {
  readonly key: string;
  readonly kind: JudgementKind;
  readonly byId: string;
  readonly at: Date;
  /** The id of its event. */
  readonly eventId: string | null;
  readonly content: Buffer | null;
}

/** What was said of deviations, beside the events that hold the words. */
@Injectable()
export class JudgementsQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Of these deviations of one case, oldest first. */
  findJudgements(caseFileId: string, keys: readonly string[]): Promise<readonly JudgementRow[]> {
    return FIND.readRows(this.unit.manager, [caseFileId, keys]);
  }
}

const FIND = rows<JudgementRow>({
  ...{ key: 'text', kind: 'text', byId: 'uuid', at: 'timestamptz', eventId: 'uuid?', content: 'bytea?' },
}).from(`
  SELECT j.deviation_key AS key, j.kind, j.by_id AS "byId", j.at, p.event_id AS "eventId", p.content
    FROM deviation_judgement j LEFT JOIN ledger_payload p ON p.event_seq = j.event_seq
   WHERE j.case_file_id = $1 AND j.deviation_key = ANY ($2::text[]) ORDER BY j.at, j.event_seq`);
