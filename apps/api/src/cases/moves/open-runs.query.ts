import { Injectable } from '@nestjs/common';
import type { JournalEntry } from '@repere/case-engine';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { JournalRepository } from '../journal/journal.repository';

export interface OpenRun {
  readonly runId: string;
  readonly version: string;
  readonly caseFileId: string;
  readonly teamId: string;
  readonly territory: string;
  readonly dataKeyId: string;
}

/** Runs of a protocol that are not at their end, of every case that the actor sees. */
@Injectable()
export class OpenRunsQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly journal: JournalRepository,
  ) {}

  async count(protocol: string): Promise<number> {
    const row = await COUNT.first(this.unit.manager, [protocol]);
    return row?.count ?? 0;
  }

  /** The next of them, by id. */
  next(protocol: string, after: string | null, limit: number): Promise<readonly OpenRun[]> {
    return NEXT.readRows(this.unit.manager, [protocol, after, limit]);
  }

  /** By case: its journal, decrypted. Neither the child's identity nor anybody's draft is opened. */
  async journals(runs: readonly OpenRun[]): Promise<ReadonlyMap<string, readonly JournalEntry[]>> {
    const keys = new Map(
      (await this.secrecy.openDataKeys([...new Set(runs.map(({ dataKeyId }) => dataKeyId))])).map((key) => [
        key.id,
        key,
      ]),
    );
    const readable = runs.flatMap(({ caseFileId, dataKeyId }) => {
      const key = keys.get(dataKeyId);
      // Erased meanwhile.
      return key ? [{ caseFileId, key }] : [];
    });
    const journals = await this.journal.readMany(readable);
    return new Map(readable.map(({ caseFileId }) => [caseFileId, journals.get(caseFileId) ?? []]));
  }
}

const FROM = `
  FROM run r JOIN case_file c ON c.id = r.case_file_id
 WHERE r.protocol = $1 AND NOT r.ended AND c.erased_at IS NULL`;

const COUNT = rows<{ readonly count: number }>({ count: 'integer' }).from(
  `SELECT count(*)::int AS count ${FROM}`,
);

const NEXT = rows<OpenRun>({
  ...{
    runId: 'uuid',
    version: 'text',
    caseFileId: 'uuid',
    teamId: 'uuid',
    territory: 'text',
    dataKeyId: 'uuid',
  },
}).from(`
  SELECT r.id AS "runId", r.version, r.case_file_id AS "caseFileId", r.team_id AS "teamId", c.territory,
        c.data_key_id AS "dataKeyId" ${FROM} AND ($2::uuid IS NULL OR r.id > $2::uuid) ORDER BY r.id LIMIT $3`);
