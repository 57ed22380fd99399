import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import { grantTo } from '../../testing/cases/test-grants';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { MinutesDraftSavedDto } from '../conferences.dto';
import { ConferenceClient } from '../testing/conference-client';

describe('minutes that somebody types', () => {
  let service: TestService;
  let worker: SignedInClient;
  let colleague: SignedInClient;
  let caseFileId: string;
  let reference: string;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
  });
  beforeEach(async () => {
    ({ id: caseFileId, reference } = await new CaseClient(worker.client).opened());
    id = await of(worker).planned();
  });
  afterAll(() => service.stop());

  const of = ({ client }: SignedInClient) => new ConferenceClient(client, caseFileId);
  const path = (): string => `/case-files/${caseFileId}/conferences/${id}/minutes-draft`;
  const save = <T = MinutesDraftSavedDto>(
    content: unknown,
    revision: number,
    { client }: SignedInClient = worker,
    version = 1,
  ) => client.put<T>(path(), { content, version }, { 'If-Match': `"${String(revision)}"` });
  const draft = async (who = worker) => (await of(who).readConference(id)).draft;

  it('are kept whatever they hold, and given back to who typed them alone', async () => {
    const content = { summary: 'Elle dit que', decisions: [{ odd: [1, null] }] };
    const { status, body } = await save(content, 0);
    expect([status, body.revision]).toEqual([200, 1]);
    expect(await draft()).toEqual({ content, version: 1, revision: 1, savedAt: body.savedAt });
    expect(await draft(colleague)).toBeNull();
    expect((await save({ summary: 'À moi' }, 0, colleague)).status).toBe(200);
    expect((await draft())?.content).toEqual(content);
  });

  it('stand in no row that is read without the key of the case', async () => {
    await save({ summary: 'Motdubrouillon' }, 0);
    const rows: { readonly content: Buffer }[] = await service.query(
      `SELECT content FROM minutes_draft WHERE appointment_id = '${id}'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.content.toString('latin1')).not.toContain('Motdubrouillon');
  });

  it('of two devices never overwrite each other', async () => {
    await save({ summary: 'au bureau' }, 0);
    await save({ summary: 'au bureau, suite' }, 1);
    for (const seen of [0, 1, 7, 2_147_483_648]) {
      const { status, body } = await save<ProblemDto>({ summary: 'au téléphone' }, seen);
      expect([status, body.code]).toEqual([412, 'stale']);
    }
    expect((await draft())?.content).toEqual({ summary: 'au bureau, suite' });
  });

  it('are gone once the minutes are saved, or thrown away', async () => {
    await save({ summary: 'x' }, 0);
    await save({ summary: 'y' }, 0, colleague);
    expect((await worker.client.delete(path())).status).toBe(204);
    expect(await draft()).toBeNull();
    await save({ summary: 'z' }, 0);
    expect((await of(worker).writeMinutes(id)).status).toBe(204);
    expect(await draft()).toBeNull();
    // That of somebody else is theirs.
    expect((await draft(colleague))?.version).toBe(1);
  });

  it('take 128 kB and no more, of a version that is one', async () => {
    expect((await save({ summary: 'é'.repeat(64_000) }, 0)).status).toBe(200);
    const { status, body } = await save<ProblemDto>({ summary: 'é'.repeat(66_000) }, 1);
    expect([status, body.code]).toEqual([413, 'too-large']);
    expect((await save({}, 1, worker, -1)).status).toBe(400);
    expect((await save(undefined, 1)).status).toBe(400);
    expect((await worker.client.put(path(), { content: {}, version: 1 })).status).toBe(428);
  });

  it('are none for who does not work on the case: stranger, partner, opinion, emergency, supervisor of another team', async () => {
    const [stranger, adviser, night] = [
      await service.signIn({ roles: ['caseworker'], teams: ['South'] }),
      await service.signIn({ roles: ['caseworker'], teams: ['East'] }),
      await service.signIn({ roles: ['caseworker'], teams: ['West'] }),
    ];
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    await grantTo(service, { id: caseFileId, entryId: '' }, adviser.id, 'second-opinion');
    const asked = {
      reason: 'child-present',
      words: 'L’enfant est devant moi, il est 2 h du matin.',
      reference,
    };
    await night.client.post('/break-glass', asked, { 'Idempotency-Key': randomUUID() });
    for (const [who, status] of [
      ...([
        [stranger, 404],
        [partner, 404],
      ] as const),
      ...([
        [adviser, 403],
        [night, 403],
      ] as const),
    ]) {
      expect((await save({ summary: 'x' }, 0, who)).status).toBe(status);
      expect((await who.client.delete(path())).status).toBe(status);
    }
    for (const who of [adviser, night]) expect(await draft(who)).toBeNull();
    const other = new ConferenceClient(worker.client, (await new CaseClient(worker.client).opened()).id);
    const elsewhere = path().replace(caseFileId, other.caseFileId);
    expect(
      (await worker.client.put(elsewhere, { content: {}, version: 1 }, { 'If-Match': '"0"' })).status,
    ).toBe(404);
  });
});
