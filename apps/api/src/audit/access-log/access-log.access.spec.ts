import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import { insertOpenMission } from '../../testing/cases/test-mission';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CaseAccessLogDto } from './access-log.dto';

describe('who may see who looked', () => {
  let service: TestService;
  let lead: SignedInClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Moreau' });
    ({ id } = await new CaseClient(lead.client).opened({ child: { familyName: 'Estrélla' } }));
  });
  afterAll(() => service.stop());

  const status = async ({ client }: Pick<SignedInClient, 'client'>, caseFileId = id): Promise<number> =>
    (await client.get(`/case-files/${caseFileId}/access-log`)).status;

  it('who leads it, who is assigned, who supervises the team', async () => {
    expect(await status(lead)).toBe(200);
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    expect(await status(supervisor)).toBe(200);
    const assessor = await service.signIn({ roles: ['assessor'], teams: ['South'] });
    expect(await status(assessor)).toBe(404);
    const assigned = await new CaseClient(supervisor.client).sendAct(
      id,
      `assignments/${assessor.id}`,
      undefined,
      { method: 'put' },
    );
    expect(assigned.status).toBeLessThan(300);
    expect(await status(assessor)).toBe(200);
  });

  it('a colleague of the team, who may read the case, finds nothing there', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect((await colleague.client.get(`/case-files/${id}`)).status).toBe(200);
    expect(await status(colleague)).toBe(404);
  });

  it('no other team, role or stranger; a case that is missing looks the same', async () => {
    for (const role of ['caseworker', 'supervisor', 'auditor'] as const)
      expect(await status(await service.signIn({ roles: [role], teams: ['South'] }))).toBe(404);
    for (const role of ['auditor', 'administrator', 'trainer', 'protocol-editor'] as const)
      expect(await status(await service.signIn({ roles: [role], teams: ['North'] }))).toBe(404);
    expect(await status(lead, randomUUID())).toBe(404);
    expect(await status({ client: service.client() })).toBe(401);
  });

  it('an auditor in an open mission', async () => {
    const auditor = await service.signIn({ roles: ['auditor'], teams: [], name: 'Inès Estrella' });
    await insertOpenMission(service, { auditorId: auditor.id, caseFileIds: [id] });
    const { status: code, body } = await auditor.client.get<CaseAccessLogDto>(`/case-files/${id}/access-log`);
    expect(code).toBe(200);
    expect(body.items.length).toBeGreaterThan(0);
    // Her own look by the mission is not one from outside.
    const again = (await auditor.client.get<CaseAccessLogDto>(`/case-files/${id}/access-log`)).body;
    const [own] = again.items;
    expect(own).toMatchObject({
      by: { name: 'Inès Estrella' },
      purpose: { fr: 'audit' },
      mayAsk: false,
    });
    expect(own?.unusual.map(({ code: it }) => it)).not.toContain('outside');
  });
});
