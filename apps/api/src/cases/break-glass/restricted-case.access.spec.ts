import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { BreakGlassReviewsDto, BrokenGlassDto } from './break-glass.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { CaseAccessDto } from '../grants/case-access.dto';
import { LetterClient } from '../../letters/testing/letter-client';
import type { LettersDto } from '../../letters/letters.dto';
import type { WorklistDto } from '../worklist/worklist.dto';

const WHY = { reason: 'child-present', words: 'L’enfant est devant moi, il est 2 h du matin.' } as const;

describe('an emergency access to a restricted case', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let stranger: SignedInClient;
  let colleague: SignedInClient;
  let outside: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    const mail = { smtpUrl: 'smtp://127.0.0.1:9', from: 'repere@repere.example' };
    service = await TestService.start({ configuration: { mail } });
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
  });
  afterAll(() => service.stop());

  const key = () => ({ 'Idempotency-Key': randomUUID() });
  const open = ({ client }: SignedInClient, body: object) =>
    client.post<BrokenGlassDto & ProblemDto>('/break-glass', { ...WHY, ...body }, key());
  const reads = async ({ client }: SignedInClient): Promise<number> =>
    (await client.get(`/case-files/${file.id}`)).status;
  const reviews = async ({ client }: SignedInClient): Promise<BreakGlassReviewsDto> =>
    (await client.get<BreakGlassReviewsDto>('/break-glass/reviews')).body;
  const review = ({ client }: SignedInClient, id: string) =>
    client.post<ProblemDto>(`/break-glass/${id}/review`, { verdict: 'justified', words: 'Oui.' }, key());
  const end = ({ client }: SignedInClient, id: string) =>
    client.post<ProblemDto>(`/break-glass/${id}/end`, undefined, key());
  const mine = async (by: SignedInClient) =>
    (await reviews(by)).items.find(({ caseFileId }) => caseFileId === file.id);

  beforeEach(async () => {
    stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Ousmane' });
    colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    outside = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Noor' });
    file = await new CaseClient(lead.client).opened({ child: { birth: '2010-03' } });
    const cases = new CaseClient(lead.client);
    await cases.sendAct(file.id, 'people', {
      name: 'Tante-Zq9',
      relation: 'relative',
      contact: '06 99 99 99 99',
      note: 'Tante-Zq9 habite Lieu-Zq9.',
    });
    await cases.sendAct(file.id, 'notes', { note: 'Mots-Zq9 de Tante-Zq9 à Lieu-Zq9.' });
    const { seq } = (await cases.readCase(file.id)).state;
    await cases.sendAct(
      file.id,
      'facts',
      { values: { beds_refused: 'Lieu-Zq9', trusted: 'Tante-Zq9' } },
      { seq },
    );
    const closed = await supervisor.client.put(
      `/case-files/${file.id}/restriction`,
      { circle: [lead.id, supervisor.id], reason: 'colleague', words: 'La nièce d’une collègue.' },
      { 'Idempotency-Key': randomUUID() },
    );
    if (closed.status >= 300) throw new Error(JSON.stringify(closed.body));
    for (const who of [colleague, outside]) expect(await reads(who)).toBe(404);
  });

  it('opens to a colleague outside the circle with the emergency relation alone, whatever she holds', async () => {
    for (const who of [colleague, outside, stranger]) {
      expect((await open(who, { reference: file.reference })).status).toBe(200);
      const { status, body } = await who.client.get<CaseFileDto>(`/case-files/${file.id}`);
      expect(status).toBe(200);
      expect(body.child).toMatchObject({ calledName: expect.any(String) });
      expect(body.may).toEqual({ write: false, approve: false, assign: false });
      expect(body.emergencyUntil).not.toBeNull();
      const { body: access } = await who.client.get<CaseAccessDto>(`/case-files/${file.id}/access`);
      expect(access.reader.relations.map(({ relation }) => relation)).toEqual(['break-glass-restricted']);
      expect(access.reader.acts.filter(({ yes }) => yes).map(({ act }) => act)).toEqual([
        'read',
        'protect',
        'inform',
      ]);
      expect(access.may).toMatchObject({ assign: false, restrict: false, endEmergency: false });
      for (const path of ['', '/access', '/journal', '/conformance', '/privacy'])
        expect(JSON.stringify((await who.client.get(`/case-files/${file.id}${path}`)).body)).not.toMatch(
          /Tante-Zq9|Lieu-Zq9|Mots-Zq9|06 99/,
        );
    }
    // She records what protects, as anybody in an emergency.
    const cases = new CaseClient(colleague.client);
    expect((await cases.sendAct(file.id, 'notes', { note: 'Trouvée gare du Nord.' })).status).toBe(200);
  });

  it('tells who must know, with nothing of where the child hides; where the child could go she neither asks nor learns', async () => {
    await open(colleague, { reference: file.reference });
    const letters = new LetterClient(colleague.client, file.id);
    expect(JSON.stringify(await letters.proposeLetter('to-the-town'))).not.toMatch(
      /Tante-Zq9|Lieu-Zq9|Mots-Zq9|06 99/,
    );
    expect((await letters.sendLetter(await letters.written('to-the-town'))).status).toBe(204);
    // One that does not protect stays shut, as in any emergency, and so does one to who helps the child.
    expect((await letters.listLetters()).kinds.map(({ id }) => id)).toEqual(['to-the-town', 'to-the-guard']);
    // What the lead settled stays the lead's: its words, and whether it left.
    const leads = new LetterClient(lead.client, file.id);
    const settled = await leads.written('to-the-town');
    expect(await letters.readLetter(settled)).toMatchObject({ maySend: false, content: { redacted: true } });
    expect((await letters.download(settled)).status).toBe(403);
    expect((await letters.sendLetter(settled)).status).toBe(403);
    expect((await leads.sendLetter(settled)).status).toBe(204);
    expect((await letters.writeLetter('to-the-town', { corrects: settled })).status).toBe(403);
    expect((await lead.client.get<LettersDto>(`/case-files/${file.id}/letters`)).body.letters).toMatchObject([
      { by: { name: 'Léa' }, sending: { how: 'e-mail' } },
      { by: { name: 'Camille' }, sending: { how: 'e-mail' } },
    ]);
    for (const path of ['partners', 'capacity-questions/choices'])
      expect((await colleague.client.get(`/case-files/${file.id}/${path}`)).status).not.toBe(200);
  });

  it('reviews nobody, ends nobody, and grants nothing while she is only there in an emergency', async () => {
    await open(stranger, { reference: file.reference });
    await open(outside, { reference: file.reference });
    const { items } = await reviews(supervisor);
    const other = items.find(({ by, caseFileId }) => by.id === stranger.id && caseFileId === file.id);
    expect((await reviews(outside)).items.filter(({ caseFileId }) => caseFileId === file.id)).toEqual([]);
    expect((await end(outside, other?.id ?? '')).status).toBe(404);
    expect((await review(outside, other?.id ?? '')).status).toBe(404);
    const wide = await outside.client.delete<ProblemDto>(`/case-files/${file.id}/restriction`, {
      'Idempotency-Key': randomUUID(),
    });
    expect(wide.status).toBe(403);
  });

  it('tells the circle at once, in the day of each who is in it', async () => {
    await open(colleague, { reference: file.reference });
    const day = async ({ client }: SignedInClient) =>
      (await client.get<WorklistDto>('/worklist')).body.items
        .filter(({ caseFileId, kind }) => caseFileId === file.id && ['review', 'emergency'].includes(kind))
        .map(({ kind }) => kind);
    expect(await day(lead)).toEqual(['emergency']);
    expect(await day(supervisor)).toEqual(['review']);
    expect(await day(outside)).toEqual([]);
  });

  it('ends, and the colleague is shut out again', async () => {
    await open(colleague, { reference: file.reference });
    expect((await end(supervisor, (await mine(supervisor))?.id ?? '')).status).toBe(204);
    expect(await reads(colleague)).toBe(404);
  });

  it('is not there for whom a conflict of interest bars, before the hour or within it', async () => {
    await open(colleague, { reference: file.reference });
    const declared = await colleague.client.post(
      `/case-files/${file.id}/conflicts`,
      { words: 'C’est ma nièce.' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(declared.status).toBeLessThan(300);
    expect(await reads(colleague)).toBe(404);
    expect((await open(colleague, { reference: file.reference })).status).toBe(404);
  });

  it('sends word to the circle, and to nobody outside it', async () => {
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['East'] });
    const head = await service.signIn({ roles: ['supervisor'], teams: ['East'] });
    await service.signIn({ roles: ['supervisor'], teams: ['East'] });
    const other = await service.signIn({ roles: ['caseworker'], teams: ['East'] });
    const theirs = await new CaseClient(worker.client).opened();
    await head.client.put(
      `/case-files/${theirs.id}/restriction`,
      { circle: [worker.id, head.id], reason: 'colleague', words: 'Une collègue.' },
      key(),
    );
    await other.client.post('/break-glass', { ...WHY, reference: theirs.reference }, key());
    const told = await service.query<{ account_id: string; kind: string }>(
      `SELECT account_id, kind FROM account_mail m WHERE EXISTS
         (SELECT 1 FROM team_member t JOIN team ON team.id = t.team_id WHERE t.account_id = m.account_id AND team.name = 'East')`,
    );
    expect(Object.fromEntries(told.map(({ account_id, kind }) => [account_id, kind]))).toEqual({
      [worker.id]: 'circle-told',
      [head.id]: 'emergency-access',
    });
  });
});
