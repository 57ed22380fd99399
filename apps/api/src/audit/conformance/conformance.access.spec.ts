import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { CaseClient } from '../../cases/testing/case-client';
import { signInAuditor } from '../../testing/cases/test-mission';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { DeviationItemDto, DeviationPageDto } from './deviations/deviations.dto';
import type { CaseFileConformanceDto } from './case-conformance.dto';
import type { ConformanceDto } from './conformance.dto';

describe('who sees how cases were handled', () => {
  let service: TestService;
  let caseFileId: string;
  let incident: DeviationItemDto;
  beforeAll(async () => {
    service = await TestService.start();
    const worker = new CaseClient((await someone('caseworker', 'North')).client);
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    caseFileId = file.id;
    await worker.completed(caseFileId, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    await worker.completed(caseFileId, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
    const { body } = await worker.http.get<CaseFileConformanceDto>(`/case-files/${caseFileId}/conformance`);
    const found = body.deviations.find(({ kind }) => kind === 'rights-incident');
    if (!found) throw new Error('no incident');
    incident = found;
  });
  afterAll(() => service.stop());

  const someone = (role: AccountRole, team: string): Promise<SignedInClient> =>
    service.signIn({ roles: [role], teams: [team] });
  const say = (who: SignedInClient, what: 'explained' | 'judged', id = caseFileId, key = incident.key) =>
    who.client.post(
      `/case-files/${id}/${what}-deviations`,
      { key, text: 'Pourquoi.', ...(what === 'judged' && { verdict: 'accepted' }) },
      { 'Idempotency-Key': randomUUID() },
    );

  it.each(ACCOUNT_ROLES)('figures and lists: %s', async (role) => {
    const { client } = await someone(role, 'North');
    const expected = role === 'supervisor' ? 200 : 403;
    expect((await client.get('/conformance')).status).toBe(expected);
    expect((await client.get('/deviations')).status).toBe(expected);
  });

  it('a supervisor of another team sees nothing of it, even by its name', async () => {
    const southern = await someone('supervisor', 'South');
    const [team] = await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`);
    for (const query of ['', `?team=${team?.id ?? ''}`]) {
      expect((await southern.client.get<ConformanceDto>(`/conformance${query}`)).body).toMatchObject({
        cases: 0,
        steps: [],
        deviations: [],
      });
      expect((await southern.client.get<DeviationPageDto>(`/deviations${query}`)).body.items).toEqual([]);
    }
  });

  it.each(ACCOUNT_ROLES)('a case of the team: %s', async (role) => {
    const reads = ['caseworker', 'ase-referent', 'supervisor'].includes(role);
    const { client } = await someone(role, 'North');
    expect((await client.get(`/case-files/${caseFileId}/conformance`)).status).toBe(reads ? 200 : 404);
  });

  it('a foreign case and one that isn’t there look alike', async () => {
    const southern = await someone('supervisor', 'South');
    for (const id of [caseFileId, randomUUID(), 'nothing']) {
      expect((await southern.client.get(`/case-files/${id}/conformance`)).status).toBe(404);
      expect((await say(southern, 'explained', id)).status).toBe(404);
      expect((await say(southern, 'judged', id)).status).toBe(404);
    }
  });

  it('who writes in the case explains, a supervisor judges, nobody else', async () => {
    const worker = await someone('caseworker', 'North');
    const supervisor = await someone('supervisor', 'North');
    expect((await say(worker, 'judged')).status).toBe(403);
    expect((await say(worker, 'explained')).status).toBe(200);
    expect((await say(supervisor, 'judged')).status).toBe(200);
    for (const role of ['administrator', 'trainer', 'protocol-editor'] as const)
      expect((await say(await someone(role, 'North'), 'explained')).status).toBe(404);
  });

  it('an auditor sees the cases of an open mission, redacted, and says nothing of them; without one, nothing', async () => {
    const auditor = await signInAuditor(service, caseFileId);
    const { client } = auditor;
    const { status, body } = await client.get<DeviationPageDto>('/deviations');
    expect(status).toBe(200);
    expect(body.items.map(({ caseFileId: id }) => id)).toContain(caseFileId);
    const shown = body.items.find(({ kind }) => kind === 'rights-incident');
    expect(shown?.mayExplain).toBe(false);
    expect(shown?.mayNotJudge).not.toBeNull();
    // Where a child sleeps is not for an auditor.
    expect(shown?.text.fr).not.toContain('tente');
    expect((await client.get<ConformanceDto>('/conformance')).body.cases).toBe(1);
    expect((await say(auditor, 'explained')).status).toBe(403);
    expect((await say(auditor, 'judged')).status).toBe(403);
    const [event] = await service.query<{ purpose: string }>(
      `SELECT entry::json ->> 'purpose' AS purpose FROM ledger_event WHERE entry::json ->> 'type' = 'deviation.list'
        ORDER BY seq DESC LIMIT 1`,
    );
    expect(event?.purpose).toBe('audit');
    const without = await service.signIn({ roles: ['auditor'] });
    expect((await without.client.get('/deviations')).status).toBe(403);
    expect((await without.client.get(`/case-files/${caseFileId}/conformance`)).status).toBe(404);
  });
});
