import { randomUUID } from 'node:crypto';
// eslint-disable-next-line no-restricted-imports -- a handler that nobody described
import { Body, Controller, Get, Module, Param } from '@nestjs/common';
import { ProbeRoute } from '../../testing/probe-route';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { insertBareCase } from '../../testing/cases/test-case';
import { PlainText } from '../answers/plain-text';
import { Refusal } from '../refusals/refusal';
import { UnitOfWork } from './unit-of-work';
import type { ProblemDto } from '../answers/openapi';

class NoteDto {
  @PlainText(40)
  readonly note: string;
}

/** What a route may do by a mistake behind what it told. */
const HIDDEN: Readonly<Record<string, string>> = {
  team: `INSERT INTO team (name, territory) VALUES ('Hidden', '93')`,
  key: 'DELETE FROM idempotency_key',
};

/** Routes that do what every route may do. */
@Controller('probe')
class ProbeController {
  constructor(private readonly unit: UnitOfWork) {}

  @ProbeRoute('GET case/:id', 'case-file.read')
  read(@Param('id') id: string): object {
    this.unit.aboutCase(id);
    return { secret: 'content', now: this.unit.now() };
  }

  @ProbeRoute('GET list/:ids', 'case-file.search')
  list(@Param('ids') ids: string): object {
    this.unit.shows(ids.split(','));
    return {};
  }

  @ProbeRoute('GET refused/:id', 'step.read')
  refuse(@Param('id') id: string): never {
    this.unit.aboutCase(id);
    throw new Refusal('not-found');
  }

  @Get('undeclared')
  undeclared(): object {
    return { secret: 'content' };
  }

  @ProbeRoute('GET broken', 'step.check')
  async broken(): Promise<void> {
    await this.unit.manager.query(`INSERT INTO team (name, territory) VALUES ('Half', '93')`);
    throw new Error('password=hunter2');
  }

  @ProbeRoute('GET within', 'step.check')
  async within(): Promise<object> {
    const { space } = this.unit;
    const place = { space, correlation: randomUUID() };
    return this.unit
      .unrecorded('system:session', place, async () => ({ secret: 'content' }))
      .catch((error: unknown) => ({ error: String(error) }));
  }

  @ProbeRoute('POST note', 'case-file.note', { once: true })
  async note(@Body() { note }: NoteDto): Promise<object> {
    if (note === 'refuse me') throw new Refusal('refused');
    await this.unit.manager.query(`INSERT INTO team (name, territory) VALUES ($1, '93')`, [note]);
    return { made: randomUUID(), note };
  }

  @ProbeRoute('POST told/:team', 'step.complete', { once: true })
  async tell(@Param('team') team: string): Promise<object> {
    const told = [await this.unit.isAllRecorded()];
    await this.unit.recordEvent({ type: 'step.complete' });
    told.push(await this.unit.isAllRecorded());
    await this.unit.changesNothingToRecord(() => this.unit.manager.query('SELECT 1', []));
    told.push(await this.unit.isAllRecorded());
    if (team === 'none') return { told };
    await this.unit.manager.query(`INSERT INTO team (name, territory) VALUES ($1, '93')`, [team]);
    await this.unit.changesNothingToRecord(() => this.unit.manager.query('SELECT 1', []));
    told.push(await this.unit.isAllRecorded());
    return { told };
  }

  /** Says that it changes nothing of which the record tells. */
  @ProbeRoute('POST hides/:what', 'step.complete', { once: true })
  async hide(@Param('what') what: string): Promise<object> {
    await this.unit.recordEvent({ type: 'step.complete' });
    await this.unit.changesNothingToRecord(() => this.unit.manager.query(HIDDEN[what] ?? 'SELECT', []));
    return { isAllRecorded: await this.unit.isAllRecorded() };
  }

  @ProbeRoute('POST case/:id', 'person.add', { once: true })
  async write(@Param('id') id: string): Promise<object> {
    this.unit.aboutCase(id);
    const seen: unknown[] = await this.unit.manager.query('SELECT 1 FROM case_file WHERE id = $1', [id]);
    if (seen.length === 0) throw new Refusal('not-found');
    return { secret: 'content' };
  }

  @ProbeRoute('GET as-system', 'case-file.recompute')
  async asSystem(): Promise<readonly number[]> {
    const count = async (): Promise<number> => {
      const [row]: { n: string }[] = await this.unit.manager.query('SELECT count(*) AS n FROM case_file');
      return Number(row?.n);
    };
    const within = async (): Promise<readonly number[]> => [
      await count(),
      await this.unit.asSystem('system:session', count),
      // One within another goes back to that one, not to the account.
      await count(),
    ];
    return [await count(), ...(await this.unit.asSystem('system:duplicates', within)), await count()];
  }

  @ProbeRoute('GET as-system/broken', 'case-file.recompute')
  async faultAsSystem(): Promise<object> {
    const broken = (): Promise<never> => Promise.reject(new Error('broken'));
    const error: unknown = await this.unit.asSystem('system:duplicates', broken).catch((it: unknown) => it);
    const [row]: { sees: boolean }[] = await this.unit.manager.query(
      `SELECT app_system_sees_cases() AS sees`,
    );
    return { error: String(error), sees: row?.sees };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

interface Entry {
  readonly type: string;
  readonly outcome: string;
  readonly stream: string;
  readonly actor: string;
  readonly correlation: string;
}

describe('unit of work', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({
      modules: [ProbeModule],
      configuration: { protocolsDir: NO_PROTOCOLS },
    });
    await service.hire({ roles: [], teams: ['North'] });
  });
  afterAll(() => service.stop());

  const entries = async (type: string): Promise<Entry[]> => {
    const rows = await service.query<{ entry: string }>(
      `SELECT entry FROM ledger_event WHERE entry::jsonb ->> 'type' = $1 ORDER BY seq`,
      [type],
    );
    return rows.map(({ entry }) => JSON.parse(entry) as Entry);
  };
  const aliasOf = async (subject: string): Promise<string | undefined> =>
    (await service.query<{ alias: string }>('SELECT alias FROM alias WHERE subject = $1', [subject]))[0]
      ?.alias;
  const bareCase = (): Promise<{ id: string }> => insertBareCase(service, { team: 'North' });

  it('records a read on the stream of the case, with the correlation id of the answer', async () => {
    const { id } = await bareCase();
    const { client, id: reader } = await service.signIn({ roles: ['trainer'] });
    const answer = await client.get(`/probe/case/${id}`);
    expect(answer.status).toBe(200);
    const entry = (await entries('case-file.read')).at(-1);
    expect(entry).toMatchObject({ outcome: 'done', stream: await aliasOf(id), actor: await aliasOf(reader) });
    expect(entry?.correlation).toBe(answer.headers.get('X-Correlation-Id'));
  });

  it('records which cases a list showed, each with a commitment of its own', async () => {
    const [one, two] = [await bareCase(), await bareCase()];
    const { client, id: reader } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    await client.get(`/probe/list/${one.id},${two.id}`);
    const rows = await service.query<{ case_file_id: string; line: string }>(
      `SELECT case_file_id, encode(commitment, 'hex') AS line FROM ledger_shown
        WHERE event_seq = (SELECT max(seq) FROM ledger_event WHERE entry::jsonb ->> 'type' = 'case-file.search')`,
    );
    expect(new Set(rows.map(({ case_file_id }) => case_file_id))).toEqual(new Set([one.id, two.id]));
    expect(new Set(rows.map(({ line }) => line)).size).toBe(2);
    expect((await entries('case-file.search')).at(-1)?.stream).toBe(await aliasOf(reader));
  });

  it('records a refusal on the stream of the case, though the act was rolled back', async () => {
    const { id } = await bareCase();
    const { client } = await service.signIn({ roles: ['caseworker'] });
    expect((await client.get(`/probe/refused/${id}`)).status).toBe(404);
    expect((await entries('step.read')).at(-1)).toMatchObject({
      outcome: 'refused',
      stream: await aliasOf(id),
    });
  });

  it('makes no stream for a case that does not exist', async () => {
    const id = randomUUID();
    const { client, id: reader } = await service.signIn({ roles: ['caseworker'] });
    expect((await client.get(`/probe/refused/${id}`)).status).toBe(404);
    expect(await aliasOf(id)).toBeUndefined();
    expect((await entries('step.read')).at(-1)?.stream).toBe(await aliasOf(reader));
  });

  it('shows nothing of a route that declares no act', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { status, body } = await client.get('/probe/undeclared');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('content');
  });

  it('leaves nothing half-written and tells nothing of what broke', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { status, body } = await client.get<ProblemDto>('/probe/broken');
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'failed' });
    expect(JSON.stringify(body)).not.toMatch(/hunter2|INSERT|at /);
    expect(await service.query(`SELECT 1 FROM team WHERE name = 'Half'`)).toHaveLength(0);
  });

  it('opens no second one, and so takes no second connection, while it holds one', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { body } = await client.get<object>('/probe/within');
    expect(body).toEqual({ error: expect.stringContaining('within a unit of work') });
  });

  it('lends a system actor’s sight for a moment, and takes it back', async () => {
    await bareCase();
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { body } = await client.get<number[]>('/probe/as-system');
    const [before, during, within, again, after] = body;
    expect([before, within, after]).toEqual([0, 0, 0]);
    expect(during).toBeGreaterThan(0);
    expect(again).toBe(during);
  });

  it('takes it back where the work throws, and tells what it threw', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { body } = await client.get<object>('/probe/as-system/broken');
    expect(body).toEqual({ error: 'Error: broken', sees: false });
  });

  describe('when the ledger cannot be written', () => {
    beforeAll(() => service.query('REVOKE INSERT (entry) ON ledger_event FROM repere_space'));
    afterAll(() => service.query('GRANT INSERT (entry) ON ledger_event TO repere_space'));

    it('shows nothing, refuses nothing, signs nobody in: 503', async () => {
      const { id } = await service
        .query<{ id: string }>('SELECT id FROM case_file LIMIT 1')
        .then(([row]) => row ?? { id: '' });
      const client = await signedInBefore;
      for (const path of [`/probe/case/${id}`, `/probe/refused/${id}`, '/sessions', '/team']) {
        const { status, body } = await client.get<ProblemDto>(path);
        expect({ path, status, code: body.code }).toEqual({ path, status: 503, code: 'unavailable' });
        expect(JSON.stringify(body)).not.toContain('content');
      }
      const answer = await service.client().post('/session', { login: 'x', password: 'y' });
      expect(answer.status).toBe(503);
    });
  });
  let signedInBefore: Promise<Awaited<ReturnType<TestService['signIn']>>['client']>;
  beforeAll(() => {
    signedInBefore = service.signIn({ roles: ['caseworker'], teams: ['North'] }).then(({ client }) => client);
    return signedInBefore;
  });

  describe('with an idempotency key', () => {
    const send = (client: Awaited<typeof signedInBefore>, note: string, key?: string) =>
      client.post<{ made?: string; code?: string }>(
        '/probe/note',
        { note },
        key ? { 'Idempotency-Key': key } : {},
      );

    it('does a repeated write once and gives its first answer again', async () => {
      const { client } = await service.signIn({ roles: ['caseworker'] });
      const key = randomUUID();
      const answers = await Promise.all([1, 2, 3, 4].map(() => send(client, 'Once', key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(answers.map(({ body }) => body.made)).size).toBe(1);
      expect(await service.query(`SELECT 1 FROM team WHERE name = 'Once'`)).toHaveLength(1);
    });

    it('refuses the key for something else, and a write without one', async () => {
      const { client } = await service.signIn({ roles: ['caseworker'] });
      const key = randomUUID();
      await send(client, 'First', key);
      expect(await send(client, 'Second', key)).toMatchObject({ status: 422, body: { code: 'key-reused' } });
      expect(await send(client, 'Third')).toMatchObject({ status: 400, body: { code: 'key-missing' } });
      expect(await send(client, 'Third', 'short')).toMatchObject({
        status: 400,
        body: { code: 'key-missing' },
      });
    });

    it('lets two people use the same key', async () => {
      const key = randomUUID();
      for (const note of ['Hers', 'His']) {
        const { client } = await service.signIn({ roles: ['caseworker'] });
        expect((await send(client, note, key)).status).toBe(201);
      }
    });

    it('keeps no key of what was refused', async () => {
      const { client } = await service.signIn({ roles: ['caseworker'] });
      const key = randomUUID();
      expect((await send(client, 'refuse me', key)).status).toBe(422);
      expect((await send(client, 'Right now', key)).status).toBe(201);
    });

    describe('on a case', () => {
      const write = (client: Awaited<typeof signedInBefore>, id: string, key: string) =>
        client.post<{ secret?: string; code?: string }>(`/probe/case/${id}`, {}, { 'Idempotency-Key': key });
      const begin = async () => {
        const { id } = await bareCase();
        const account = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
        const { client, id: accountId } = account;
        const key = randomUUID();
        expect(await write(client, id, key)).toMatchObject({ status: 201, body: { secret: 'content' } });
        return { id, client, key, accountId, account };
      };
      const change = (sql: string, parameters: unknown[]): Promise<unknown> =>
        service.asSeed(({ manager }) => manager.query(sql, parameters));

      it('gives the first answer again, recorded on the stream of the case', async () => {
        const { id, client, key } = await begin();
        const again = await write(client, id, key);
        expect(again).toMatchObject({ status: 201, body: { secret: 'content' } });
        const entry = (await entries('person.add')).at(-1);
        expect(entry).toMatchObject({ outcome: 'done', stream: await aliasOf(id) });
        expect(entry?.correlation).toBe(again.headers.get('X-Correlation-Id'));
      });

      it('shows nothing again to who no longer sees the case', async () => {
        const { id, client, key, accountId } = await begin();
        await change(`DELETE FROM team_member WHERE account_id = $1`, [accountId]);
        expect(await write(client, id, key)).toMatchObject({ status: 404, body: { code: 'not-found' } });
        expect((await entries('person.add')).at(-1)).toMatchObject({ outcome: 'refused' });
      });

      it.each(['administrator', 'auditor'])('shows nothing again to who has become %s', async (role) => {
        const { id, client, key, account } = await begin();
        await change(`UPDATE account SET roles = ARRAY[$2] WHERE id = $1`, [account.id, role]);
        await service.signInAgain(account);
        const { status, body } = await write(client, id, key);
        expect([403, 404]).toContain(status);
        expect(JSON.stringify(body)).not.toContain('content');
      });

      it('keeps the answer under the key of the case: it goes when the case is erased', async () => {
        const { id, client, key } = await begin();
        await change(
          `UPDATE data_key SET wrapped = NULL, destroyed_at = now() WHERE id = (SELECT data_key_id FROM case_file WHERE id = $1)`,
          [id],
        );
        expect((await write(client, id, key)).status).toBe(404);
      });
    });

    it('keeps answers encrypted', async () => {
      const { client } = await service.signIn({ roles: ['caseworker'] });
      await send(client, 'Whispered', randomUUID());
      const rows = await service.query<{ answer: Buffer }>(
        'SELECT answer FROM idempotency_key WHERE answer IS NOT NULL',
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { answer } of rows) expect(answer.toString('latin1')).not.toContain('Whispered');
    });
  });

  it('knows that all was told as long as nothing is asked that might change more', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const told = async (team: string): Promise<unknown> =>
      (
        await client.post<{ told?: unknown; code?: string }>(
          `/probe/told/${team}`,
          {},
          { 'Idempotency-Key': randomUUID() },
        )
      ).body;
    expect(await told('none')).toEqual({ told: [false, true, true] });
    const before = (await entries('rows.changed')).length;
    expect(await told('Told-late')).toEqual({ told: [false, true, true, false] });
    expect(await entries('rows.changed')).toHaveLength(before + 1);
    const kept = await service.query(`SELECT 1 FROM team WHERE name = 'Told-late'`, []);
    expect(kept).toHaveLength(1);
  });

  it.each(['team', 'key'])(
    'commits nothing with its last statement where this was hidden from it: %s',
    async (what) => {
      const { client } = await service.signIn({ roles: ['caseworker'] });
      const key = randomUUID();
      const send = (hidden: string) =>
        client.post<{ isAllRecorded?: boolean; code?: string }>(
          `/probe/hides/${hidden}`,
          {},
          { 'Idempotency-Key': key },
        );
      const told = async (): Promise<number> => (await entries('step.complete')).length;
      const stands = async (): Promise<readonly unknown[]> => [
        await service.query(`SELECT 1 FROM team WHERE name = 'Hidden'`),
        await service.query(`SELECT key FROM idempotency_key ORDER BY key`),
        [await told(), (await entries('rows.changed')).length],
      ];
      const toldBefore = await told();
      const before = await stands();
      expect(await send(what)).toMatchObject({ status: 500, body: { code: 'failed' } });
      expect(await stands()).toEqual(before);
      // Nothing is known of it: the same key may be for something else.
      expect(await send('nothing')).toMatchObject({ status: 201, body: { isAllRecorded: true } });
      expect(await told()).toBe(toldBefore + 1);
    },
  );
});
