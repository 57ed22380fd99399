import type { PersonInput } from '@repere/cases';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import type { TestService } from '../../../testing/test-service';
import { rowOf } from '../../../platform/data/sealed-row';
import { PersonEntity } from '../../entities/case/person.entity';

/** As people were kept before the list of adults was the one register: sealed, beside the journal. */
export async function notedBeside(
  service: TestService,
  caseId: string,
  id: string,
  person: PersonInput,
): Promise<void> {
  const [file] = await service.query<{ key: string }>(
    `SELECT data_key_id AS key FROM case_file WHERE id = $1`,
    [caseId],
  );
  const secrecy = service.app.get(Secrecy);
  const content = await service.asSeed(async () => {
    const key = await secrecy.openDataKey(file?.key ?? '');
    return secrecy.seal(key, rowOf(PersonEntity, { id }), 'content', person);
  });
  await service.asSuperuser((client) =>
    client.query(
      `WITH quiet AS (SELECT set_config('session_replication_role', 'replica', true))
       INSERT INTO person (id, case_file_id, key_id, content, created_at, changed_at)
       SELECT $1, $2, $3, $4, now() - interval '1 hour', now() FROM quiet`,
      [id, caseId, file?.key, content],
    ),
  );
}
