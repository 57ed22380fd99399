import { randomUUID } from 'node:crypto';
import type { TestService } from '../../../testing/test-service';

/** An open mission in which this auditor examines these cases of a team, led by this supervisor. Id. */
export async function openMission(
  service: TestService,
  {
    team,
    supervisorId,
    auditorId,
    caseFileIds,
  }: { team: string; supervisorId: string; auditorId: string; caseFileIds: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  await service.asSeed(async ({ manager }) => {
    await manager.query(
      `INSERT INTO mission (id, reference, state, team_ids, auditor_ids, period_from, period_to, protocols, method, key_id,
         content, created_by, created_at, opened_by, opened_at, frame, frame_hash)
       SELECT $1::uuid, left($1::text, 8), 'open', ARRAY[t.id], ARRAY[$3::uuid], '2020-01-01', '2030-01-01', '{}', 'all',
              (SELECT data_key_id FROM case_file WHERE id = $5::uuid), '\\x00', $4::uuid, now(), $4::uuid, now(), '{}', 'h'
         FROM team t WHERE t.name = $2`,
      [id, team, auditorId, supervisorId, caseFileIds[0]],
    );
    await manager.query(
      `INSERT INTO mission_case (mission_id, case_file_id, team_id, place, alias)
       SELECT $1::uuid, c.id, c.team_id, row_number() OVER (), 'a' || row_number() OVER () FROM case_file c WHERE c.id = ANY ($2::uuid[])`,
      [id, caseFileIds],
    );
  });
  return id;
}
