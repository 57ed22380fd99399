import { randomUUID } from 'node:crypto';
import { openMission } from '../audit/bundle/testing/open-mission';
import { markedReferral } from '../referrals/testing/marked-referral';
import { CaseClient } from '../cases/testing/case-client';
import { type SignedInClient, TestService } from '../testing/test-service';
import { LetterClient } from './testing/letter-client';

const TOWN = 'to-the-town';
const CHILD_HERE = { reason: 'child-present', words: 'L’enfant est devant moi, il est 2 h du matin.' };

describe('the letters of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    caseFileId = (await markedReferral(new CaseClient(worker.client))).id;
    id = await of(worker).written(TOWN);
  });
  afterAll(() => service.stop());

  const of = ({ client }: SignedInClient) => new LetterClient(client, caseFileId);

  it('are written, read and sent by who works on it, and read by who supervises', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const own = await of(colleague).written(TOWN);
    expect((await of(colleague).sendLetter(own)).status).toBe(204);
    expect((await of(supervisor).listLetters()).letters.map((it) => it.id)).toContain(own);
    expect((await of(supervisor).download(own)).status).toBe(200);
  });

  it('are not there for a stranger, nor for a partner', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    for (const who of [stranger, partner]) {
      expect((await who.client.get(`/case-files/${caseFileId}/letters`)).status).toBe(404);
      expect((await of(who).download(id)).status).toBe(404);
      expect((await of(who).sendLetter(id)).status).toBe(404);
    }
  });

  it('show an auditor that there is one, and no word of it', async () => {
    const auditor = await service.signIn({ roles: ['auditor'] });
    await openMission(service, {
      team: 'North',
      supervisorId: supervisor.id,
      auditorId: auditor.id,
      caseFileIds: [caseFileId],
    });
    const { letters, kinds } = await of(auditor).listLetters();
    expect(letters.map((it) => it.id)).toContain(id);
    expect(kinds).toEqual([]);
    expect((await of(auditor).readLetter(id)).content).toMatchObject({ redacted: true });
    expect((await of(auditor).download(id)).status).toBe(403);
    expect((await of(auditor).sendLetter(id)).status).toBe(403);
  });

  it('leave in an emergency when they protect, and only then', async () => {
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const { reference } = await of(supervisor).listLetters();
    await night.client.post(
      '/break-glass',
      { ...CHILD_HERE, reference },
      { 'Idempotency-Key': randomUUID() },
    );
    const { kinds } = await of(night).listLetters();
    expect(kinds.map((it) => it.id)).toEqual([TOWN, 'to-the-guard', 'on-the-way']);
    const own = await of(night).written(TOWN);
    expect((await of(night).download(own)).status).toBe(200);
    expect((await of(night).download(id)).status).toBe(403);
    expect((await of(night).sendLetter(own)).status).toBe(204);
    expect((await night.client.get(`/case-files/${caseFileId}/letters/proposals/to-the-child`)).status).toBe(
      404,
    );
  });
});
