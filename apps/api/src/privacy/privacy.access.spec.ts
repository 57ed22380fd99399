import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import { CaseClient } from '../cases/testing/case-client';
import { type SignedInClient, TEST_PASSWORD, TestService } from '../testing/test-service';
import { closedCase } from './testing/closed-case';
import { PrivacyClient } from './testing/privacy-client';
import type { CaseFileDto } from '../cases/page/case-file.dto';
import type { ErasureDto } from './erasure/erasures.dto';
import type { AccessRequestDto } from './access-requests/access-requests.dto';

const SHARED = {
  on: '2025-03-03',
  ground: 'agreed',
  classes: [],
  toWhom: 'Un médecin',
  isBound: true,
  what: 'Son état',
  why: 'Pour la soigner',
  child: { told: 'yes' },
  parents: { told: 'yes' },
  how: 'spoken',
};
const ASKING = { receivedOn: '2025-03-03', askedBy: 'Elle', identityChecked: 'Carte vue' };

interface Asked {
  readonly route: string;
  readonly of: (client: PrivacyClient, ids: Ids) => Promise<{ readonly status: number }>;
}
interface Ids {
  readonly caseFileId: string;
  readonly hold: string;
  readonly erasure: string;
  readonly request: string;
}

const inCase: readonly Asked[] = [
  { route: 'GET privacy', of: ({ http }, { caseFileId }) => http.get(`/case-files/${caseFileId}/privacy`) },
  { route: 'POST sharing', of: (it, { caseFileId }) => it.post(`/case-files/${caseFileId}/sharing`, SHARED) },
];
const inSupervisedCase: readonly Asked[] = [
  { route: 'POST holds', of: (it, { caseFileId }) => it.hold(caseFileId) },
  {
    route: 'POST lift',
    of: (it, { caseFileId, hold }) =>
      it.post(`/case-files/${caseFileId}/holds/${hold}/lift`, { reason: 'Finie' }),
  },
  { route: 'POST erasure', of: (it, { caseFileId }) => it.proposeErasure(caseFileId) },
  {
    route: 'POST access-requests',
    of: (it, { caseFileId }) => it.post('/access-requests', { subject: 'child', caseFileId, ...ASKING }),
  },
];
const byId: readonly Asked[] = [
  { route: 'approve', of: (it, { erasure }) => it.approveErasure({ id: erasure, hash: 'a'.repeat(64) }) },
  { route: 'settle', of: (it, { erasure }) => it.post(`/erasures/${erasure}/settle`) },
  { route: 'certificate', of: ({ http }, { erasure }) => http.get(`/erasures/${erasure}/certificate`) },
  { route: 'read request', of: ({ http }, { request }) => http.get(`/access-requests/${request}`) },
  { route: 'package', of: ({ http }, { request }) => http.get(`/access-requests/${request}/package`) },
  {
    route: 'hand over',
    of: (it, { request }) =>
      it.post(`/access-requests/${request}/hand-over`, { toWhom: 'Elle', how: 'En main' }),
  },
  { route: 'refuse', of: (it, { request }) => it.post(`/access-requests/${request}/refuse`, { why: 'Non' }) },
  {
    route: 'review',
    of: ({ http }, { request }) =>
      http.put(
        `/access-requests/${request}/review`,
        { verdicts: [], isDone: false },
        { 'If-Match': '"0"', 'Idempotency-Key': randomUUID() },
      ),
  },
];
/** What erases for good, or takes content out. */
const GRAVE = ['approve', 'package', 'hand over'];
const lists: readonly Asked[] = [
  ...['/retention/rules', '/retention/due', '/legal-holds', '/erasures', '/access-requests'].map((path) => ({
    route: `GET ${path}`,
    of: ({ http }: PrivacyClient) => http.get(path),
  })),
  {
    route: 'POST decisions',
    of: (it) => it.post('/retention/rules/case-after-closure/decisions', { months: 1, source: 'Une note' }),
  },
  {
    route: 'settle a decision',
    of: (it) => it.post(`/retention/decisions/${randomUUID()}/settle`, { outcome: 'agreed' }),
  },
];

describe('privacy', () => {
  let service: TestService;
  let worker: SignedInClient;
  let ids: Ids;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const client = new PrivacyClient(supervisor.client);
    file = await closedCase(worker.client, supervisor.client);
    const other = await closedCase(worker.client, supervisor.client);
    const erasure = await client.proposeErasure<ErasureDto>(other.id);
    const request = await client.post<AccessRequestDto>('/access-requests', {
      subject: 'child',
      caseFileId: file.id,
      ...ASKING,
    });
    const hold = await client.hold(file.id);
    ids = { caseFileId: file.id, hold: hold.body.id, erasure: erasure.body.id, request: request.body.id };
  });
  afterAll(() => service.stop());

  const as = async (roles: readonly AccountRole[], team = 'North'): Promise<PrivacyClient> =>
    new PrivacyClient((await service.signIn({ roles, teams: [team] })).client);

  it.each([...inCase, ...inSupervisedCase, ...byId, ...lists])(
    '$route needs somebody signed in',
    async ({ of }) => {
      expect((await of(new PrivacyClient(service.client()), ids)).status).toBe(401);
    },
  );

  it.each([...inCase, ...inSupervisedCase])(
    '$route is not there for another team’s supervisor, nor for a case that is none',
    async ({ of }) => {
      const stranger = await as(['supervisor'], 'South');
      expect((await of(stranger, ids)).status).toBe(404);
      const own = await as(['supervisor']);
      for (const caseFileId of [randomUUID(), 'x'])
        expect([400, 404]).toContain((await of(own, { ...ids, caseFileId })).status);
    },
  );

  it.each(inSupervisedCase)('$route is a supervisor’s alone', async ({ of }) => {
    expect((await of(new PrivacyClient(worker.client), ids)).status).toBe(403);
    expect((await of(await as(['administrator']), ids)).status).toBeGreaterThanOrEqual(403);
  });

  it.each(inCase)('$route is of whoever works on the case', async ({ of }) => {
    expect((await of(new PrivacyClient(worker.client), ids)).status).toBeLessThan(300);
    expect((await of(await as(['administrator']), ids)).status).toBe(404);
  });

  it.each(byId)(
    '$route is not there for another team’s supervisor, nor by an id that is none',
    async ({ of }) => {
      expect((await of(await as(['supervisor'], 'South'), ids)).status).toBe(404);
      const own = await as(['supervisor']);
      const none = randomUUID();
      expect((await of(own, { ...ids, erasure: none, request: none })).status).toBe(404);
      expect((await of(own, { ...ids, erasure: 'x', request: 'x' })).status).toBe(404);
    },
  );

  it.each([...byId, ...lists])(
    '$route is not a caseworker’s, an administrator’s, an auditor’s',
    async ({ of }) => {
      for (const role of ['caseworker', 'administrator', 'auditor', 'trainer'] as const)
        expect([role, (await of(await as([role]), ids)).status]).toEqual([role, 403]);
    },
  );

  it.each(byId.filter(({ route }) => GRAVE.includes(route)))(
    '$route needs that one has just shown who one is',
    async ({ of }) => {
      const { id, client } = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
      const asked = async (): Promise<unknown> =>
        ((await of(new PrivacyClient(client), ids)) as { body?: { code?: string } }).body?.code;
      await service.changeBound(
        `UPDATE session SET strengthened_at = strengthened_at - interval '6 minutes' WHERE account_id = $1`,
        [id],
      );
      expect(await asked()).toBe('step-up-required');
      expect((await client.post('/session/step-up', { password: TEST_PASSWORD })).status).toBe(200);
      expect(await asked()).not.toBe('step-up-required');
    },
  );

  it('lists hold no line of another team', async () => {
    const stranger = await as(['supervisor'], 'South');
    const own = await as(['supervisor']);
    for (const path of ['/legal-holds', '/erasures', '/access-requests']) {
      const items = async ({ http }: PrivacyClient) =>
        (await http.get<{ items: unknown[] }>(path)).body.items.length;
      expect([path, await items(stranger)]).toEqual([path, 0]);
      expect(await items(own)).toBeGreaterThan(0);
    }
  });

  it('a hold is of its case: another’s is not lifted through one’s own', async () => {
    const own = await as(['supervisor']);
    const { id } = await new CaseClient(worker.client).opened();
    expect((await own.post(`/case-files/${id}/holds/${ids.hold}/lift`, { reason: 'x' })).status).toBe(404);
  });
});
