import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import { TestService } from '../../testing/test-service';
import { ALL, BundleClient } from './testing/bundle-client';
import { openMission } from './testing/open-mission';

describe('who may take evidence of a case', () => {
  let service: TestService;
  let caseId: string;
  let worker: CaseClient;
  let supervisor: BundleClient;
  let supervisorId: string;
  beforeAll(async () => {
    service = await TestService.start();
    const signedIn = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    supervisorId = signedIn.id;
    supervisor = new BundleClient(service, signedIn.client);
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    ({ id: caseId } = await worker.opened());
  });
  afterAll(() => service.stop());

  const as = async (account: Parameters<TestService['signIn']>[0]) =>
    new BundleClient(service, (await service.signIn(account)).client);

  it('a supervisor of its team', async () => {
    const { status, body } = await supervisor.order(caseId);
    expect([status, body]).toEqual([
      202,
      expect.objectContaining({ state: 'waiting', isWhole: true, redacted: [] }),
    ]);
    expect((await supervisor.http.get(`/case-files/${caseId}/bundles`)).body).toMatchObject({
      items: [{ id: body.id }],
      redacted: [],
    });
  });

  it.each(['caseworker', 'ase-referent'] as const)('not a %s of its team', async (role) => {
    const worker = await as({ roles: [role], teams: ['North'] });
    expect((await worker.order(caseId)).status).toBe(403);
    expect((await worker.http.get(`/case-files/${caseId}/bundles`)).status).toBe(403);
  });

  it.each([
    [{ roles: ['supervisor'], teams: ['South'] }],
    [{ roles: ['auditor'], teams: ['North'] }],
    [{ roles: ['administrator'], teams: ['North'] }],
  ] as const)('to %j it is not there', async (account) => {
    const stranger = await as(account);
    expect((await stranger.order(caseId)).status).toBe(404);
    expect((await stranger.http.get(`/case-files/${caseId}/bundles`)).status).toBe(404);
  });

  it('an auditor while the mission is open, and not a moment longer', async () => {
    const { id, client } = await service.signIn({ roles: ['auditor'] });
    const auditor = new BundleClient(service, client);
    const missionId = await openMission(service, {
      team: 'North',
      supervisorId,
      auditorId: id,
      caseFileIds: [caseId],
    });
    const { status, body } = await auditor.order(caseId);
    expect([status, body.redacted]).toEqual([202, ['contact', 'places']]);
    expect((await auditor.readBundle(caseId, body.id)).status).toBe(200);
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE mission SET state = 'closed', closed_at = now(), closed_by = $2 WHERE id = $1`, [
        missionId,
        supervisorId,
      ]),
    );
    expect((await auditor.readBundle(caseId, body.id)).status).toBe(404);
    expect((await auditor.order(caseId)).status).toBe(404);
  });

  it('what one ordered is not there for another, nor under another case', async () => {
    const { body } = await supervisor.order(caseId);
    const colleague = await as({ roles: ['supervisor'], teams: ['North'] });
    expect((await colleague.readBundle(caseId, body.id)).status).toBe(404);
    expect((await colleague.downloadBundle(caseId, body.id)).status).toBe(404);
    expect(
      (await colleague.http.get<{ items: unknown[] }>(`/case-files/${caseId}/bundles`)).body.items,
    ).toEqual([]);
    const other = await worker.opened();
    expect((await supervisor.readBundle(other.id, body.id)).status).toBe(404);
    expect((await supervisor.readBundle(caseId, randomUUID())).status).toBe(404);
    expect((await supervisor.readBundle(caseId, 'none')).status).toBe(404);
    expect((await supervisor.order(randomUUID())).status).toBe(404);
  });

  it.each([
    [{ ...ALL, reason: '' }, 'reason'],
    [{ reason: ALL.reason }, 'leaveOut'],
    [{ ...ALL, leaveOut: { classes: ['secrets'], fields: [] } }, 'leaveOut.classes'],
    [{ ...ALL, leaveOut: { classes: [], fields: ['../x'] } }, 'leaveOut.fields'],
    [{ ...ALL, pinned: 'x' }, 'pinned'],
  ])('%j is refused, naming the field', async (request, field) => {
    const { status, body } = await supervisor.http.post<{ reasons: { field: string }[] }>(
      `/case-files/${caseId}/bundles`,
      request,
      { 'Idempotency-Key': randomUUID() },
    );
    expect([status, body.reasons[0]?.field]).toEqual([400, field]);
  });

  it('nobody has more than a few made at once', async () => {
    const busy = await as({ roles: ['supervisor'], teams: ['North'] });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await busy.order(caseId)).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    const hasty = await as({ roles: ['supervisor'], teams: ['North'] });
    const together = await Promise.all(Array.from({ length: 8 }, () => hasty.order(caseId)));
    expect(together.map(({ status }) => status).sort()).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
  });

  it('ordering is in the record with its reason sealed; asking how far it is is not', async () => {
    const { body } = await supervisor.order(caseId);
    const types = async () =>
      (
        await service.query<{ type: string }>(
          `SELECT entry::json ->> 'type' AS type FROM ledger_event ORDER BY seq`,
        )
      ).map(({ type }) => type);
    const before = await types();
    expect(before.at(-1)).toBe('bundle.order');
    await supervisor.readBundle(caseId, body.id);
    expect(await types()).toEqual(before);
  });
});
