import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CaseAccessLogDto, QuestionToMeDto } from './access-log.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

describe('asking why somebody looked', () => {
  let service: TestService;
  let lead: CaseClient;
  let foreign: SignedInClient;
  let id: string;
  let reference: string;
  beforeAll(async () => {
    service = await TestService.start();
    lead = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Moreau' })).client,
    );
    foreign = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Dominique Ailleurs' });
    ({ id, reference } = await lead.opened());
    await foreign.client.get(`/case-files/${id}`);
  });
  afterAll(() => service.stop());

  const accessLog = async (): Promise<CaseAccessLogDto> =>
    (await lead.http.get<CaseAccessLogDto>(`/case-files/${id}/access-log`)).body;
  const theirs = async () => {
    const accessEvent = (await accessLog()).unusual.find(({ by }) => by?.id === foreign.id);
    if (!accessEvent) throw new Error('no access event');
    return accessEvent;
  };
  const ask = async (question: string, accessEvent?: string) =>
    lead.sendAct<ProblemDto & { id: string }>(
      id,
      `access-log/${accessEvent ?? (await theirs()).id}/questions`,
      {
        question,
      },
    );
  const toMe = async (client: TestClient): Promise<readonly QuestionToMeDto[]> =>
    (await client.get<{ items: QuestionToMeDto[] }>('/access-questions')).body.items;
  const answer = (client: TestClient, question: string, words: string) =>
    client.put(
      `/access-questions/${question}/answer`,
      { answer: words },
      { 'Idempotency-Key': randomUUID() },
    );

  it('reaches whoever looked, though the case is not theirs, and their answer whoever asked', async () => {
    expect((await theirs()).mayAsk).toBe(true);
    const { status, body } = await ask('Que cherchiez-vous ?');
    expect(status).toBe(201);
    expect((await theirs()).mayAsk).toBe(false);
    const [question] = await toMe(foreign.client);
    expect(question).toMatchObject({
      id: body.id,
      reference,
      question: 'Que cherchiez-vous ?',
      askedBy: 'Léa Moreau',
      answer: null,
      act: { fr: 'A essayé d’ouvrir ce dossier ou d’y agir' },
    });
    expect((await answer(foreign.client, body.id, 'Un numéro mal recopié.')).status).toBe(204);
    expect(await toMe(foreign.client)).toEqual([]);
    expect((await theirs()).questions).toEqual([
      expect.objectContaining({ question: 'Que cherchiez-vous ?', answer: 'Un numéro mal recopié.' }),
    ]);
  });

  it('is in the record of the case, both times; of the words only a commitment', async () => {
    const rows = await service.query<{ type: string; entry: string }>(
      `SELECT e.entry::json ->> 'type' AS type, e.entry FROM ledger_event e
        WHERE e.entry::json ->> 'stream' = (SELECT alias FROM alias WHERE kind = 'case' AND subject = $1)
          AND e.entry::json ->> 'type' LIKE 'access-question.%' ORDER BY e.seq`,
      [id],
    );
    expect(rows.map(({ type }) => type)).toEqual(['access-question.ask', 'access-question.answer']);
    expect(rows.map(({ entry }) => entry).join()).not.toMatch(/cherchiez|recopié/);
    const [stored] = await service.query<{ text: string }>(
      `SELECT encode(question, 'escape') || encode(answer, 'escape') AS text FROM access_question`,
    );
    expect(stored?.text).not.toMatch(/cherchiez|recopi/);
  });

  it('is no access to the case of its own, asked or answered', async () => {
    const events = await service.query(`SELECT 1 FROM access_event WHERE type LIKE 'access-question.a%'`);
    expect(events).toEqual([]);
  });

  it('refuses what is no question, an access of one’s own, a second question before the answer', async () => {
    expect((await ask('')).status).toBe(400);
    const own = (await accessLog()).items.find(({ by }) => by?.name === 'Léa Moreau');
    expect((await ask('Pourquoi ?', own?.id)).body.reasons?.[0]?.code).toBe('own-access');
    expect((await ask('Encore une chose ?')).status).toBe(201);
    expect((await ask('Et encore ?')).body.reasons?.[0]?.code).toBe('asked-already');
    for (const accessEvent of ['999999', 'x', '1e3'])
      expect((await ask('Pourquoi ?', accessEvent)).status).toBe(404);
  });

  it('access to another case can’t be asked about here, nor by who may not see the access log', async () => {
    const other = await lead.opened();
    await foreign.client.get(`/case-files/${other.id}`);
    const { body } = await lead.http.get<CaseAccessLogDto>(`/case-files/${other.id}/access-log`);
    expect((await ask('Pourquoi ?', body.unusual[0]?.id)).status).toBe(404);
    const colleague = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client,
    );
    const accessEvent = (await theirs()).id;
    expect(
      (await colleague.sendAct(id, `access-log/${accessEvent}/questions`, { question: 'Pourquoi ?' })).status,
    ).toBe(404);
    expect(
      (
        await new CaseClient(foreign.client).sendAct(id, `access-log/${accessEvent}/questions`, {
          question: 'x',
        })
      ).status,
    ).toBe(404);
  });

  it('only whoever is asked answers, and once', async () => {
    const [question] = await toMe(foreign.client);
    const open = question?.id ?? '';
    expect((await answer(lead.http, open, 'À sa place')).status).toBe(404);
    expect((await answer(foreign.client, open, '')).status).toBe(400);
    expect((await answer(foreign.client, open, 'Rien de plus.')).status).toBe(204);
    expect((await answer(foreign.client, open, 'Autre chose.')).status).toBe(404);
    expect((await answer(foreign.client, randomUUID(), 'x')).status).toBe(404);
    expect((await answer(foreign.client, 'x', 'x')).status).toBe(404);
  });
});
