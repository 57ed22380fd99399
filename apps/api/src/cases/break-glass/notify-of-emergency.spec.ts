import { randomUUID } from 'node:crypto';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';

const WHY = { reason: 'child-present', words: 'L’enfant est devant moi, il est 2 h du matin.' } as const;

describe('the supervisors of a case that somebody opens in an emergency', () => {
  let service: TestService;
  beforeAll(async () => {
    const mail = { smtpUrl: 'smtp://127.0.0.1:9', from: 'repere@repere.example' };
    service = await TestService.start({ configuration: { mail } });
  });
  afterAll(() => service.stop());

  it('get word at once, those in their stead and on duty too, all but who opened it and those for whom the case is not there', async () => {
    const lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const kin = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    const [deputy, onDuty] = [
      await service.hire({ roles: ['supervisor'], teams: ['South'] }),
      await service.hire({ roles: ['supervisor'], teams: ['South'] }),
    ];
    await service.asSeed(({ manager }) =>
      manager.query(
        `WITH team AS (SELECT id FROM team WHERE name = $1), lent AS (
             INSERT INTO substitution (id, absent_id, substitute_id, from_at, until_at, named_by, named_at, team_ids)
             SELECT gen_random_uuid(), $2::uuid, $3::uuid, now(), now() + interval '1 day', $2, now(), ARRAY[id] FROM team)
           INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
           SELECT gen_random_uuid(), id, $4::uuid, now(), now() + interval '1 day', $2, now() FROM team`,
        ['North', supervisor.id, deputy.id, onDuty.id],
      ),
    );
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const file = await new CaseClient(lead.client).opened();
    const key = () => ({ 'Idempotency-Key': randomUUID() });
    await kin.client.post(`/case-files/${file.id}/conflicts`, { words: 'C’est mon neveu.' }, key());
    await stranger.client.post('/break-glass', { ...WHY, reference: file.reference }, key());
    const told = await service.query<{ account_id: string }>(
      `SELECT account_id FROM account_mail WHERE kind = 'emergency-access'`,
    );
    expect(told.map(({ account_id }) => account_id).sort()).toEqual(
      [supervisor.id, deputy.id, onDuty.id].sort(),
    );
  });
});
