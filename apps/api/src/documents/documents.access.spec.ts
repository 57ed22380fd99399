import { randomUUID } from 'node:crypto';
import { openMission } from '../audit/bundle/testing/open-mission';
import { CaseClient } from '../cases/testing/case-client';
import { type SignedInClient, TestService } from '../testing/test-service';
import { grantTo } from '../testing/cases/test-grants';
import { DocumentClient } from './testing/document-client';

const CHILD_HERE = { reason: 'child-present', words: 'L’enfant est devant moi, il est 2 h du matin.' };

describe('the documents of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let file: { readonly id: string; readonly reference: string };
  /** Tells of health. */
  let certificate: string;
  /** Tells of where the child is. */
  let order: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    file = await new CaseClient(worker.client).opened();
    certificate = await of(worker).added({ classes: ['health'] });
    order = await of(worker).added({ classes: ['judicial', 'places'], title: 'Ordonnance de placement' });
  });
  afterAll(() => service.stop());

  const of = ({ client }: SignedInClient) => new DocumentClient(client, file.id);
  const titlesOf = async (who: SignedInClient) => {
    const { items, total, closed } = await of(who).listDocuments();
    return { titles: items.map(({ versions }) => versions[0]?.title), total, closed };
  };

  it('are added and read by who works on it, and destroyed by who supervises', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const own = await of(colleague).added();
    expect((await of(colleague).download(order)).status).toBe(200);
    expect((await of(colleague).destroyDocument(own)).status).toBe(403);
    expect((await of(supervisor).destroyDocument(own)).status).toBe(204);
  });

  it('are not there for a stranger, nor for a partner with a referral', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    const [grant] = await grantTo(service, { id: file.id, entryId: '' }, partner.id, 'partner');
    const received = `/case-files/${file.id}/received-referrals/${grant?.sharingId ?? ''}`;
    expect((await partner.client.get(received)).status).toBe(200);
    for (const who of [stranger, partner]) {
      expect((await who.client.get(`/case-files/${file.id}/documents`)).status).toBe(404);
      expect((await of(who).download(certificate)).status).toBe(404);
      expect((await of(who).addDocument()).status).toBe(404);
      expect((await of(who).destroyDocument(certificate)).status).toBe(404);
    }
  });

  it('show an auditor those of classes that they see, and of others how many', async () => {
    const auditor = await service.signIn({ roles: ['auditor'] });
    await openMission(service, {
      ...{ team: 'North', supervisorId: supervisor.id, auditorId: auditor.id, caseFileIds: [file.id] },
    });
    const { titles, closed } = await titlesOf(auditor);
    expect(titles).toContain('Certificat du médecin');
    expect(titles).not.toContain('Ordonnance de placement');
    expect(closed).toBe(1);
    expect((await of(auditor).download(certificate)).status).toBe(200);
    expect((await of(auditor).download(order)).status).toBe(404);
    expect((await of(auditor).addDocument()).status).toBe(403);
    expect((await of(auditor).destroyDocument(certificate)).status).toBe(403);
  });

  it('tell in an emergency nothing of where others hide, and take nothing in', async () => {
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await night.client.post(
      '/break-glass',
      { ...CHILD_HERE, reference: file.reference },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(await titlesOf(night)).toMatchObject({ closed: 1 });
    expect((await of(night).download(certificate)).status).toBe(200);
    expect((await of(night).download(order)).status).toBe(404);
    expect((await of(night).addDocument()).status).toBe(403);
  });

  it('are closed whole once one of their versions is', async () => {
    const auditor = await service.signIn({ roles: ['auditor'] });
    await openMission(service, {
      ...{ team: 'North', supervisorId: supervisor.id, auditorId: auditor.id, caseFileIds: [file.id] },
    });
    const first = await of(worker).added({ title: 'Bilan', classes: ['situation'] });
    expect((await titlesOf(auditor)).titles).toContain('Bilan');
    await of(worker).added({ title: 'Bilan', classes: ['situation', 'contact'], follows: first });
    expect((await titlesOf(auditor)).titles).not.toContain('Bilan');
    expect((await of(auditor).download(first)).status).toBe(404);
  });

  it('are those of their case: the same id is not there under another', async () => {
    const other = await new CaseClient(worker.client).opened();
    const elsewhere = new DocumentClient(worker.client, other.id);
    expect((await elsewhere.download(certificate)).status).toBe(404);
    expect((await elsewhere.addDocument({ follows: certificate })).status).toBe(404);
    expect((await new DocumentClient(supervisor.client, other.id).destroyDocument(certificate)).status).toBe(
      404,
    );
  });
});
