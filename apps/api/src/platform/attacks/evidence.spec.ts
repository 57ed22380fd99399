import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES } from '@repere/access';
import { ALL, BundleClient, workOff } from '../../audit/bundle/testing/bundle-client';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { MOVING_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';

describe('evidence that was made for one person', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let bundleId: string;
  beforeAll(async () => {
    service = await TestService.start({
      keepsRecord: true,
      trainingKeys: ['workshop'],
      configuration: { protocolsDir: MOVING_PROTOCOLS },
    });
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    caseFileId = (await new CaseClient(worker.client).opened()).id;
    const bundles = new BundleClient(service, supervisor.client);
    bundleId = (await bundles.order(caseFileId)).body.id;
    await workOff(service);
    expect((await bundles.downloadBundle(caseFileId, bundleId)).status).toBe(200);
  });
  afterAll(() => service.stop());

  const address = (id = bundleId): string => `/case-files/${caseFileId}/bundles/${id}`;
  const statuses = async (client: TestClient, id = bundleId): Promise<readonly number[]> => [
    (await client.get(address(id))).status,
    (await client.get(`${address(id)}/download`)).status,
  ];

  it.each([
    ['a colleague with every role', { roles: ACCOUNT_ROLES, teams: ['North'] }],
    ['another supervisor of the team', { roles: ['supervisor'], teams: ['North'] }],
    ['somebody of another team', { roles: ['supervisor'], teams: ['South'] }],
  ] as const)('is not there for %s who has its address', async (_who, account) => {
    const { client } = await service.signIn(account);
    expect(await statuses(client)).toEqual([404, 404]);
    expect(await statuses(client, randomUUID())).toEqual([404, 404]);
  });

  it('is not there without a session, nor in another space with the same token', async () => {
    expect(await statuses(service.client())).toEqual([401, 401]);
    const token = supervisor.client.cookie('__Host-repere') ?? '';
    const elsewhere = service.client('workshop');
    elsewhere.setCookie('__Host-repere-workshop', token);
    expect(await statuses(elsewhere)).toEqual([401, 401]);
  });

  it('by a job is made with the rights that she has then: none once she has left', async () => {
    const leaving = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const { body } = await new BundleClient(service, leaving.client).order(caseFileId, ALL);
    await service.asSeed(({ manager }) =>
      manager.query(`DELETE FROM team_member WHERE account_id = $1`, [leaving.id]),
    );
    await workOff(service);
    const made = await service.query(`SELECT 1 FROM audit_bundle_file WHERE bundle_id = $1`, [body.id]);
    expect(made).toEqual([]);
  });
});
