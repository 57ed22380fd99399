import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { dropSpaces, makeSpace, once, playIn, settleSpaces } from '../testing/led-spaces';
import { leadIn, learnIn } from '../testing/learners';
import type { TrainerNoteDto } from './notes.dto';

const WORDS = 'Kiwi a demandé l’avocate avant de lire l’avis.';

describe('notes of whoever leads a training space', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  let learner: TestClient;
  beforeAll(async () => {
    service = await TestService.start();
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer);
    lead = await leadIn(trainer, space.key);
    ({ browser: learner } = await learnIn(service, lead, space.key, 'Kiwi'));
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const add = (words: unknown, id: string = randomUUID(), client = lead) =>
    client.put<TrainerNoteDto & ProblemDto>(`/training/notes/${id}`, { words });
  const list = async (client = lead) => (await client.get<TrainerNoteDto[]>('/training/notes')).body;
  const inSpace = async (sql: string, key = space.key) => {
    const [book] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    return asSuperuser(book?.database ?? '', (client) => client.query(sql));
  };

  it('are stamped with the space’s clock, listed by it, and deleted', async () => {
    const { body: first } = await add(WORDS);
    await lead.post('/training/clock', { by: 'days', amount: 3 });
    const { body: second, status } = await add('Silence après la question.');
    expect(status).toBe(200);
    const days = (Date.parse(second.at) - Date.parse(first.at)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(3);
    expect(days).toBeLessThan(3.1);
    expect(await list()).toEqual([first, second]);
    expect((await lead.delete(`/training/notes/${second.id}`)).status).toBe(204);
    expect((await lead.delete(`/training/notes/${second.id}`)).status).toBe(404);
    expect(await list()).toEqual([first]);
  });

  it('are one note where the same is sent twelve times, at its first moment', async () => {
    const id = randomUUID();
    const sent = await Promise.all(Array.from({ length: 12 }, () => add('Une fois.', id)));
    expect(sent.some(({ status }) => status === 200)).toBe(true);
    expect(sent.every(({ status }) => status === 200 || status === 429)).toBe(true);
    expect((await list()).filter(({ words }) => words === 'Une fois.')).toHaveLength(1);
    const other = await add('Autre chose.', id);
    expect([other.status, other.body.reasons?.[0]?.code]).toEqual([422, 'noted-otherwise']);
    await lead.delete(`/training/notes/${id}`);
  });

  it('are read, written and deleted by whoever leads alone, whomever they play, and never in a live space', async () => {
    const [{ id } = { id: '' }] = await list();
    for (const [client, status] of [
      [learner, 403],
      [service.client(space.key), 403],
      [trainer.client, 404],
      [service.client(), 404],
    ] as const) {
      const refusals = await Promise.all([
        client.get('/training/notes'),
        add('x', randomUUID(), client),
        client.delete(`/training/notes/${id}`),
      ]);
      expect(refusals.map((it) => it.status)).toEqual([status, status, status]);
    }
    expect(await list(await playIn(trainer, space.key))).toHaveLength(1);
    const other = await makeSpace(service, trainer);
    const elsewhere = await leadIn(trainer, other.key);
    expect(await list(elsewhere)).toEqual([]);
    expect((await elsewhere.delete(`/training/notes/${id}`)).status).toBe(404);
  });

  it.each([
    [''],
    ['   '],
    ['\u200b'],
    ['x'.repeat(501)],
    ['a\u202eb'],
    ['a\u0000b'],
    [null],
    [7],
    [['a']],
    [{ words: 'a' }],
  ])('are none of %j', async (words) => {
    const { status, body } = await add(words);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('words');
  });

  it('are refused under an id that is none', async () => {
    expect((await add('x', 'none')).status).toBe(404);
  });

  it('leave no word in the record, which has that something was noted and read', async () => {
    const told = await inSpace(
      `SELECT entry FROM ledger_event WHERE entry::jsonb ->> 'type' IN ('training.note', 'training.notes')`,
    );
    expect(told.rowCount).toBeGreaterThan(3);
    expect(JSON.stringify(told.rows)).not.toContain('avocate');
    await expect(inSpace(`DELETE FROM trainer_note`)).rejects.toThrow();
  });

  it('are so many at most', async () => {
    const other = await makeSpace(service, trainer);
    const elsewhere = await leadIn(trainer, other.key);
    await inSpace(
      `SET session_replication_role = replica;
       INSERT INTO trainer_note SELECT gen_random_uuid(), 'x', now() FROM generate_series(1, 499)`,
      other.key,
    );
    expect((await add('Encore une.', randomUUID(), elsewhere)).status).toBe(200);
    const { status, body } = await add('Une de trop.', randomUUID(), elsewhere);
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'notes-full']);
  });

  it('go on in a branch, and are gone once the space begins anew', async () => {
    const { body: moment } = await lead.post<KeptMomentDto>('/training/moments', { title: 'Avant' });
    await settleSpaces(service);
    const { body: branch } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Autre choix',
    });
    await settleSpaces(service);
    expect(await list(await leadIn(trainer, branch.key))).toEqual(await list());
    await trainer.client.post(`/training/spaces/${space.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    expect(await list(await leadIn(trainer, space.key))).toEqual([]);
  });
});
