import { randomUUID } from 'node:crypto';
import { Controller, Module, Param } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type BareCase, insertBareCase } from '../../testing/cases/test-case';
import { OTHERS } from '../../testing/cases/test-grants';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import { Route } from './route';
import { Answered } from './route-answers';

/** A handler that asks for no right itself. */
@Controller('waiting')
class WaitingController {
  static worked = 0;

  @Route('POST case/:id', {
    ...{ summary: 'A probe', purpose: 'care', answers: new Answered(200, {}), refuses: [], once: true },
    ...{ act: 'case-file.note', needs: { on: 'case-file', act: 'protect' } },
  })
  write(@Param('id') id: string): object {
    WaitingController.worked++;
    return { id };
  }
}

@Module({ controllers: [WaitingController] })
class WaitingModule {}

type Loses = (manager: EntityManager, file: BareCase, accountId: string) => Promise<unknown>;

const LOSES: readonly (readonly [what: string, loses: Loses])[] = [
  [
    'a circle that they are not in has closed around it',
    (manager, { id }, accountId) =>
      manager.query(
        `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, key_id, words, since, set_by)
         SELECT gen_random_uuid(), id, team_id, $3, 'other', data_key_id, 'x', now(), $2 FROM case_file WHERE id = $1`,
        [id, accountId, OTHERS],
      ),
  ],
  [
    'they have declared a conflict of interest',
    (manager, { id }, accountId) =>
      manager.query(
        `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at)
         SELECT gen_random_uuid(), id, team_id, $2, data_key_id, 'x', now() FROM case_file WHERE id = $1`,
        [id, accountId],
      ),
  ],
  [
    'their grant for it has ended',
    (manager, { id }, accountId) =>
      manager.query(`UPDATE assignment SET ended_at = now() WHERE case_file_id = $1 AND account_id = $2`, [
        ...[id, accountId],
      ]),
  ],
];

describe('whoever waits to write to a case is asked for the right once they have waited', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      modules: [WaitingModule],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
  });
  afterAll(() => service.stop());

  it.each(LOSES)('and is refused when %s', async (_what, loses) => {
    const { client, id: accountId } = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const lead = await service.hire({ roles: ['caseworker'], teams: ['North'] });
    const file = await insertBareCase(service, { team: 'North', leadId: lead.id });
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO assignment (case_file_id, team_id, account_id, since, relation)
         SELECT id, team_id, $2, now(), 'assigned' FROM case_file WHERE id = $1`,
        [file.id, accountId],
      ),
    );
    const send = (): Promise<{ readonly status: number }> =>
      client.post(`/waiting/case/${file.id}`, {}, { 'Idempotency-Key': randomUUID() });
    expect((await send()).status).toBe(200);
    WaitingController.worked = 0;
    // In an object: whoever is given a promise waits for it, within the transaction that it waits for.
    const { asked } = await service.asSeed(async ({ manager }) => {
      await manager.query(`SELECT FROM case_file WHERE id = $1 FOR UPDATE`, [file.id]);
      const asked = send();
      await until(async () => {
        const waiting = await service.query(
          `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        );
        return waiting.length > 0;
      });
      await loses(manager, file, accountId);
      return { asked };
    });
    expect([(await asked).status, WaitingController.worked]).toEqual([404, 0]);
  });
});
