import { randomUUID } from 'node:crypto';
import { MissionEntity } from '../../audit/entities/mission.entity';
import { rowOf } from '../../platform/data/sealed-row';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { SignedInClient, TestService } from '../test-service';

/** Id of an open audit mission as bare rows, in which this account examines these cases. */
export function insertOpenMission(
  service: TestService,
  { auditorId, caseFileIds }: { readonly auditorId: string; readonly caseFileIds: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  return service.asSeed(async ({ manager }) => {
    const secrecy = service.app.get(Secrecy);
    const key = await secrecy.spaceKey();
    const content = secrecy.seal(key, rowOf(MissionEntity, { id }), 'content', {
      title: 'Mission',
      question: 'Why?',
      checklist: [],
    });
    await manager.query(
      `WITH someone AS (INSERT INTO account (login, name, roles)
                        VALUES ('lead-' || $1, 'Lead', '{supervisor}') RETURNING id)
       INSERT INTO mission (id, reference, state, team_ids, auditor_ids, period_from, period_to, protocols, method, key_id,
                            content, created_by, created_at, opened_by, opened_at, frame, frame_hash)
       SELECT $1::uuid, $1, 'open', ARRAY(SELECT DISTINCT team_id FROM case_file WHERE id = ANY ($3::uuid[])), ARRAY[$2::uuid],
              '2025-01-01', '2025-12-31', '{}', 'all', $4, $5, someone.id, now(), someone.id, now(), '{}', ''
         FROM someone`,
      [id, auditorId, caseFileIds, key.id, content],
    );
    await manager.query(
      `INSERT INTO mission_case (mission_id, case_file_id, team_id, place, alias)
       SELECT $1, c.id, c.team_id, row_number() OVER (), c.id::text FROM case_file c WHERE c.id = ANY ($2::uuid[])`,
      [id, caseFileIds],
    );
    return id;
  });
}

/** Closes it, as its supervisor would. */
export const closeMission = (service: TestService, id: string): Promise<unknown> =>
  service.asSeed(({ manager }) =>
    manager.query(
      `UPDATE mission SET state = 'closed', closed_by = opened_by, closed_at = now() WHERE id = $1`,
      [id],
    ),
  );

/** An auditor, signed in, in whose open mission these cases are; of no team. */
export async function signInAuditor(
  service: TestService,
  ...caseFileIds: readonly string[]
): Promise<SignedInClient & { readonly missionId: string }> {
  const auditor = await service.signIn({ roles: ['auditor'] });
  return { ...auditor, missionId: await insertOpenMission(service, { auditorId: auditor.id, caseFileIds }) };
}
