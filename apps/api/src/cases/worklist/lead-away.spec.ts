import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { WorklistDto } from './worklist.dto';

it('the work of a case is its lead’s again once their account is open again, whoever wrote to it meanwhile', async () => {
  const service = await TestService.start();
  const lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
  const mate = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
  const { id } = await new CaseClient(lead.client).opened({ urgentDangerSeen: 'yes' });
  const own = async () => JSON.stringify((await lead.client.get<WorklistDto>('/worklist')).body);
  const close = (at: Date | null) =>
    service.asSeed(({ manager }) =>
      manager.query(`UPDATE account SET disabled_at = $2 WHERE id = $1`, [lead.id, at]),
    );
  expect(await own()).toContain(id);
  await close(new Date());
  expect((await new CaseClient(mate.client).sendAct(id, 'notes', { note: 'Elle a mangé.' })).status).toBe(
    200,
  );
  await close(null);
  await service.signInAgain(lead);
  expect(await own()).toContain(id);
  await service.stop();
});
