import { strFromU8, unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import { DocumentClient } from '../../documents/testing/document-client';
import { LetterClient } from '../../letters/testing/letter-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { codesOf, PrivacyClient } from '../testing/privacy-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { PersonDto } from '../../cases/people/person.dto';
import type { AccessRequestDto, AccessRequestSummaryDto, AccessVerdictDto } from './access-requests.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

const SAID = 'Sa tante <b>Zoé</b> a tout raconté';
const KEPT = 'Il va bien';
const WHY = 'Cette personne n’a pas prouvé qui elle est';

describe('a request for access', () => {
  let service: TestService;
  let worker: SignedInClient;
  let preparer: PrivacyClient;
  let reviewer: PrivacyClient;
  let file: CaseFileDto;
  let person: PersonDto;
  const familyName = inventedName();
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Ada Nord' });
    preparer = new PrivacyClient((await service.signIn({ roles: ['supervisor'], teams: ['North'] })).client);
    reviewer = new PrivacyClient((await service.signIn({ roles: ['supervisor'], teams: ['North'] })).client);
    const cases = new CaseClient(worker.client);
    file = await cases.opened({ child: { familyName } });
    await cases.sendAct(file.id, 'notes', { note: SAID });
    await cases.sendAct(file.id, 'notes', { note: KEPT });
    const added = await cases.sendAct<PersonDto>(file.id, 'people', {
      name: 'Zoé Quenouille',
      relation: 'relative',
      contact: '06 11 22 33 44',
    });
    person = added.body;
  });
  afterAll(() => service.stop());

  const asking = { receivedOn: '2026-01-31', askedBy: 'La personne elle-même', identityChecked: 'Carte vue' };
  const prepared = async (about: object): Promise<AccessRequestDto> => {
    const { status, body } = await preparer.post<AccessRequestDto>('/access-requests', {
      ...asking,
      ...about,
    });
    if (status !== 201) throw new Error(`preparing gave ${String(status)}: ${JSON.stringify(body)}`);
    return body;
  };
  const review = <T = AccessRequestDto>(
    by: PrivacyClient,
    { id, revision }: AccessRequestDto,
    verdicts: readonly AccessVerdictDto[],
    isDone = true,
  ) =>
    by.http.put<T>(
      `/access-requests/${id}/review`,
      { verdicts, isDone },
      { 'If-Match': `"${String(revision)}"`, 'Idempotency-Key': randomUUID() },
    );
  /** Own data leave, others’ do not, and of free text only what was read to be harmless. */
  const verdictsOf = ({ items }: AccessRequestDto): readonly AccessVerdictDto[] =>
    items.map(({ id, kind, text }) =>
      kind === 'own' || text.fr === KEPT ? { id, keep: true } : { id, keep: false, reason: 'others' },
    );

  it('gathers what is the child’s, marks free text to be read and others’ data to be redacted', async () => {
    const { items, dueOn, state } = await prepared({ subject: 'child', caseFileId: file.id });
    expect([dueOn, state]).toEqual(['2026-02-28', 'to-review']);
    const kinds = (text: string) => items.filter((it) => it.text.fr.includes(text)).map(({ kind }) => kind);
    expect(kinds(familyName)).toEqual(['own']);
    expect(kinds(SAID)).toEqual(['free-text']);
    expect(new Set(kinds('Ada Nord'))).toEqual(new Set(['others']));
    expect(new Set(kinds('Quenouille'))).toEqual(new Set(['others']));
  });

  it('leaves only once another person has read every line, and holds only what they kept', async () => {
    const request = await prepared({ subject: 'child', caseFileId: file.id });
    const own = await review(preparer, request, verdictsOf(request));
    expect([own.status, codesOf(own.body)]).toEqual([422, ['own-act']]);
    const early = await reviewer.http.get(`/access-requests/${request.id}/package`);
    expect([early.status, codesOf(early.body)]).toEqual([422, ['not-reviewed']]);
    const [first, ...rest] = verdictsOf(request);
    if (!first) throw new Error('no line');
    const unread = await review(reviewer, request, rest);
    expect(codesOf(unread.body)).toEqual(['unread-lines']);
    const why = await review(reviewer, request, [{ id: first.id, keep: false }], false);
    expect(codesOf(why.body)).toEqual(['why-redacted']);
    const done = await review(reviewer, request, [first, ...rest]);
    expect(done.body).toMatchObject({
      state: 'reviewed',
      toReview: 0,
      may: { handOver: true, download: true },
    });
    const late = await review(reviewer, request, rest);
    expect(late.status).toBe(412);
    const { content } = await preparer.http.download(`/access-requests/${request.id}/package`);
    const files = unzipSync(content);
    expect(Object.keys(files).sort()).toEqual([
      'access.en.html',
      'access.en.pdf',
      'access.fr.html',
      'access.fr.pdf',
      'data.json',
    ]);
    for (const name of ['access.fr.html', 'access.en.html', 'data.json']) {
      const text = strFromU8(files[name] ?? new Uint8Array());
      expect(text).toContain(familyName);
      expect(text).toContain(KEPT);
      for (const secret of ['Ada Nord', 'Quenouille', 'tout raconté', '06 11 22 33 44'])
        expect(text).not.toContain(secret);
    }
    const handed = await preparer.post<AccessRequestDto>(`/access-requests/${request.id}/hand-over`, {
      toWhom: 'La jeune fille',
      how: 'En main propre, avec son éducatrice',
    });
    expect(handed.body).toMatchObject({ state: 'handed-over', handedTo: 'La jeune fille' });
    const { sharing } = await preparer.ofCase(file.id);
    expect(sharing[0]).toMatchObject({ ground: 'access-request', content: { toWhom: 'La jeune fille' } });
  });

  describe('where the case has letters and documents', () => {
    let letters: LetterClient;
    let documents: DocumentClient;
    beforeAll(async () => {
      const other = await new CaseClient(worker.client).opened();
      letters = new LetterClient(worker.client, other.id);
      documents = new DocumentClient(worker.client, other.id);
      const id = await letters.written('to-the-town');
      await letters.sendLetter(id, { toWhom: 'Motdugreffe' });
      await documents.added({
        title: 'Certificatqz',
        author: 'Dr Motdauteur',
        classes: ['health', 'judicial'],
      });
    });
    const requested = async () => {
      const { items } = await prepared({ subject: 'child', caseFileId: letters.caseFileId });
      return items.map(({ label, text, kind, fieldClass }) => [label.fr, text.fr, kind, fieldClass]);
    };

    it('holds what each letter says and when it left, to be read; to whom is others’', async () => {
      const lines = await requested();
      expect(lines).toEqual(
        expect.arrayContaining([
          ['Faits', expect.stringContaining('Urgence'), 'free-text', 'narrative'],
          ['Envoyée le', expect.any(String), 'own', 'situation'],
          ['À qui', 'Motdugreffe', 'others', 'staff'],
          ['Écrite par', 'Ada Nord', 'others', 'staff'],
        ]),
      );
    });

    it('holds that each document is kept, what it tells of by its classes, and who wrote it as others’', async () => {
      const lines = await requested();
      expect(lines).toEqual(
        expect.arrayContaining([
          ['Document', 'Certificatqz', 'free-text', 'identity'],
          ['De qui', 'Dr Motdauteur', 'others', 'staff'],
          ['Parle de', 'santé', 'own', 'health'],
          ['Parle de', 'justice', 'own', 'judicial'],
          [
            'Fichier',
            expect.stringMatching(/^certificate-[0-9a-f]{8}\.pdf : part avec/),
            'free-text',
            'identity',
          ],
        ]),
      );
    });

    it('leaves with the file of each document whose line was kept, says which are not there, and has no other', async () => {
      const keptId = await documents.added({ title: 'Remisqz', classes: ['judicial'] });
      const gone = await documents.added({ title: 'Perduqz', classes: ['health'], kind: 'report' });
      const withheld = await documents.added({ title: 'Tiersqz', classes: ['people'], kind: 'order' });
      const request = await prepared({ subject: 'child', caseFileId: letters.caseFileId });
      const leaves = [keptId, gone];
      const verdicts = request.items.map(({ id, kind, fileId }): AccessVerdictDto =>
        kind === 'own' || (fileId !== null && leaves.includes(fileId))
          ? { id, keep: true }
          : { id, keep: false, reason: 'others' },
      );
      expect(request.items.map(({ fileId }) => fileId)).toEqual(
        expect.arrayContaining([keptId, gone, withheld]),
      );
      expect((await review(reviewer, request, verdicts)).status).toBe(200);
      // After it was read, and before it left.
      await new DocumentClient(preparer.http, letters.caseFileId).destroyDocument(gone);
      const { content } = await preparer.http.download(`/access-requests/${request.id}/package`);
      const files = unzipSync(content);
      const [path, ...others] = Object.keys(files).filter((name) => name.startsWith('documents/'));
      expect([path, others]).toEqual([
        expect.stringMatching(/^documents\/\d+-certificate-[0-9a-f]{8}\.pdf$/),
        [],
      ]);
      expect(Buffer.from(files[path ?? ''] ?? [])).toEqual(
        Buffer.from((await documents.download(keptId)).content),
      );
      const page = strFromU8(files['access.fr.html'] ?? new Uint8Array());
      expect(page).toMatch(/certificate-[0-9a-f]{8}\.pdf[^]*Joint/);
      expect(page).toMatch(/report-[0-9a-f]{8}\.pdf[^]*Pas joint.{0,3}: il a été détruit/);
      expect(page).not.toMatch(/order-[0-9a-f]{8}/);
      const data = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array())) as { file?: string }[];
      expect(data.flatMap(({ file: named }) => named ?? [])).toEqual([path]);
    });

    it('says that a document was destroyed, and when', async () => {
      const id = await documents.added({ title: 'Erreurqz', classes: ['health'] });
      await new DocumentClient(preparer.http, letters.caseFileId).destroyDocument(id);
      expect(await requested()).toContainEqual([
        'Fichier',
        expect.stringMatching(/^Détruit/),
        'own',
        'identity',
      ]);
    });

    it('of somebody around, holds those that name them and no other', async () => {
      const { body: aunt } = await new CaseClient(worker.client).sendAct<PersonDto>(
        letters.caseFileId,
        'people',
        {
          name: 'Zoé Tournebroche',
          relation: 'relative',
        },
      );
      await documents.added({ title: 'Courrier de Tournebroche', classes: ['judicial'] });
      const { items } = await prepared({
        subject: 'person',
        caseFileId: letters.caseFileId,
        personId: aunt.id,
      });
      const said = items.map(({ text }) => text.fr).join('\n');
      expect(said).toContain('Courrier de Tournebroche');
      expect(said).not.toContain('Certificatqz');
    });
  });

  it('is refused by another person, with the reason, and then nothing leaves', async () => {
    const request = await prepared({ subject: 'child', caseFileId: file.id });
    const path = `/access-requests/${request.id}`;
    const refusing = (by: PrivacyClient, body: unknown = { why: WHY }) =>
      by.post<AccessRequestDto>(`${path}/refuse`, body);
    const own = await refusing(preparer);
    expect([own.status, codesOf(own.body)]).toEqual([422, ['own-act']]);
    const silent = await refusing(reviewer, { why: ' ' });
    expect([silent.status, JSON.stringify(silent.body)]).toEqual([400, expect.stringContaining('why')]);
    const { body: open } = await reviewer.http.get<AccessRequestDto>(path);
    expect(open).toMatchObject({ state: 'to-review', may: { refuse: true } });
    const done = await refusing(reviewer);
    expect(done.body).toMatchObject({
      state: 'refused',
      refusal: WHY,
      may: { review: false, refuse: false, handOver: false, download: false },
    });
    for (const again of [await refusing(reviewer), await refusing(preparer)])
      expect([again.status, codesOf(again.body)]).toEqual([422, ['settled']]);
    const late = await review<unknown>(reviewer, { ...request, ...done.body }, verdictsOf(request));
    expect([late.status, codesOf(late.body)]).toEqual([422, ['settled']]);
    expect((await reviewer.http.get(`${path}/package`)).status).toBe(422);
    const handed = await reviewer.post(`${path}/hand-over`, { toWhom: 'Elle', how: 'En main propre' });
    expect([handed.status, codesOf(handed.body)]).toEqual([422, ['settled']]);
  });

  it('stands in the list with what waits first, by when it is due, and what was settled last', async () => {
    const day = (receivedOn: string) => prepared({ subject: 'child', caseFileId: file.id, receivedOn });
    const [late, soon, settled] = [await day('2025-01-02'), await day('2026-06-02'), await day('2024-01-02')];
    await reviewer.post(`/access-requests/${settled.id}/refuse`, { why: WHY });
    // More than a page of others.
    for (let i = 0; i < 26; i++) await day('2025-06-02');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `?${new URLSearchParams({ cursor }).toString()}`;
      const { body } = await reviewer.http.get<Page<AccessRequestSummaryDto>>(`/access-requests${query}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next;
    }
    const places = [late, soon, settled].map(({ id }) => seen.indexOf(id));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('of somebody around holds what is recorded of them, and no more of the child than texts that name them', async () => {
    const { items } = await prepared({ subject: 'person', caseFileId: file.id, personId: person.id });
    const texts = items.map(({ text }) => text.fr).join('\n');
    expect(texts).toContain('06 11 22 33 44');
    expect(texts).toContain('Zoé');
    expect(texts).not.toContain(familyName);
    expect(texts).not.toContain(KEPT);
    expect(items.filter(({ text }) => text.fr === SAID).map(({ kind }) => kind)).toEqual(['free-text']);
  });

  it('of somebody who works here holds their account, and no case', async () => {
    const { items, caseFileId } = await prepared({ subject: 'staff', accountId: worker.id });
    const texts = items.map(({ text }) => text.fr).join('\n');
    expect(texts).toContain('Ada Nord');
    for (const secret of [familyName, file.id, file.reference, KEPT]) expect(texts).not.toContain(secret);
    expect(caseFileId).toBeNull();
  });

  it('of a supervisor is not reviewed or refused by themselves', async () => {
    const concerned = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const themselves = new PrivacyClient(concerned.client);
    const request = await prepared({ subject: 'staff', accountId: concerned.id });
    const answer = await review<ProblemDto>(themselves, request, verdictsOf(request));
    expect([answer.status, answer.body.reasons?.map(({ code }) => code)]).toEqual([422, ['own-act']]);
    const { body } = await concerned.client.get<AccessRequestDto>(`/access-requests/${request.id}`);
    expect(body.may).toMatchObject({ review: false, refuse: false });
    expect((await review(reviewer, request, verdictsOf(request))).status).toBe(200);
  });

  it('is sealed: a database without keys tells none of it', async () => {
    const rows = await service.query(`SELECT * FROM access_request`);
    for (const secret of [familyName, KEPT, WHY, 'Quenouille', 'La jeune fille'])
      expect(
        rows.some((row) => Object.values(row).some((it) => Buffer.from(String(it)).includes(secret))),
      ).toBe(false);
  });

  it('is reviewed by nobody in the name of another, says the database as well', async () => {
    const { id } = await prepared({ subject: 'child', caseFileId: file.id });
    const other = await service.hire({ roles: ['supervisor'], teams: ['North'] });
    const changed = (what: string, account: string): Promise<unknown> =>
      service.asSuperuser(async (client) => {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('app.ctx', $1, true)`, [JSON.stringify({ account })]);
        const answer = await client
          .query(`UPDATE access_request SET ${what} WHERE id = $1`, [id])
          .then(({ rowCount }) => rowCount)
          .catch((fault: Error) => fault.message);
        await client.query('ROLLBACK');
        return answer;
      });
    const reviewed = `reviewed_by = '${other.id}', reviewed_at = now(), reviewed_hash = hash, reviewed_lines = lines`;
    expect(await changed(reviewed, other.id)).toBe(1);
    expect(await changed(reviewed, worker.id)).toBe('nobody reviews in the name of another');
    expect(await changed('revision = revision + 1', worker.id)).toBe(1);
    for (const what of [`prepared_by = '${other.id}'`, `hash = 'x'`, `content = ''`])
      expect(await changed(what, other.id)).toBe('what was prepared stays');
  });

  it('nobody reviews what they prepared, says the database as well', async () => {
    await expect(
      service.query(
        `UPDATE access_request SET reviewed_by = prepared_by, reviewed_at = now(), reviewed_hash = hash, reviewed_lines = lines`,
      ),
    ).rejects.toThrow(/four_eyes/);
    await expect(
      service.query(
        `UPDATE access_request SET outcome = 'refused', settled_by = prepared_by, settled_at = now(), settling = '' WHERE outcome IS NULL`,
      ),
    ).rejects.toThrow(/refused_by_another/);
    await expect(
      service.query(
        `UPDATE access_request SET outcome = 'handed-over', settled_by = prepared_by, settled_at = now(), settling = '' WHERE reviewed_by IS NULL`,
      ),
    ).rejects.toThrow(/check constraint/);
  });
});
