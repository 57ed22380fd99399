import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { insertOpenMission } from '../../testing/cases/test-mission';
import { TestService } from '../../testing/test-service';
import type { CaseAsKnownDto, ReplayDto } from './replay.dto';

describe('who may replay a case', () => {
  let service: TestService;
  let worker: CaseClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    const file = await worker.opened({ urgentDangerSeen: 'yes', child: { phones: ['06 12 34 56 78'] } });
    id = file.id;
    await worker.completed(id, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    await worker.completed(id, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
  });
  afterAll(() => service.stop());

  const paths = (caseFileId: string) => [
    `/case-files/${caseFileId}/replay`,
    `/case-files/${caseFileId}/as-known?at=1`,
  ];
  const statuses = (client: TestClient, caseFileId: string): Promise<number[]> =>
    Promise.all(paths(caseFileId).map(async (path) => (await client.get(path)).status));

  it('whoever may read it: its worker, a colleague, the supervisor', async () => {
    expect(await statuses(worker.http, id)).toEqual([200, 200]);
    for (const role of ['caseworker', 'supervisor'] as const)
      expect(await statuses((await service.signIn({ roles: [role], teams: ['North'] })).client, id)).toEqual([
        200, 200,
      ]);
  });

  it('no foreign team, nor a role without cases; and what is missing looks the same', async () => {
    for (const role of ['caseworker', 'supervisor', 'auditor'] as const)
      expect(await statuses((await service.signIn({ roles: [role], teams: ['South'] })).client, id)).toEqual([
        404, 404,
      ]);
    for (const role of ['administrator', 'trainer', 'protocol-editor'] as const)
      expect(await statuses((await service.signIn({ roles: [role], teams: ['North'] })).client, id)).toEqual([
        404, 404,
      ]);
    expect(await statuses(worker.http, randomUUID())).toEqual([404, 404]);
    expect(await statuses(worker.http, 'nothing')).toEqual([404, 404]);
    expect(await statuses(service.client(), id)).toEqual([401, 401]);
  });

  it('an auditor in a mission sees then what she sees now: no place, no contact, nor a word that stands on one', async () => {
    const auditor = await service.signIn({ roles: ['auditor'], teams: [] });
    await insertOpenMission(service, { auditorId: auditor.id, caseFileIds: [id] });
    const { body: life } = await auditor.client.get<ReplayDto>(`/case-files/${id}/replay`);
    const incident = life.moments
      .flatMap(({ deviations }) => deviations)
      .find(({ kind }) => kind === 'rights-incident');
    expect(incident?.text.fr).toMatch(/^Cet écart .*qui ne vous est pas ouverte/);
    const { body } = await auditor.client.get<CaseAsKnownDto>(
      `/case-files/${id}/as-known?at=${life.moments.at(-1)?.at ?? ''}`,
    );
    expect(body.caseFile.redactedFacts).toEqual(expect.arrayContaining(['bed', 'bed_kind']));
    expect(body.entries.flatMap(({ values }) => values)).toContainEqual(
      expect.objectContaining({ fact: 'bed_kind', redacted: true }),
    );
    expect(JSON.stringify([life, body])).not.toMatch(/06 12 34|tente/);
  });
});
