import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { PrivacyClient } from '../testing/privacy-client';
import type { LegalHoldPageDto } from './holds.dto';

const REASON = 'Une procédure est en cours';

describe('a hold', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  let privacy: PrivacyClient;
  let caseFileId: string;
  beforeAll(async () => {
    service = await TestService.start();
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    privacy = new PrivacyClient(supervisor.client);
    caseFileId = (await new CaseClient(worker.client).opened({})).id;
  });
  afterAll(() => service.stop());

  const hold = (content: object) => privacy.post<{ id: string }>(`/case-files/${caseFileId}/holds`, content);

  it('says when somebody looks whether it is still needed, on the case and in the list', async () => {
    const { status, body } = await hold({ reason: REASON, reviewOn: '2031-02-28' });
    expect(status).toBe(201);
    const shown = { id: body.id, reason: REASON, reviewOn: '2031-02-28' };
    expect((await privacy.ofCase(caseFileId)).holds).toContainEqual(expect.objectContaining(shown));
    const { body: list } = await supervisor.client.get<LegalHoldPageDto>('/legal-holds');
    expect(list.items).toContainEqual(expect.objectContaining(shown));
  });

  it('needs no such day', async () => {
    const { body } = await hold({ reason: REASON });
    expect((await privacy.ofCase(caseFileId)).holds.find(({ id }) => id === body.id)?.reviewOn).toBeNull();
  });

  it.each(['2031-02-29', '28/02/2031', 'demain', ''])('is refused for the day %p', async (reviewOn) => {
    expect((await hold({ reason: REASON, reviewOn })).status).toBe(400);
  });
});
