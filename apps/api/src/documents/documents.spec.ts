import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import sharp from 'sharp';
import { CaseClient } from '../cases/testing/case-client';
import { TestRecord } from '../ledger/testing/test-record';
import type { ProblemDto } from '../platform/answers/openapi';
import { closedCase } from '../privacy/testing/closed-case';
import { PrivacyClient } from '../privacy/testing/privacy-client';
import { writeAsApplication } from '../testing/database/write-as-application';
import { type SignedInClient, TestService } from '../testing/test-service';
import { MOST_DOCUMENTS, MOST_FILE_BYTES } from './document-kinds';
import { DocumentClient } from './testing/document-client';
import { loadedPdf, MAKER, photo } from './testing/made-files';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const codes = ({ body }: { readonly body: ProblemDto }) =>
  (body.reasons ?? []).map(({ code, field }) => `${code} ${field ?? ''}`.trim());

/** What nobody writes by the interface: no trigger asks for its event. */
async function onReplica(
  client: pg.Client,
  [sql, parameters]: readonly [sql: string, parameters: readonly unknown[]],
): Promise<void> {
  await client.query(`SET session_replication_role = replica`);
  await client.query(sql, [...parameters]);
}

describe('documents of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let documents: DocumentClient;
  beforeAll(async () => {
    service = await TestService.start({ keepsRecord: true });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
  });
  beforeEach(async () => {
    caseFileId = (await new CaseClient(worker.client).opened()).id;
    documents = new DocumentClient(worker.client, caseFileId);
  });
  afterAll(() => service.stop());

  const supervised = () => new DocumentClient(supervisor.client, caseFileId);
  const keptOf = (id: string) =>
    service.query(`SELECT 1 FROM case_document_content WHERE document_id = $1`, [id]);

  it('keeps a photograph without where it was taken, with both hashes, and gives it out as a file', async () => {
    const sent = await photo();
    const { status, body } = await documents.addDocument({ content: base64(sent), datedOn: '2026-01-02' });
    expect(status).toBe(201);
    expect(body.sha256).not.toBe(body.originalSha256);
    const { content, type, name } = await documents.download(body.id);
    expect([type, name]).toEqual(['image/jpeg', `certificate-${body.sha256.slice(0, 8)}.jpg`]);
    expect((await sharp(content).metadata()).exif).toBeUndefined();
    expect(content.includes(MAKER)).toBe(false);
    const { items, total, closed, mayAdd, mayDestroy } = await documents.listDocuments();
    expect({ total, closed, mayAdd, mayDestroy }).toEqual({
      total: 1,
      closed: 0,
      mayAdd: true,
      mayDestroy: false,
    });
    expect(items).toMatchObject([
      {
        destroyed: null,
        versions: [
          {
            ...{ id: body.id, version: 1, kind: 'certificate', title: 'Certificat du médecin' },
            ...{ datedOn: '2026-01-02', author: null, original: null, classes: ['identity', 'health'] },
            ...{ mediaType: 'image/jpeg', pages: null, sha256: body.sha256 },
          },
        ],
      },
    ]);
  });

  it('is given out to be saved and never opened in place', async () => {
    const id = await documents.added({ content: base64(await loadedPdf()) });
    const { headers } = await worker.client.get(`/case-files/${caseFileId}/documents/${id}/file`);
    expect(headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="certificate-[0-9a-f]{8}\.pdf"$/,
    );
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(headers.get('Cache-Control')).toContain('no-store');
  });

  it.each([
    [
      'a text that is called certificate.pdf',
      'file-not-taken content',
      () => Buffer.from('Certificat médical'),
    ],
    [
      'moving pictures',
      'file-recording content',
      () => Buffer.from(`0000001866747970${'6d703432000000006d70343269736f6d'}`, 'hex'),
    ],
    [
      'a photograph of an iPhone',
      'file-heic content',
      () => Buffer.from(`0000001866747970${'6865696300000000686569636d696631'}`, 'hex'),
    ],
    ['a PDF that is cut', 'file-broken content', async () => (await loadedPdf()).subarray(0, 500)],
  ] as const)('refuses %s with what to do, and keeps nothing', async (_what, code, make) => {
    const answer = await documents.addDocument<ProblemDto>({ content: base64(await make()) });
    expect([answer.status, codes(answer)]).toEqual([422, [code]]);
    expect((await documents.listDocuments()).total).toBe(0);
  });

  it.each([
    ['without the statement', { isNoImageOfAbuse: false }, 422, 'not-stated isNoImageOfAbuse'],
    ['of a day to come', { datedOn: '2999-01-01' }, 422, 'in-future datedOn'],
    ['of a day that there is not', { datedOn: '2026-02-30' }, 400, 'day datedOn'],
    ['without a title', { title: ' ' }, 400, 'visibleText title'],
    ['of no class', { classes: [] }, 400, 'arrayMinSize classes'],
    ['that is not base64', { content: 'abc%' }, 400, 'matches content'],
  ] as const)('refuses one %s, naming the field', async (_what, change, status, code) => {
    const answer = await documents.addDocument<ProblemDto>(change);
    expect(answer.status).toBe(status);
    expect(codes(answer).map((it) => it.split(' ').at(-1))).toContain(code.split(' ').at(-1));
    expect((await documents.listDocuments()).total).toBe(0);
  });

  it('keeps a newer version beside the one before, and place and seal of what is evidence', async () => {
    const original = { place: 'Greffe du tribunal', seal: 'SC-2026-14' };
    const first = await documents.added({ kind: 'order', original });
    const second = await documents.added({ kind: 'order', title: 'Ordonnance rectifiée', follows: first });
    const [{ versions } = { versions: [] }] = (await documents.listDocuments()).items;
    expect(versions.map(({ id, version, original: it }) => [id, version, it])).toEqual([
      [second, 2, null],
      [first, 1, original],
    ]);
    expect((await documents.download(first)).status).toBe(200);
    const unknown = await documents.addDocument<ProblemDto>({ follows: randomUUID() });
    expect(unknown.status).toBe(404);
  });

  it('gives the first answer again to who asks again, and adds nothing', async () => {
    const key = randomUUID();
    const [one, other] = [await documents.addDocument({}, key), await documents.addDocument({}, key)];
    expect(other.body).toEqual(one.body);
    expect((await documents.listDocuments()).total).toBe(1);
  });

  it('goes on behind its twentieth', async () => {
    for (let n = 0; n < 22; n++) await documents.added({ title: `Document ${String(n)}` });
    const first = await documents.listDocuments();
    const rest = await documents.listDocuments(first.next ?? '');
    const titles = [...first.items, ...rest.items].map(({ versions }) => versions[0]?.title);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 2, null]);
    expect(titles).toEqual(Array.from({ length: 22 }, (_, n) => `Document ${String(21 - n)}`));
  });

  it('has a limit a case, said in words', async () => {
    const id = await documents.added();
    await service.asSuperuser((client) =>
      onReplica(client, [
        `INSERT INTO case_document (id, document_id, version, case_file_id, team_id, kind, classes, by_id, at, media_type, bytes,
                                    original_sha256, sha256, key_id, words)
         SELECT it, it, 1, case_file_id, team_id, kind, classes, by_id, at, media_type, bytes, original_sha256, sha256, key_id, words
           FROM case_document, (SELECT gen_random_uuid() AS it FROM generate_series(2, $2::integer)) AS more WHERE id = $1`,
        [id, MOST_DOCUMENTS],
      ]),
    );
    expect(codes(await documents.addDocument<ProblemDto>())).toEqual(['too-many-documents']);
    await service.asSuperuser((client) =>
      onReplica(client, [`UPDATE case_document SET bytes = 1250000 WHERE case_file_id = $1`, [caseFileId]]),
    );
    expect(codes(await documents.addDocument<ProblemDto>({ follows: id }))).toEqual(['no-room content']);
  });

  describe('destroyed by a supervisor', () => {
    it('loses its bytes in every version, and keeps what it was, its hashes, by whom and why', async () => {
      const first = await documents.added();
      const second = await documents.added({ follows: first });
      expect(await keptOf(first)).toHaveLength(2);
      expect((await supervised().destroyDocument(second, 'image-of-abuse')).status).toBe(204);
      expect(await keptOf(first)).toEqual([]);
      for (const id of [first, second]) expect((await documents.download(id)).status).toBe(422);
      const [item] = (await documents.listDocuments()).items;
      expect(item?.destroyed).toMatchObject({ reason: 'image-of-abuse', by: { id: supervisor.id } });
      expect(item?.versions.map(({ sha256 }) => sha256)).toEqual(
        Array(2).fill(expect.stringMatching(/^\w{64}$/)),
      );
      expect(codes(await supervised().destroyDocument(first))).toEqual(['destroyed-already']);
      expect(codes(await documents.addDocument<ProblemDto>({ follows: first }))).toEqual([
        'destroyed-already',
      ]);
    });

    it('leaves a record that is whole', async () => {
      const id = await documents.added();
      expect((await supervised().destroyDocument(id)).status).toBe(204);
      const record = await TestRecord.openRecord(service);
      await record.sequence();
      await record.sign();
      expect((await record.check()).findings).toEqual([]);
    });

    it('is so by nobody else, also in the database, which lets no byte go without its row', async () => {
      const id = await documents.added();
      expect((await documents.destroyDocument(id)).status).toBe(403);
      const gone = `DELETE FROM case_document_content WHERE version_id = '${id}'`;
      await expect(service.asSuperuser((client) => client.query(gone))).rejects.toThrow();
      await writeAsApplication(service, [gone]).catch(() => undefined);
      expect(await keptOf(id)).toHaveLength(1);
      expect((await documents.download(id)).status).toBe(200);
    });
  });

  it('goes with its case', async () => {
    const second = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    let id = '';
    const closed = await closedCase(worker.client, supervisor.client, {}, async (file) => {
      id = await new DocumentClient(worker.client, file.id).added();
      await new DocumentClient(worker.client, file.id).added({ follows: id });
    });
    const proposal = await new PrivacyClient(supervisor.client).proposed(closed.id);
    expect((await new PrivacyClient(second.client).approveErasure(proposal)).status).toBe(200);
    expect(await keptOf(id)).toEqual([]);
    expect(await service.query(`SELECT 1 FROM case_document WHERE document_id = $1`, [id])).toEqual([]);
  });

  it('that are sent twelve at once are all kept, or told to come again', async () => {
    const content = base64(await loadedPdf());
    const sent = await Promise.all(Array.from({ length: 12 }, () => documents.addDocument({ content })));
    const taken = sent.filter(({ status }) => status === 201).length;
    expect(taken).toBeGreaterThan(0);
    expect(sent.filter(({ status }) => ![201, 429, 503].includes(status))).toEqual([]);
    expect((await documents.listDocuments()).total).toBe(taken);
  });

  describe('that are too large', () => {
    const address = () => `${service.origin}/api/case-files/${caseFileId}/documents`;
    const headers = () => ({
      'Content-Type': 'application/json',
      'X-Repere': '1',
      'Idempotency-Key': randomUUID(),
      Cookie: worker.client.cookieHeader,
    });

    it('are refused by their field', async () => {
      const content = 'A'.repeat(Math.ceil((MOST_FILE_BYTES + 3) / 3) * 4);
      const answer = await documents.addDocument<ProblemDto>({ content });
      expect(answer.status).toBe(400);
      expect(codes(answer).join()).toContain('content');
    });

    it('end while they are sent: two hundred megabytes without a length', async () => {
      let sent = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 2 ** 16;
          if (sent > 200_000_000) controller.close();
          else controller.enqueue(Buffer.alloc(2 ** 16, 0x20));
        },
      });
      const answer = await fetch(address(), {
        method: 'POST',
        headers: headers(),
        body: endless,
        duplex: 'half',
      } as RequestInit).catch(() => null);
      // Whoever goes on sending may find the line cut instead of the answer.
      if (answer) expect(answer.status).toBe(413);
      expect(sent).toBeLessThan(100_000_000);
    });

    it('are told so, however far they came: the line is not cut under who still sends', async () => {
      const body = JSON.stringify({ content: 'A'.repeat(16_000_000) });
      for (let times = 0; times < 5; times++)
        expect((await fetch(address(), { method: 'POST', headers: headers(), body })).status).toBe(413);
    });

    it.each([
      ['without a cookie', () => ''],
      ['whose cookie opens nothing', (own: string) => own.replace(/=.*/, `=${'A'.repeat(43)}`)],
    ])('are not even read of somebody %s', async (_, cookieOf) => {
      const body = JSON.stringify({ content: 'A'.repeat(1_000_000) });
      const asked = { ...headers(), Cookie: cookieOf(headers().Cookie) };
      expect((await fetch(address(), { method: 'POST', headers: asked, body })).status).toBe(401);
    });
  });
});
