import { Injectable } from '@nestjs/common';
import { type AnswerColumns, command, rows } from '../../../platform/data/statement';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { type BundleRow, MAKE } from './bundle-row';

/** Bundles beside the jobs that make them. */
@Injectable()
export class BundlesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  findBundle(id: string): Promise<BundleRow | null> {
    return FIND.first(this.unit.manager, [id]);
  }

  /** Of this case alone, newest first. */
  ofCase(caseFileId: string): Promise<readonly BundleRow[]> {
    return OF_CASE.readRows(this.unit.manager, [caseFileId]);
  }

  /** Of this mission, newest first. */
  ofMission(missionId: string): Promise<readonly BundleRow[]> {
    return OF_MISSION.readRows(this.unit.manager, [missionId]);
  }

  /** How many the account waits for; it orders no other beside until the transaction ends. */
  async waiting(): Promise<number> {
    await LOCK_ORDERS(this.unit.manager, [this.unit.account.id]);
    return (await WAITING.first(this.unit.manager))?.count ?? 0;
  }
}

const SELECT = `
  SELECT b.id, b.kind, b.mission_id AS "missionId", b.case_file_ids AS "caseFileIds", b.asked_by AS "askedBy",
         b.asked_at AS "askedAt", b.content, b.made_seq AS "madeSeq", b.entries, b.bytes, b.finished_at AS "finishedAt",
         b.kept_until AS "keptUntil", j.state, j.progress,
         EXISTS (SELECT 1 FROM audit_bundle_file f WHERE f.bundle_id = b.id) AS "hasFile"
    FROM audit_bundle b JOIN job j ON j.kind = '${MAKE}' AND j.subject = b.id`;

const NEWEST = `ORDER BY b.asked_at DESC, b.id LIMIT 20`;

const BUNDLE: AnswerColumns<BundleRow> = {
  ...{ id: 'uuid', kind: 'text', missionId: 'uuid?', caseFileIds: 'uuid[]', askedBy: 'uuid' },
  ...{ askedAt: 'timestamptz', content: 'bytea', madeSeq: 'bigint?', entries: 'integer?', bytes: 'integer?' },
  ...{ finishedAt: 'timestamptz?', keptUntil: 'timestamptz?', state: 'text', progress: 'real' },
  hasFile: 'boolean',
};

const FIND = rows<BundleRow>(BUNDLE).from(`${SELECT} WHERE b.id = $1`);

const OF_CASE = rows<BundleRow>(BUNDLE).from(
  `${SELECT} WHERE b.kind = 'case' AND b.case_file_ids @> ARRAY[$1::uuid] ${NEWEST}`,
);

const OF_MISSION = rows<BundleRow>(BUNDLE).from(`${SELECT} WHERE b.mission_id = $1 ${NEWEST}`);

const LOCK_ORDERS = command(`SELECT pg_advisory_xact_lock(hashtext('bundles of ' || $1))`);

const WAITING = rows<{ readonly count: number }>({ count: 'integer' }).from(`
  SELECT count(*)::int AS count FROM audit_bundle b JOIN job j ON j.kind = '${MAKE}' AND j.subject = b.id
   WHERE j.state IN ('waiting','running')`);
