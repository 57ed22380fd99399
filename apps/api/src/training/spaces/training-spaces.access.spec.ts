import { ACCOUNT_ROLES } from '@repere/access';
import type { SessionDto } from '../../access/sign-in/session.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { SpaceClockDto } from '../clock/clock.dto';
import type { CastMemberDto } from '../play/play.dto';
import { askForSpace, makeSpace, playIn, spacesOf } from '../testing/led-spaces';
import { Spaces } from '../../platform/spaces/spaces';
import { EndLeading } from './end-leading';
import type { TrainingSpaceDto } from './training-spaces.dto';

const XRAY = 'xray-19-5-margin-18';

describe('a training space beside the live one', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: XRAY });
  });
  afterAll(async () => {
    await trainer.client.delete(`/training/spaces/${space.key}`);
    await service.stop();
  });

  const typesIn = async (key: string | null): Promise<readonly string[]> => {
    const rows = await service.query<{ type: string }>(
      `SELECT DISTINCT entry::jsonb ->> 'type' AS type FROM ledger_event`,
      [],
      key,
    );
    return rows.map(({ type }) => type);
  };

  it('begins where its scenario does: its clock, its child, its staff', async () => {
    expect(space).toMatchObject({ state: 'open', scenario: XRAY });
    expect(space.now).toMatch(/^2025-05-12T07:0/);
    const inside = await playIn(trainer, space.key);
    expect(JSON.stringify((await inside.get('/worklist')).body)).toContain('Cyprès');
  });

  it.each(ACCOUNT_ROLES)('is made and entered by who may lead training: %s', async (role) => {
    const { client } = await service.signIn({ roles: [role], teams: ['North'] });
    const may = role === 'trainer' || role === 'supervisor';
    expect((await client.get('/training/spaces')).status).toBe(may ? 200 : 403);
    // Another's is not there, for them neither.
    expect((await client.put(`/training/spaces/${space.key}/entry`)).status).toBe(may ? 404 : 403);
    expect((await client.delete(`/training/spaces/${space.key}`)).status).toBe(may ? 404 : 403);
  });

  it('is not led by who did not enter it as its trainer: without the cookie, with another space’s, with a changed one', async () => {
    const stranger = service.client(space.key);
    expect((await stranger.get('/training/played')).status).toBe(403);
    const other = await makeSpace(service, trainer);
    await playIn(trainer, other.key);
    await playIn(trainer, space.key);
    const [mine, theirs] = [space.key, other.key].map((key) => `__Host-repere-${key}-lead`);
    const right = trainer.client.cookie(mine ?? '') ?? '';
    for (const token of [
      trainer.client.cookie(theirs ?? '') ?? '',
      right.replace(/^\d/, '9'),
      `${right.slice(0, -2)}AA`,
      '',
      'x.y.z',
    ]) {
      stranger.setCookie(mine ?? '', token);
      expect([token, (await stranger.put('/training/clock', { by: 'days', amount: 1 })).status]).toEqual([
        token,
        404,
      ]);
      expect([token, (await stranger.post('/training/clock', { by: 'days', amount: 1 })).status]).toEqual([
        token,
        403,
      ]);
    }
    stranger.setCookie(mine ?? '', right);
    expect((await stranger.get('/training/played')).status).toBe(200);
    await trainer.client.delete(`/training/spaces/${other.key}`);
  });

  it('leads nowhere: none of its people finds a page of spaces, and nobody plays anybody in a live space', async () => {
    const inside = await playIn(trainer, space.key, 'Chêne Exercice');
    expect((await inside.get('/training/spaces')).status).toBe(404);
    expect((await askForSpace(inside)).status).toBe(404);
    for (const path of ['/training/played', '/training/clock'])
      expect([path, (await trainer.client.get(path)).status]).toEqual([path, 404]);
    expect((await trainer.client.put('/training/played', { accountId: trainer.id })).status).toBe(404);
    expect((await trainer.client.post('/training/clock', { by: 'days', amount: 1 })).status).toBe(404);
  });

  it('opens nothing live with its session, nor the other way round', async () => {
    const inside = await playIn(trainer, space.key);
    const token = inside.cookie(`__Host-repere-${space.key}`) ?? '';
    const live = service.client();
    live.setCookie('__Host-repere', token);
    expect((await live.get('/session')).status).toBe(401);
    const training = service.client(space.key);
    training.setCookie(`__Host-repere-${space.key}`, trainer.client.cookie('__Host-repere') ?? '');
    expect((await training.get('/session')).status).toBe(401);
  });

  it('leaves nothing in live lists, search, statistics and journals; live’s record says that it was made and entered', async () => {
    await playIn(trainer, space.key);
    const { client } = await service.signIn({ roles: ['supervisor'], teams: ['Équipe d’exercice'] });
    for (const path of ['/worklist', '/board', '/alerts', '/approvals']) {
      const { status, body } = await client.get(path);
      if (status === 200)
        expect([path, JSON.stringify(body)]).toEqual([path, expect.not.stringContaining('Cyprès')]);
    }
    const found = await client.post('/case-files/search', { text: 'Cyprès', scope: 'team' });
    expect(JSON.stringify(found.body)).not.toContain('Cyprès');
    for (const table of ['case_file', 'journal_entry', 'run', 'deadline', 'child_identity'])
      expect([table, await service.query(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
    const live = await typesIn(null);
    expect(live).toEqual(
      expect.arrayContaining(['training-space.create', 'training-space.made', 'training-space.enter']),
    );
    expect(live.filter((it) => it.startsWith('journal.') || it.startsWith('training.f'))).toEqual([]);
  });

  describe('its clock', () => {
    it('goes forward, and what time brings about on the way has its own moment', async () => {
      const inside = await playIn(trainer, space.key);
      const before = (await inside.get<SpaceClockDto>('/training/clock')).body.now;
      expect((await inside.post('/training/clock', { by: 'days', amount: 3 })).status).toBe(200);
      const after = (await inside.get<SpaceClockDto>('/training/clock')).body.now;
      const days = (Date.parse(after) - Date.parse(before)) / 86_400_000;
      expect(days).toBeGreaterThan(2.99);
      expect(days).toBeLessThan(3.01);
    });

    it.each([
      { by: 'days', amount: -1 },
      { by: 'days', amount: 0 },
      { by: 'days', amount: 1.5 },
      { by: 'days', amount: 'NaN' },
      { by: 'days', amount: null },
      { by: 'days' },
      { by: 'hours', amount: 1e12 },
      { by: 'years', amount: 1 },
      { to: '9999-12-31T00:00:00Z' },
    ])('is not moved by %j, and the field is named', async (asked) => {
      const inside = await playIn(trainer, space.key);
      const { status, body } = await inside.post<ProblemDto>('/training/clock', asked);
      expect(status).toBe(400);
      expect(body.reasons?.map(({ field }) => field)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(amount|by|to)$/)]),
      );
    });

    it.each([
      [{ by: 'days', amount: -7 }, 'amount', 'ouvrez une branche depuis un moment gardé avant'],
      [{ by: 'days', amount: '3' }, 'amount', 'ntier'],
      [{ by: 'hours', amount: 0 }, 'amount', 'ouvrez une branche depuis un moment gardé avant'],
      [
        { by: 'days', amount: 2_912_000 },
        'amount',
        '366 au plus à la fois ; l’horloge d’un espace va jusqu’à 20 ans',
      ],
      [{ by: '9999-12-31' }, 'by', 'hours, days, deadline, majority'],
    ])('%j: the field is told what would be right', async (asked, field, words) => {
      const inside = await playIn(trainer, space.key);
      const { body } = await inside.post<ProblemDto>('/training/clock', asked);
      expect(body.reasons?.find((it) => it.field === field)?.text.fr).toContain(words);
    });

    it('is moved by one of two at once: the other is told', async () => {
      const inside = await playIn(trainer, space.key);
      const [made] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
        space.key,
      ]);
      const movesToldOf = (): Promise<number> =>
        asSuperuser(made?.database ?? '', async (client) => {
          const { rowCount } = await client.query(
            `SELECT 1 FROM ledger_event WHERE entry::jsonb ->> 'type' = 'training.clock' AND entry::jsonb ->> 'outcome' = 'done'`,
          );
          return rowCount ?? 0;
        });
      const before = await movesToldOf();
      const moves = await Promise.all(
        [1, 2, 3].map(() => inside.post<ProblemDto>('/training/clock', { by: 'days', amount: 1 })),
      );
      const told = moves.map(({ status }) => status).sort();
      expect(told[0]).toBe(200);
      expect(told.every((it) => it === 200 || it === 409)).toBe(true);
      // In words: the clock is there already would tell nobody anything.
      for (const { status, body } of moves)
        if (status === 409)
          expect(body).toMatchObject({
            ...{ code: 'changed-elsewhere', title: 'Cela a changé entre-temps.' },
            reasons: [{ code: 'moved-elsewhere' }],
          });
      // Also of who was told of a conflict, and may have moved it some way.
      expect((await movesToldOf()) - before).toBe(3);
    });

    it('stays within the years that stories have', async () => {
      const inside = await playIn(trainer, space.key);
      const onward = () => inside.post<ProblemDto>('/training/clock', { by: 'days', amount: 366 });
      let last = await onward();
      for (let years = 0; years < 45 && last.status === 200; years++) last = await onward();
      expect(last.status).toBe(422);
      // The last day itself, and the way to play on.
      const farthest = String(new Date(Date.now() + 20 * 365.25 * 86_400_000).getUTCFullYear());
      expect(last.body.reasons).toEqual([
        expect.objectContaining({
          code: 'too-far',
          field: 'amount',
          text: {
            fr: expect.stringMatching(new RegExp(`jusqu’au .+ ${farthest} .*moment gardé`)) as string,
            en: expect.stringMatching(new RegExp(`as far as .+ ${farthest}.*moment that was kept`)) as string,
          },
        }),
      ]);
    });
  });

  it('ends with the account of its trainer: no cookie of before leads on, and learners are out', async () => {
    const live = await service.app.get(Spaces).findSpace(null);
    if (!live) throw new Error('no live space');
    const ending = service.app.get(EndLeading);
    for (const end of [
      `UPDATE account SET disabled_at = now() WHERE id = $1`,
      `UPDATE account SET roles = ARRAY['caseworker'] WHERE id = $1`,
      `UPDATE account SET ends_on = current_date - 2, starts_on = current_date - 9 WHERE id = $1`,
    ]) {
      const leaving = await service.signIn({ roles: ['trainer'], teams: ['North'] });
      const theirs = await makeSpace(service, leaving);
      const inside = await playIn(leaving, theirs.key);
      expect(await ending.archiveLeaderless(live)).toEqual([]);
      await asSuperuser(service.databaseOf(), async (client) => {
        await client.query('SET session_replication_role = replica');
        await client.query(end, [leaving.id]);
      });
      expect(await ending.archiveLeaderless(live)).toEqual([theirs.key]);
      for (const path of ['/training/played', '/session', '/worklist'])
        expect([path, (await inside.get<ProblemDto>(path)).body.code]).toEqual([path, 'space-shut']);
      expect(await ending.archiveLeaderless(live)).toEqual([]);
    }
    // The others lead on.
    expect((await playIn(trainer, space.key)).cookie(`__Host-repere-${space.key}`)).toBeDefined();
    expect(await typesIn(null)).toContain('training-space.leaderless');
  });

  it('is led no more by a browser that signs out of the live space; one that is locked, or another, leads on', async () => {
    const own = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const theirs = await makeSpace(service, own);
    const elsewhere = service.client();
    await elsewhere.post('/session', { login: own.login, password: 'a long enough password' });
    await elsewhere.put(`/training/spaces/${theirs.key}/entry`);
    const { body } = await elsewhere.get<SessionDto>('/session');
    expect((await elsewhere.post('/session/lock', { id: body.id })).status).toBe(204);
    // The locked page still says whose it is.
    expect((await elsewhere.get('/session', { 'X-Repere-Account': own.id })).status).toBe(401);

    const browser = (await playIn(own, theirs.key)).inSpace(null);
    browser.setCookie(`__Host-repere-${theirs.key}-learner`, 'a seat');
    const leads = async (of: TestClient) => (await of.inSpace(theirs.key).get('/training/class')).status;
    expect(await leads(browser)).toBe(200);
    expect((await browser.delete('/session')).status).toBe(204);
    expect(await leads(browser)).toBe(403);
    const inside = browser.inSpace(theirs.key);
    expect((await inside.get('/training/played')).status).toBe(403);
    expect((await inside.post('/training/clock', { by: 'days', amount: 1 })).status).toBe(403);
    expect((await inside.get('/session')).status).toBe(401);
    // Somebody’s place in a class is not the trainer’s.
    expect(browser.cookie(`__Host-repere-${theirs.key}-learner`)).toBe('a seat');
    expect(await leads(elsewhere)).toBe(200);
  });

  it('is led no more once the live session is over by itself: by whoever comes to the live space anew, and at its latest end', async () => {
    const own = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const theirs = await makeSpace(service, own);
    const browser = (await playIn(own, theirs.key)).inSpace(null);
    const { body } = await browser.get<SessionDto>('/session');
    const name = `__Host-repere-${theirs.key}-lead`;
    expect(Number(browser.cookie(name)?.split('.')[0])).toBe(Date.parse(body.until));
    await service.query(
      `UPDATE session SET last_seen_at = now() - interval '20 minutes' WHERE account_id = $1`,
      [own.id],
    );
    const leads = async () => (await browser.inSpace(theirs.key).get('/training/class')).status;
    // A page behind the class finds that it is over.
    for (const path of ['/session', '/worklist'])
      expect((await browser.get(path, { 'X-Repere-Account': own.id })).status).toBe(401);
    expect(await leads()).toBe(200);
    expect((await browser.get('/session')).status).toBe(401);
    expect(browser.cookie(name)).toBeUndefined();
    expect(browser.cookie(`__Host-repere-${theirs.key}`)).toBeUndefined();
    expect(await leads()).toBe(403);
  });

  it('is left: the session ends, and this browser leads no more', async () => {
    const inside = await playIn(trainer, space.key);
    expect((await inside.delete('/training/played')).status).toBe(204);
    expect((await inside.get('/session')).status).toBe(401);
    expect((await inside.get<CastMemberDto[]>('/training/played')).status).toBe(403);
    expect((await trainer.client.get('/session')).status).toBe(200);
    expect((await spacesOf(trainer.client)).map(({ key }) => key)).toContain(space.key);
  });
});
