import { randomBytes, randomUUID } from 'node:crypto';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { TestService } from '../test-service';

/** A case as bare rows, for tests of the barriers around it; domain tests open cases through the interface. */
export interface BareCase {
  readonly id: string;
  readonly entryId: string;
}

/** Inserts a case with a row in each table that is bound to it. */
export const insertBareCase = (service: TestService, about: BareCaseOptions): Promise<BareCase> =>
  service.asSeed((unit) => insertRows(unit, service.app.get(Secrecy), about));

interface BareCaseOptions {
  /** Name of the team. */
  readonly team: string;
  readonly leadId?: string;
  readonly assignedId?: string;
  readonly enteredBy?: string;
}

async function insertRows(
  unit: UnitOfWork,
  secrecy: Secrecy,
  { team, leadId, assignedId, enteredBy = 'system:seed' }: BareCaseOptions,
): Promise<BareCase> {
  const [id, runId, entryId] = [randomUUID(), randomUUID(), randomUUID()];
  const { manager } = unit;
  const bytes = randomBytes(40);
  const insert = (sql: string, parameters: readonly unknown[]): Promise<unknown> =>
    manager.query(sql, [...parameters]);
  const [{ id: teamId }]: [{ id: string }] = await manager.query(`SELECT id FROM team WHERE name = $1`, [
    team,
  ]);
  const { id: keyId } = await secrecy.createDataKey();
  await insert(
    `INSERT INTO protocol_version (name, version, hash, document, published_at, published_by)
     VALUES ('made-up', '1.0.0', 'h', '{}', now(), 'system:seed') ON CONFLICT DO NOTHING`,
    [],
  );
  await insert(
    `INSERT INTO case_file (id, reference, team_id, lead_id, territory, opened_at, opened_by, seq, changed_at, data_key_id, child)
     VALUES ($1, $2, $3, $4, '93', now(), 'system:seed', 1, now(), $5, $6)`,
    [id, `T-${id.slice(0, 8)}`, teamId, leadId ?? null, keyId, bytes],
  );
  if (assignedId)
    await insert(
      `INSERT INTO assignment (case_file_id, team_id, account_id, since) VALUES ($1, $2, $3, now())`,
      [id, teamId, assignedId],
    );
  await insert(
    `INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at) VALUES ($1, $2, $3, 'made-up', '1.0.0', 'h', now())`,
    [runId, id, teamId],
  );
  const { seq } = await unit.recordEvent({ type: 'journal.note-added', commitment: 'ab'.repeat(32) });
  await insert(
    `INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision, recorded_at,
                                entered_by, key_id, payload, commitment, ledger_seq)
     VALUES ($1, 1, $2, 'step-completed', $3, 'first', now(), now(), 'minute', now(), $4, $5, $6, $6, $7)`,
    [id, entryId, runId, enteredBy, keyId, bytes, seq],
  );
  await insert(
    `INSERT INTO step_state (run_id, step, protocol, case_file_id, team_id, state) VALUES ($1, 'first', 'made-up', $2, $3, 'done')`,
    [runId, id, teamId],
  );
  await insert(
    `INSERT INTO deadline (run_id, step, of, protocol, case_file_id, team_id, origin, owner) VALUES ($1, 'first', 'step', 'made-up', $2, $3, 'TOOL', 'ours')`,
    [runId, id, teamId],
  );
  await insert(
    `INSERT INTO work_line (run_id, step, of, lane, rank, place, protocol, version, state, case_file_id, team_id, owner, at_once, sorted_at)
     VALUES ($1, 'first', 'step', 'idle', 0, 0, 'made-up', '1.0.0', 'ready', $2, $3, 'ours', false, '-infinity')`,
    [runId, id, teamId],
  );
  await insert(
    `INSERT INTO case_fact (case_file_id, team_id, fact, value, seq) VALUES ($1, $2, 'danger', '"yes"', 1)`,
    [id, teamId],
  );
  await insert(
    `INSERT INTO alert (id, case_file_id, team_id, run_id, step, entry_id, kind, at) VALUES ($1, $2, $3, $4, 'first', $5, 'flag', now())`,
    [randomUUID(), id, teamId, runId, entryId],
  );
  await insert(
    `INSERT INTO child_identity (kind, token, case_file_id, generation, team_id)
     SELECT 'name', $1, $2, generation, $3 FROM index_generation`,
    [bytes, id, teamId],
  );
  await insert(
    `INSERT INTO child_signature (case_file_id, generation, team_id, salt, signature)
     SELECT $1, generation, $2, 0, repeat('01', 512)::bit(1024) FROM index_generation`,
    [id, teamId],
  );
  await insert(
    `INSERT INTO access_event (event_seq, case_file_id, reader, teams, at, type, purpose, outcome)
     VALUES ($1, $2, 'somebody', '{}', now(), 'case-file.read', 'care', 'done')`,
    [seq, id],
  );
  await insert(
    `INSERT INTO stopped_act (event_seq, case_file_id, team_id, rules, at) VALUES ($1, $2, $3, '{G06}', now())`,
    [seq, id, teamId],
  );
  await insert(`INSERT INTO ledger_shown (case_file_id, event_seq, commitment) VALUES ($1, $2, $3)`, [
    id,
    seq,
    bytes,
  ]);
  return { id, entryId };
}
