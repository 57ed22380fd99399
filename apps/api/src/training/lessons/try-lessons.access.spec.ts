import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES, SERVICE_RIGHTS } from '@repere/access';
import pg from 'pg';
import type { ProblemDto } from '../../platform/answers/openapi';
import { DraftClient } from '../../protocols/testing/draft-client';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import type { OwnScenarioDto } from '../own-scenarios/own-scenarios.dto';
import { once } from '../testing/led-spaces';
import type { DraftEffectDto, TriedLessonsDto, WaitingDraftDto } from './lessons.dto';

describe('a draft of a protocol, tried on the exercises', () => {
  let service: TestService;
  let editor: DraftClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    editor = new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client);
  });
  afterAll(() => service.stop());

  const begin = async (exchange: Readonly<Record<string, string>>): Promise<string> => {
    const { body } = await editor.http.get<readonly { version: string }[]>(
      '/protocols/identification/versions',
    );
    const from = body[0]?.version ?? '1.0.0';
    const { id } = await editor.begun('identification', from, exchange);
    return id;
  };
  const tried = async (id: string): Promise<TriedLessonsDto> => {
    const { status, body } = await editor.http.get<TriedLessonsDto>(`/protocol-drafts/${id}/lessons`);
    if (status !== 200) throw new Error(`${String(status)}: ${JSON.stringify(body)}`);
    return body;
  };

  it('that changes nothing leaves all of them as they are', async () => {
    const { total, isStopped, lessons } = await tried(await begin({}));
    expect({ isStopped, faults: lessons.flatMap(({ faults }) => faults) }).toEqual({
      isStopped: false,
      faults: [],
    });
    expect(lessons.length).toBeGreaterThan(2);
    expect(total).toBeGreaterThan(lessons.length);
  });

  it('that makes a child wait says which must be written anew, those first, with the child and why', async () => {
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: birth < first_presentation\n' });
    const { lessons } = await tried(id);
    const [first] = lessons;
    expect(first?.faults.map(({ of }) => of)).toContain('model');
    expect(first?.child).not.toBe('');
    expect(first?.faults.every(({ text }) => text.fr !== '' && text.en !== '')).toBe(true);
    const standing = lessons.map(({ faults }) => faults.length > 0);
    expect(standing).toEqual([...standing].sort((a, b) => Number(b) - Number(a)));
  });

  it('says of what trainers wrote how many, and to its author which', async () => {
    const leader = await service.signIn({ roles: ['supervisor'] });
    const trainer = await service.signIn({ roles: ['trainer'] });
    const { lessons: shipped } = await tried(await begin({}));
    const from = shipped[0]?.scenario ?? '';
    const write = ({ client }: typeof leader) =>
      client.post<OwnScenarioDto>('/training/own-scenarios', { from }, once());
    const [mine, theirs] = [await write(leader), await write(trainer)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    // One that can not be played is nobody's lesson.
    await trainer.client.post('/training/own-scenarios', { yaml: 'scenario: [' }, once());

    const sound = await tried(await begin({}));
    expect(sound.own).toEqual({ total: 2, tried: 2, changed: 0, isStopped: false, mine: [] });
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: birth < first_presentation\n' });
    const { own, lessons } = await tried(id);
    const isChanged = (lessons.find(({ scenario }) => scenario === from)?.faults.length ?? 0) > 0;
    expect(own).toMatchObject({ total: 2, tried: 2, changed: isChanged ? 2 : 0, mine: [] });
    expect(isChanged).toBe(true);
    const asAuthor = await leader.client.get<TriedLessonsDto>(`/protocol-drafts/${id}/lessons`);
    expect(asAuthor.body.own.mine.map(({ scenario }) => scenario)).toEqual([mine.body.id]);
    expect(asAuthor.body.own.mine[0]?.faults.length).toBeGreaterThan(0);
    expect(JSON.stringify(asAuthor.body)).not.toContain(theirs.body.id);
  });

  it.each(ACCOUNT_ROLES)(
    'gives the database’s texts of trainers to who reviews protocols alone: %s',
    async (role) => {
      const client = new pg.Client({
        connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()),
      });
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(
          `SELECT set_config('app.ctx', (system_context('', now()::text) || jsonb_build_object('system', NULL, 'account', $1::uuid, 'roles', jsonb_build_array($2::text)))::text, true)`,
          [randomUUID(), role],
        );
        const asked = client.query(`SELECT title FROM scenarios_speaking_of('identification')`);
        const rights: readonly string[] = SERVICE_RIGHTS[role];
        if (rights.includes('review-protocol'))
          expect((await asked).rows.every(({ title }: { title: unknown }) => title === null)).toBe(true);
        else await expect(asked).rejects.toMatchObject({ code: 'RP010' });
      } finally {
        await client.end();
      }
    },
  );

  it('that waits is told to who teaches: which exercises it would change, never how, nor its text', async () => {
    const trainer = await service.signIn({ roles: ['trainer'] });
    const colleague = await service.signIn({ roles: ['trainer'] });
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: birth < first_presentation\n' });
    const path = `/training/drafts/${id}/lessons`;
    const waiting = async () => (await trainer.client.get<WaitingDraftDto[]>('/training/drafts')).body;
    // Somebody is still writing it.
    expect((await waiting()).map((it) => it.id)).not.toContain(id);
    expect((await trainer.client.get(path)).status).toBe(404);
    const draft = await editor.readDraft(id);
    expect((await editor.sendAct(draft, 'submit')).status).toBe(200);
    const { protocol, version, title } = draft;
    expect((await waiting()).find((it) => it.id === id)).toEqual({ id, protocol, version, title });

    const { total, lessons } = await tried(id);
    const wrong = lessons.filter(({ faults }) => faults.length > 0);
    const from = wrong[0]?.scenario ?? '';
    for (const { client } of [trainer, colleague])
      expect((await client.post('/training/own-scenarios', { from }, once())).status).toBe(201);
    const { status, body } = await trainer.client.get<DraftEffectDto>(path);
    expect([status, body.shipped]).toEqual([
      200,
      {
        ...{ total, tried: lessons.length, isStopped: false },
        changed: wrong.map(({ scenario, title: told, child }) => ({ scenario, title: told, child })),
      },
    ]);
    // A colleague’s is not there, by number neither.
    expect(body.own).toMatchObject({ total: 1, tried: 1, isStopped: false });
    expect(body.own.changed).toHaveLength(1);
    for (const { text } of wrong.flatMap(({ faults }) => faults))
      expect(JSON.stringify(body)).not.toContain(text.fr);
    for (const read of [`/protocol-drafts/${id}`, `/protocol-drafts/${id}/lessons`, '/protocol-drafts'])
      expect([read, (await trainer.client.get(read)).status]).toEqual([read, 403]);
  });

  it.each(ACCOUNT_ROLES)('waiting, is known to who leads training alone: %s', async (role) => {
    const { client } = await service.signIn({ roles: [role], teams: ['North'] });
    const rights: readonly string[] = SERVICE_RIGHTS[role];
    const allowed = rights.includes('lead-training');
    expect((await client.get('/training/drafts')).status).toBe(allowed ? 200 : 403);
    expect((await client.get(`/training/drafts/${randomUUID()}/lessons`)).status).toBe(allowed ? 404 : 403);
    expect((await client.get('/training/drafts/none/lessons')).status).toBe(allowed ? 404 : 403);
  });

  it('with an error is refused by what is wrong', async () => {
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: nothing_of_that_name\n' });
    const { status, body } = await editor.http.get<ProblemDto>(`/protocol-drafts/${id}/lessons`);
    expect(status).toBe(422);
    expect(body.reasons?.length).toBeGreaterThan(0);
  });

  it('with an error says so to who teaches, and no word of it', async () => {
    const id = await begin({ '  - id: signs\n': '  - id: signs\n    when: nothing_of_that_name\n' });
    await service.query(
      `BEGIN; SET LOCAL session_replication_role = replica; UPDATE protocol_draft SET state = 'in-review' WHERE id = '${id}'; COMMIT`,
    );
    const { client } = await service.signIn({ roles: ['trainer'] });
    const { status, body } = await client.get<ProblemDto>(`/training/drafts/${id}/lessons`);
    expect([status, body.reasons?.map(({ code }) => code)]).toEqual([422, ['draft-with-errors']]);
    expect(JSON.stringify(body)).not.toContain('nothing_of_that_name');
  });

  it('is nobody’s who neither writes nor reviews protocols', async () => {
    const id = await begin({});
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect([403, 404]).toContain((await client.get(`/protocol-drafts/${id}/lessons`)).status);
    expect((await editor.http.get(`/protocol-drafts/none/lessons`)).status).toBe(404);
  });
});
