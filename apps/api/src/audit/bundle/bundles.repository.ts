import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';
import { type BundleRow, MAKE } from './bundle-row';

/** Bundles that the account ordered and whose cases it still sees; for `system:bundles` the orders of all, and no case. */
@Injectable()
export class BundlesRepository {
  constructor(private readonly unit: UnitOfWork) {}

  async add(row: Pick<BundleRow, 'id' | 'kind' | 'missionId' | 'caseFileIds' | 'content'>): Promise<void> {
    await this.unit.manager.query(
      `INSERT INTO audit_bundle (id, kind, mission_id, case_file_ids, asked_by, asked_at, content)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        row.id,
        row.kind,
        row.missionId,
        row.caseFileIds,
        this.unit.account.id,
        new Date(this.unit.now()),
        row.content,
      ],
    );
  }

  async find(id: string): Promise<BundleRow | null> {
    const [row]: BundleRow[] = await this.unit.manager.query(`${SELECT} WHERE b.id = $1`, [id]);
    return row ?? null;
  }

  /** Of this case alone, or of this mission, newest first. */
  of(
    subject: { readonly caseFileId: string } | { readonly missionId: string },
  ): Promise<readonly BundleRow[]> {
    const [where, id] =
      'missionId' in subject
        ? [`b.mission_id = $1`, subject.missionId]
        : [`b.kind = 'case' AND b.case_file_ids @> ARRAY[$1::uuid]`, subject.caseFileId];
    return this.unit.manager.query(`${SELECT} WHERE ${where} ORDER BY b.asked_at DESC, b.id LIMIT 20`, [id]);
  }

  /** How many the account waits for; it orders no other beside until the transaction ends. */
  async waiting(): Promise<number> {
    await this.unit.manager.query(`SELECT pg_advisory_xact_lock(hashtext('bundles of ' || $1))`, [
      this.unit.account.id,
    ]);
    const [row]: { count: number }[] = await this.unit.manager.query(
      `SELECT count(*)::int AS count FROM audit_bundle b JOIN job j ON j.kind = '${MAKE}' AND j.subject = b.id
        WHERE j.state IN ('waiting','running')`,
    );
    return row?.count ?? 0;
  }

  /** What it holds is settled and entered in the record. `file`: sealed. */
  async make(
    id: string,
    made: { readonly madeSeq: string; readonly entries: number },
    file: Buffer,
  ): Promise<void> {
    await this.unit.manager.query(`UPDATE audit_bundle SET made_seq = $2, entries = $3 WHERE id = $1`, [
      id,
      made.madeSeq,
      made.entries,
    ]);
    await this.unit.manager.query(
      `INSERT INTO audit_bundle_file (bundle_id, content) VALUES ($1, $2)
       ON CONFLICT (bundle_id) DO UPDATE SET content = excluded.content`,
      [id, file],
    );
  }

  async finish(id: string, bytes: number, keptUntil: Date, file: Buffer): Promise<void> {
    await this.unit.manager.query(
      `UPDATE audit_bundle SET bytes = $2, finished_at = now(), kept_until = $3 WHERE id = $1`,
      [id, bytes, keptUntil],
    );
    await this.unit.manager.query(`UPDATE audit_bundle_file SET content = $2 WHERE bundle_id = $1`, [
      id,
      file,
    ]);
  }

  async file(id: string): Promise<Buffer | null> {
    const [row]: { content: Buffer }[] = await this.unit.manager.query(
      `SELECT content FROM audit_bundle_file WHERE bundle_id = $1`,
      [id],
    );
    return row?.content ?? null;
  }

  /** What it was is known; the file is gone. */
  async drop(id: string): Promise<void> {
    await this.unit.manager.query(`DELETE FROM audit_bundle_file WHERE bundle_id = $1`, [id]);
  }
}

const SELECT = `
  SELECT b.id, b.kind, b.mission_id AS "missionId", b.case_file_ids AS "caseFileIds", b.asked_by AS "askedBy",
         b.asked_at AS "askedAt", b.content, b.made_seq AS "madeSeq", b.entries, b.bytes, b.finished_at AS "finishedAt",
         b.kept_until AS "keptUntil", j.state, j.progress,
         EXISTS (SELECT 1 FROM audit_bundle_file f WHERE f.bundle_id = b.id) AS "hasFile"
    FROM audit_bundle b JOIN job j ON j.kind = '${MAKE}' AND j.subject = b.id`;
