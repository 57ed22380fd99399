import type { ProblemDto } from '../../platform/answers/openapi';
import { MOST_MOMENTS } from '../../platform/spaces/making/moment-rows';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { Spaces } from '../../platform/spaces/spaces';
import { RotateKeys } from '../../keys/rotate-keys';
import { LedgerConnections } from '../../ledger/ledger-connections';
import { TestRecord } from '../../ledger/testing/test-record';
import { NotesOfBranches } from '../../fsck/notes-of-branches';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { makeTestSigner } from '../../testing/make-test-signer';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { SpaceClockDto } from '../clock/clock.dto';
import { MakeTrainingSpaces } from '../spaces/make-training-spaces';
import { makeSpace, once, playIn, settleSpaces, spacesOf } from '../testing/led-spaces';
import { leadIn, learnIn, newCode } from '../testing/learners';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { LearnerDto, WaitingRoomDto } from '../learners/learners.dto';
import type { MomentsDto } from './moments.dto';

const XRAY = 'xray-19-5-margin-18';

describe('moments and branches of a training space', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  beforeAll(async () => {
    const signer = await makeTestSigner();
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS, signer } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: XRAY });
  });
  afterAll(async () => {
    for (const { key } of await spacesOf(trainer.client))
      await trainer.client.delete(`/training/spaces/${key}`);
    await settleSpaces(service);
    await service.stop();
  });
  beforeEach(async () => {
    lead = await leadIn(trainer, space.key);
  });

  const keep = (title = 'Avant la radio') => lead.post<KeptMomentDto>('/training/moments', { title });
  const kept = async (title?: string): Promise<KeptMomentDto> => {
    const { body } = await keep(title);
    await settleSpaces(service);
    const { body: after } = await lead.get<MomentsDto>('/training/moments');
    const moment = after.moments.find(({ id }) => id === body.id);
    if (moment?.state !== 'kept') throw new Error(`the moment is ${String(moment?.state)}`);
    return moment;
  };
  const dropAll = async (): Promise<void> => {
    const { body } = await lead.get<MomentsDto>('/training/moments');
    for (const { id } of body.moments) await lead.delete(`/training/moments/${id}`);
    await settleSpaces(service);
  };
  const branchFrom = async (moment: KeptMomentDto, title = 'Autre choix'): Promise<TrainingSpaceDto> => {
    const { body, status } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title,
    });
    expect(status).toBe(201);
    await settleSpaces(service);
    const made = (await spacesOf(trainer.client)).find(({ key }) => key === body.key);
    if (made?.state !== 'open') throw new Error(`the branch is ${String(made?.state)}`);
    return made;
  };
  const databases = (like: string): Promise<readonly string[]> =>
    asSuperuser('postgres', async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        'SELECT datname FROM pg_database WHERE datname LIKE $1',
        [like],
      );
      return rows.map(({ datname }) => datname);
    });
  const spaceOf = async (key: string) => {
    const found = await service.app.get(Spaces).findSpace(key);
    if (!found) throw new Error('no space');
    return found;
  };
  const clockIn = async (browser: TestClient): Promise<number> =>
    Date.parse((await browser.get<SpaceClockDto>('/training/clock')).body.now);

  it('goes back by a branch: the clock and the case of then, and the past stays where it was', async () => {
    const moment = await kept();
    const before = await clockIn(lead);
    await lead.post('/training/clock', { by: 'days', amount: 3 });
    const branch = await branchFrom(moment);
    expect(branch).toMatchObject({ scenario: XRAY, branchOf: { key: space.key, at: moment.at } });
    const inside = await playIn(trainer, branch.key);
    expect(Math.abs((await clockIn(inside)) - before)).toBeLessThan(60_000);
    expect(JSON.stringify((await inside.get('/worklist')).body)).toContain('Cyprès');
    // What is done in the branch is done there alone.
    await inside.post('/training/clock', { by: 'days', amount: 10 });
    const parent = await playIn(trainer, space.key);
    expect(Math.abs((await clockIn(parent)) - before - 3 * 86_400_000)).toBeLessThan(60_000);
  });

  it('has a record of its own that holds on to the past, and says so', async () => {
    const moment = await kept();
    const branch = await branchFrom(moment);
    const inside = await leadIn(trainer, branch.key);
    const { body } = await inside.get<MomentsDto>('/training/moments');
    expect(body.past).toMatchObject({ holds: true, holdsInParent: true });
    expect(body.past?.size).toBeGreaterThan(0);
    expect((await lead.get<MomentsDto>('/training/moments')).body.past).toBeNull();

    const record = await TestRecord.openRecord(service, branch.key);
    await record.sequence();
    const signed = await record.sign();
    expect(signed.kind).toBe('signed');
    expect((await record.check()).findings).toEqual([]);
    expect(await record.query(`SELECT parent FROM ledger_branch`)).toEqual([{ parent: space.key }]);
    // Another name than its parent's: nobody takes the one for the other.
    const origins = await record.query<{ origin: string }>(`SELECT origin FROM ledger_epoch ORDER BY number`);
    expect(origins.map(({ origin }) => origin.split('/')[2])).toEqual([space.key, branch.key]);
    const attacks = [
      [`UPDATE ledger_branch SET size = size - 1`, 'forged'],
      [`UPDATE ledger_branch SET root = sha256(root)`, 'forged'],
      [`UPDATE ledger_branch SET parent = 'other'`, 'forged'],
    ] as const;
    for (const [sql, code] of attacks) {
      const { findings } = await record.afterAttack((manager) => manager.query(sql));
      expect([sql, findings.map((it) => [it.table, it.code])]).toEqual([sql, [['ledger_branch', code]]]);
    }
    // The parent can't be written anew either: its branch has what was signed of it.
    const parent = await TestRecord.openRecord(service, space.key);
    const notes = await service.app.get(NotesOfBranches).findPinnedNotes(await spaceOf(space.key));
    expect(notes.length).toBeGreaterThan(0);
    expect((await parent.check(notes)).findings).toEqual([]);
    const rewritten = await parent.afterAttack(
      (manager) =>
        manager.query(
          `DELETE FROM ledger_checkpoint; UPDATE ledger_leaf SET hash = sha256(hash) WHERE leaf = 0`,
        ),
      notes,
    );
    expect(rewritten.findings.map(({ key }) => key)).toContain(notes[0]?.from);
  });

  it('branches a branch, each with its past', async () => {
    const first = await branchFrom(await kept());
    const inside = await leadIn(trainer, first.key);
    const { body: moment } = await inside.post<KeptMomentDto>('/training/moments', { title: 'Plus loin' });
    await settleSpaces(service);
    const { body: asked } = await inside.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Encore un choix',
    });
    await settleSpaces(service);
    const deep = await leadIn(trainer, asked.key);
    expect((await deep.get<MomentsDto>('/training/moments')).body.past).toMatchObject({
      holds: true,
      holdsInParent: true,
    });
    const record = await TestRecord.openRecord(service, asked.key);
    await record.sequence();
    expect((await record.sign()).kind).toBe('signed');
    expect((await record.check()).findings).toEqual([]);
    for (const key of [asked.key, first.key]) await trainer.client.delete(`/training/spaces/${key}`);
  });

  it('signs nobody in: sessions of the space that was copied open nothing, learners find their places by the new code', async () => {
    const { browser, learner } = await learnIn(service, lead, space.key, 'Iris');
    const branch = await branchFrom(await kept());
    const token = browser.cookie(`__Host-repere-${space.key}`) ?? '';
    const stranger = service.client(branch.key);
    stranger.setCookie(`__Host-repere-${branch.key}`, token);
    expect((await stranger.get('/session')).status).toBe(401);
    expect((await browser.get('/session')).status).toBe(200);
    const learners = `__Host-repere-${space.key}-learner`;
    stranger.setCookie(`__Host-repere-${branch.key}-learner`, browser.cookie(learners) ?? '');
    expect((await stranger.get('/training/learners')).status).toBe(403);

    const code = await newCode(await leadIn(trainer, branch.key));
    const back = service.client();
    back.setCookie(learners, browser.cookie(learners) ?? '');
    expect((await back.post('/training/joins', { code })).status).toBe(201);
    const there = back.inSpace(branch.key);
    const places = (await there.get<WaitingRoomDto>('/training/learners')).body.learners;
    expect(places.map(({ id, name, state }: LearnerDto) => [id, name, state])).toEqual([
      [learner.id, 'Iris', 'admitted'],
    ]);
    expect((await there.put(`/training/learners/${learner.id}/session`)).status).toBe(200);
    await trainer.client.delete(`/training/spaces/${branch.key}`);
  });

  it('keeps whoever works in the space waiting for a moment, and nothing is lost', async () => {
    const inside = await playIn(trainer, space.key);
    await keep('Pendant le travail');
    const settling = settleSpaces(service);
    const seen: number[] = [];
    let going = true;
    const working = (async () => {
      while (going) seen.push((await inside.get('/worklist')).status);
    })();
    await settling;
    going = false;
    await working;
    expect(new Set(seen)).toEqual(new Set([200]));
    await dropAll();
  });

  it(`keeps ${String(MOST_MOMENTS)} moments, however many are asked for at once`, async () => {
    await dropAll();
    const asked = Array.from({ length: 12 }, () => keep());
    const answers = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(answers).toEqual([...Array<number>(MOST_MOMENTS).fill(201), ...Array<number>(6).fill(422)]);
    await settleSpaces(service);
    const { body } = await lead.get<MomentsDto>('/training/moments');
    expect(body.moments.map(({ state }) => state)).toEqual(Array<string>(MOST_MOMENTS).fill('kept'));
    await dropAll();
    expect(await service.inBook(`SELECT 1 FROM space_leftover WHERE key = $1`, [space.key])).toEqual([]);
  });

  it('leaves nothing behind where it was killed half-way, and the space open', async () => {
    const before = await databases(`repere_training_${space.key}%`);
    await keep('Jamais fini');
    await expect(
      service.app.get(Provisioner).settleSpace(
        space.key,
        () => Promise.resolve(null),
        () => Promise.reject(new Error('killed')),
      ),
    ).rejects.toThrow('killed');
    expect((await lead.get('/training/clock')).status).toBe(200);
    // As if the process had died in the middle: nobody could enter, and a copy lies about.
    const [row] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      space.key,
    ]);
    const half = `repere_training_${space.key}_half`;
    await service.inBook(`UPDATE space SET state = 'copying' WHERE key = $1`, [space.key]);
    await service.inBook(`INSERT INTO space_leftover (database, key) VALUES ($1, $2)`, [half, space.key]);
    await service.app.get(Provisioner).rows(`CREATE DATABASE ${half} ALLOW_CONNECTIONS false`);
    await service.app
      .get(Provisioner)
      .rows(`ALTER DATABASE ${String(row?.database)} WITH ALLOW_CONNECTIONS false`);
    await settleSpaces(service);
    expect((await lead.get('/training/clock')).status).toBe(200);
    expect(await databases(half)).toEqual([]);
    await dropAll();
    expect((await databases(`repere_training_${space.key}%`)).length).toBeLessThanOrEqual(before.length);
  });

  it('says that a branch begins with nothing where its moment was deleted meanwhile', async () => {
    const moment = await kept();
    const { body } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Trop tard',
    });
    expect((await lead.delete(`/training/moments/${moment.id}`)).status).toBe(204);
    await settleSpaces(service);
    const late = (await spacesOf(trainer.client)).find(({ key }) => key === body.key);
    expect(late?.state).toBe('failed');
    await trainer.client.delete(`/training/spaces/${body.key}`);
  });

  it('is led on into a branch of this space, and into no other', async () => {
    const branch = await branchFrom(await kept());
    const other = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const theirs = await makeSpace(service, other);
    const enter = (key: string) => lead.put<ProblemDto>(`/training/branches/${key}/entry`);
    expect((await enter(theirs.key)).status).toBe(404);
    expect((await enter(space.key)).status).toBe(404);
    expect((await enter('nowhere')).status).toBe(404);
    expect((await enter(branch.key)).status).toBe(200);
    expect((await lead.inSpace(branch.key).get('/training/played')).status).toBe(200);
    await trainer.client.post(`/training/spaces/${branch.key}/changes`, { change: 'archive' }, once());
    expect((await enter(branch.key)).body.code).toBe('space-shut');
    await other.client.delete(`/training/spaces/${theirs.key}`);
    await trainer.client.delete(`/training/spaces/${branch.key}`);
  });

  it('is for whoever leads: not for learners, strangers, another trainer, or a live space', async () => {
    await dropAll();
    const moment = await kept();
    const { browser } = await learnIn(service, lead, space.key, 'Olivier');
    const other = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    for (const stranger of [browser, service.client(space.key)]) {
      expect((await stranger.get('/training/moments')).status).toBe(403);
      expect((await stranger.post('/training/moments', { title: 'x' })).status).toBe(403);
      expect((await stranger.delete(`/training/moments/${moment.id}`)).status).toBe(403);
      expect((await stranger.post(`/training/moments/${moment.id}/branches`, { title: 'x' })).status).toBe(
        403,
      );
    }
    const from = `/training/spaces/${space.key}/moments`;
    for (const [{ client }, status] of [
      [other, 404],
      [worker, 403],
    ] as const) {
      expect((await client.post(from, { title: 'x' }, once())).status).toBe(status);
      expect((await client.post(`${from}/${moment.id}/branches`, { title: 'x' }, once())).status).toBe(
        status,
      );
      expect((await client.delete(`${from}/${moment.id}`)).status).toBe(status);
    }
    expect((await trainer.client.get('/training/moments')).status).toBe(404);
    const { status, body } = await trainer.client.post<TrainingSpaceDto>(
      `${from}/${moment.id}/branches`,
      { title: 'De la page Formation' },
      once(),
    );
    expect(status).toBe(201);
    await trainer.client.delete(`/training/spaces/${body.key}`);
    expect((await trainer.client.delete(`${from}/${moment.id}`)).status).toBe(204);
  });

  it.each([
    {},
    { title: '' },
    { title: 'x'.repeat(61) },
    { title: 7 },
    { title: 'a\u202eb' },
    { title: ['x'] },
  ])('takes no moment called %j, and names the field', async (asked) => {
    const { status, body } = await lead.post<ProblemDto>('/training/moments', asked);
    expect(status).toBe(400);
    expect(body.reasons?.map(({ field }) => field)).toContain('title');
  });

  it('lets a branch begin anew with its moment, and not without it', async () => {
    await dropAll();
    const moment = await kept('Pour recommencer');
    const branch = await branchFrom(moment);
    const inside = await playIn(trainer, branch.key);
    await inside.post('/training/clock', { by: 'days', amount: 2 });
    const anew = () =>
      trainer.client.post<ProblemDto>(
        `/training/spaces/${branch.key}/changes`,
        { change: 'begin-anew' },
        once(),
      );
    expect((await anew()).status).toBe(200);
    await settleSpaces(service);
    const again = await playIn(trainer, branch.key);
    expect(Math.abs((await clockIn(again)) - Date.parse(moment.at ?? ''))).toBeLessThan(60_000);
    await lead.delete(`/training/moments/${moment.id}`);
    const { status, body } = await anew();
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'moment-gone']);
    expect((await again.get('/session')).status).toBe(200);
    await trainer.client.delete(`/training/spaces/${branch.key}`);
  });

  it('goes with its space: moments are dropped, branches stay', async () => {
    const gone = await makeSpace(service, trainer);
    const from = `/training/spaces/${gone.key}/moments`;
    const { body: moment } = await trainer.client.post<KeptMomentDto>(from, { title: 'Le début' }, once());
    await settleSpaces(service);
    const { body: branch } = await trainer.client.post<TrainingSpaceDto>(
      `${from}/${moment.id}/branches`,
      { title: 'Reste' },
      once(),
    );
    await settleSpaces(service);
    await trainer.client.delete(`/training/spaces/${gone.key}?branches=keep`);
    await settleSpaces(service);
    expect(await databases(`repere_training_${gone.key}%`)).toEqual([]);
    const inside = await leadIn(trainer, branch.key);
    expect((await inside.get<MomentsDto>('/training/moments')).body.past).toMatchObject({
      holds: true,
      holdsInParent: null,
    });
    await trainer.client.delete(`/training/spaces/${branch.key}`);
  });

  it('is under keys that are turned over with all others, archived spaces too, and its branch still has its past', async () => {
    await dropAll();
    const moment = await kept('Avant les clés');
    const archived = await makeSpace(service, trainer);
    await trainer.client.post(`/training/spaces/${archived.key}/changes`, { change: 'archive' }, once());
    const said: string[] = [];
    await service.app.get(RotateKeys).rotate((line) => said.push(line));
    const titles = said.map((line) => /^"([^"]*)"/.exec(line)?.[1]);
    expect(titles.filter((title) => title === archived.title).length).toBeGreaterThan(1);
    expect(titles).toContain(`${space.title} – Avant les clés`);
    const branch = await branchFrom(moment);
    const inside = await leadIn(trainer, branch.key);
    expect((await inside.get<MomentsDto>('/training/moments')).body.past).toMatchObject({
      holds: true,
      holdsInParent: true,
    });
    await trainer.client.delete(`/training/spaces/${archived.key}`);
    await trainer.client.delete(`/training/spaces/${branch.key}`);
    await dropAll();
  });

  it('leaves no pool behind of a database that is gone', async () => {
    const pools = service.app.get(LedgerConnections, { strict: false });
    const brief = await makeSpace(service, trainer);
    await (await TestRecord.openRecord(service, brief.key)).sequence();
    const before = pools.size;
    await trainer.client.delete(`/training/spaces/${brief.key}`);
    await settleSpaces(service);
    expect(pools.size).toBe(before - 1);
  });

  it('is kept by one of two processes, and both have left the space meanwhile', async () => {
    await dropAll();
    const other = await service.replica();
    const there = await playIn(trainer, space.key);
    expect((await there.get('/worklist')).status).toBe(200);
    await keep('À deux');
    const live = await service.app.get(Spaces).findSpace(null);
    if (!live) throw new Error('no live space');
    await Promise.all([service, other].map(({ app }) => app.get(MakeTrainingSpaces).settleAll(live)));
    const { body } = await lead.get<MomentsDto>('/training/moments');
    expect(body.moments.map(({ state }) => state)).toEqual(['kept']);
    await other.stop();
  });
});
