import { randomUUID } from 'node:crypto';
import { grantTo } from '../../testing/cases/test-grants';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { BrokenGlassDto } from '../break-glass/break-glass.dto';
import type { BreakGlassShownDto, CaseAccessDto } from './case-access.dto';
import type { CaseAccessLogDto } from '../../audit/access-log/access-log.dto';

const WORDS = 'L’enfant est devant moi.';

describe('who may see a case is told to whom it may be told', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let rescuer: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Léa' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    rescuer = await service.signIn({ roles: ['caseworker'], teams: ['West'], name: 'Ousmane' });
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Nour' });
    file = await new CaseClient(worker.client).opened();
    // Led from another team than its own.
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, [file.id, lead.id]),
    );
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO assignment (case_file_id, team_id, account_id, since) SELECT id, team_id, $2, now() FROM case_file WHERE id = $1`,
        [file.id, worker.id],
      ),
    );
    const { status } = await rescuer.client.post<BrokenGlassDto>(
      '/break-glass',
      { reference: file.reference, reason: 'child-present', words: WORDS },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(status).toBe(200);
  });
  afterAll(() => service.stop());

  const access = async ({ client }: SignedInClient): Promise<CaseAccessDto> => {
    const { status, body } = await client.get<CaseAccessDto>(`/case-files/${file.id}/access`);
    expect(status).toBe(200);
    return body;
  };
  const emergencies = async (reader: SignedInClient): Promise<readonly BreakGlassShownDto[]> => {
    const shown = (await access(reader)).emergencies;
    return 'redacted' in shown ? [] : shown;
  };
  const grantedClient = async (
    relation: 'assigned' | 'second-opinion' | 'partner',
  ): Promise<SignedInClient> => {
    const role = relation === 'partner' ? 'partner' : 'caseworker';
    const account = await service.signIn({ roles: [role], teams: ['East'] });
    if (relation === 'assigned')
      await service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO assignment (case_file_id, team_id, account_id, since) SELECT id, team_id, $2, now() FROM case_file WHERE id = $1`,
          [file.id, account.id],
        ),
      );
    else await grantTo(service, { id: file.id, entryId: '' }, account.id, relation);
    return account;
  };

  it('an emergency access, to whoever is in charge, of whatever team', async () => {
    for (const reader of [lead, await grantedClient('assigned'), supervisor])
      expect(await emergencies(reader)).toMatchObject([{ by: { name: 'Ousmane' }, words: WORDS }]);
  });

  it('and among the looks', async () => {
    const { body } = await lead.client.get<CaseAccessLogDto>(`/case-files/${file.id}/access-log`);
    expect(body.unusual).toContainEqual(
      expect.objectContaining({
        by: { id: rescuer.id, name: 'Ousmane' },
        unusual: expect.arrayContaining([expect.objectContaining({ code: 'break-glass' })]),
      }),
    );
  });

  it('not to others who see the case: they are told that it is redacted', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    for (const reader of [colleague, rescuer, await grantedClient('second-opinion')]) {
      const page = await access(reader);
      expect(page.emergencies).toEqual({ redacted: true, ask: 'supervisor' });
      expect(JSON.stringify(page)).not.toContain(WORDS);
    }
  });

  it('names of who follows the child, to a lead of another team too, who may take a grant back', async () => {
    const adviser = await grantedClient('second-opinion');
    const { people } = await access(lead);
    expect(people).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Nour', relation: 'assigned' }),
        expect.objectContaining({ name: 'Sacha', relation: 'supervisor' }),
        expect.objectContaining({ id: adviser.id, relation: 'second-opinion' }),
      ]),
    );
    const end = () =>
      lead.client.delete(`/case-files/${file.id}/grants/${adviser.id}/second-opinion`, {
        'Idempotency-Key': randomUUID(),
      });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect((await adviser.client.get(`/case-files/${file.id}`)).status).toBe(404);
  });

  it('not to a partner, for whom there is no such page', async () => {
    const { client } = await grantedClient('partner');
    expect((await client.get(`/case-files/${file.id}/access`)).status).toBe(404);
  });
});
