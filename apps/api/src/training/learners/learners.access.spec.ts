import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import { MOST_LEARNERS } from '../../platform/spaces/space-class-rows';
import type { Page } from '../../platform/answers/page';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../../cases/testing/case-client';
import type { GroupDto } from '../group/group.dto';
import type { SessionDto } from '../../access/sign-in/session.dto';
import { askIn, comeBy, leadIn, learnIn, newCode } from '../testing/learners';
import { makeSpace, once, playIn, settleSpaces } from '../testing/led-spaces';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { WaitingRoomDto } from './learners.dto';

const XRAY = 'xray-19-5-margin-18';

describe('learners of a training space', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: XRAY });
    lead = await leadIn(trainer, space.key);
  });
  afterAll(async () => {
    await trainer.client.delete(`/training/spaces/${space.key}`);
    await settleSpaces(service);
    await service.stop();
  });
  beforeEach(() => service.query(`DELETE FROM rate_limit_hit`));

  const inSpace = async <T extends object>(sql: string): Promise<readonly T[]> => {
    const [row] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      space.key,
    ]);
    return asSuperuser(row?.database ?? '', async (client) => (await client.query<T>(sql)).rows);
  };
  const room = async (browser: TestClient): Promise<WaitingRoomDto> =>
    (await browser.get<WaitingRoomDto>('/training/learners')).body;
  const group = async (): Promise<GroupDto> => (await lead.get<GroupDto>('/training/class')).body;
  const tryCode = (code: string) => service.client().post<ProblemDto>('/training/joins', { code });

  it('come by the code, wait, are admitted, and are in as an account of this space alone', async () => {
    const code = await newCode(lead);
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    const browser = await comeBy(service, space.key, `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`);
    expect(await room(browser)).toEqual({
      ...{ isOpen: true, mode: 'practice', isScoreShown: false, limit: null, learners: [] },
    });
    const { status, body: learner } = await askIn(browser, 'Kiwi', 'ase-referent');
    expect([status, learner.state]).toEqual([201, 'waiting']);
    expect((await browser.put(`/training/learners/${learner.id}/session`)).status).toBe(422);
    expect((await browser.get('/session')).status).toBe(401);

    expect((await group()).learners.map(({ name, state }) => [name, state])).toContainEqual([
      'Kiwi',
      'waiting',
    ]);
    await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted: true });
    const { body } = await browser.put<SessionDto>(`/training/learners/${learner.id}/session`);
    expect(body.account).toMatchObject({ name: 'Kiwi', roles: ['ase-referent'] });
    expect(JSON.stringify((await browser.get('/worklist')).body)).toContain('Cyprès');
    expect(await service.query(`SELECT 1 FROM account WHERE name = 'Kiwi'`)).toEqual([]);
    expect(await service.query(`SELECT 1 FROM learner`)).toEqual([]);
  });

  it('who assess are given the case of the story when they are admitted, as an assessor is given any case', async () => {
    const browser = await comeBy(service, space.key, await newCode(lead));
    const { body: learner } = await askIn(browser, 'Olive', 'assessor');
    await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted: true });
    expect((await browser.put(`/training/learners/${learner.id}/session`)).status).toBe(200);
    const { items } = (await browser.post<Page<{ id: string }>>('/case-files/search', {})).body;
    expect(items).toHaveLength(1);
    expect((await browser.get(`/case-files/${items[0]?.id ?? ''}`)).status).toBe(200);
    // Shown out and let in again, they still have it, once.
    for (const isAdmitted of [false, true])
      await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted });
    expect(await inSpace(`SELECT 1 FROM assignment WHERE relation = 'assigned'`)).toHaveLength(1);
  });

  it('lead the case of the story once it was handed to them: what is for the lead alone is theirs', async () => {
    const { browser } = await learnIn(service, lead, space.key, 'Groseille');
    const learning = new CaseClient(browser);
    const teaching = new CaseClient(await playIn(trainer, space.key));
    const [{ id } = { id: '' }] = (await browser.post<Page<{ id: string }>>('/case-files/search', {})).body
      .items;
    const { body: me } = await browser.get<SessionDto>('/session');
    const said = { accountId: me.account.id, words: 'Pour que la classe décide.' };
    const { seq } = (await teaching.readCase(id)).state;
    await teaching.sendAct(id, 'lead-proposals', said, { seq });
    const { leadProposal, state } = await learning.readCase(id);
    const accepted = `lead-proposals/accepted/${leadProposal?.id ?? ''}`;
    await learning.sendAct(id, accepted, undefined, { method: 'put', seq: state.seq });
    expect((await learning.readCase(id)).lead?.name).toBe('Groseille');
  });

  it('have no right in the live space, nor in another training space, by session or by cookie', async () => {
    const { browser } = await learnIn(service, lead, space.key, 'Poire');
    const other = await makeSpace(service, trainer);
    const token = browser.cookie(`__Host-repere-${space.key}`) ?? '';
    const seat = browser.cookie(`__Host-repere-${space.key}-learner`) ?? '';
    for (const [key, name] of [
      [null, '__Host-repere'],
      [other.key, `__Host-repere-${other.key}`],
    ] as const) {
      const client = service.client(key);
      client.setCookie(name, token);
      expect([key, (await client.get('/session')).status]).toEqual([key, 401]);
      expect([key, (await client.get('/worklist')).status]).toEqual([key, 401]);
    }
    const there = service.client(other.key);
    there.setCookie(`__Host-repere-${other.key}-learner`, seat);
    expect((await there.get('/training/learners')).status).toBe(403);
    // A seat is not what leads, and what leads is not a seat.
    const wrong = service.client(space.key);
    wrong.setCookie(`__Host-repere-${space.key}-lead`, seat);
    expect((await wrong.get('/training/class')).status).toBe(403);
    expect((await wrong.get('/training/played')).status).toBe(403);
    wrong.setCookie(
      `__Host-repere-${space.key}-learner`,
      lead.cookie(`__Host-repere-${space.key}-lead`) ?? '',
    );
    expect((await wrong.get('/training/learners')).status).toBe(403);
  });

  it('lead nothing: class, cast and clock are for whoever leads', async () => {
    const { browser, learner } = await learnIn(service, lead, space.key, 'Figue');
    expect((await browser.get('/training/class')).status).toBe(403);
    expect((await browser.put('/training/class/code')).status).toBe(403);
    expect((await browser.delete('/training/class/code')).status).toBe(403);
    expect((await browser.put('/training/class/score', { isShown: true })).status).toBe(403);
    expect((await browser.put(`/training/class/learners/${learner.id}`, { isAdmitted: true })).status).toBe(
      403,
    );
    expect((await browser.get('/training/played')).status).toBe(403);
    expect((await browser.post('/training/clock', { by: 'days', amount: 1 })).status).toBe(403);
  });

  it('find none of it in a live space', async () => {
    const { client } = trainer;
    for (const [method, path, body] of [
      ['GET', '/training/learners', undefined],
      ['POST', '/training/learners', { name: 'Kiwi', role: 'caseworker' }],
      ['PUT', `/training/learners/${randomUUID()}/session`, undefined],
      ['DELETE', '/training/learners/session', undefined],
      ['GET', '/training/class', undefined],
      ['PUT', '/training/class/code', undefined],
      ['DELETE', '/training/class/code', undefined],
      ['PUT', `/training/class/learners/${randomUUID()}`, { isAdmitted: true }],
      ['PUT', '/training/class/score', { isShown: true }],
      ['GET', '/training/score', undefined],
    ] as const)
      expect([path, (await client.sendRequest(method, path, body, {})).status]).toEqual([path, 404]);
  });

  it('ask for a code in the live space alone, and no live space can have one', async () => {
    const code = await newCode(lead);
    const { status } = await service.client(space.key).post('/training/joins', { code });
    expect(status).toBe(404);
    await expect(
      service.inBook(`UPDATE space SET code_mac = '\\x00', code_until = now() WHERE kind = 'live'`),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('are told one and the same of a code that was guessed, expired, closed, renewed, or is of an archived space', async () => {
    const told = async (code: string) => {
      await service.query(`DELETE FROM rate_limit_hit`);
      const { status, body } = await tryCode(code);
      return [status, body.reasons?.[0]?.code, body.reasons?.[0]?.field];
    };
    const nothing = [422, 'no-such-code', 'code'];
    expect(await told('ABCDEFGH')).toEqual(nothing);
    const first = await newCode(lead);
    const second = await newCode(lead);
    expect(await told(first)).toEqual(nothing);
    await service.inBook(`UPDATE space SET code_until = now() - interval '1 second' WHERE key = $1`, [
      space.key,
    ]);
    expect(await told(second)).toEqual(nothing);
    const third = await newCode(lead);
    await lead.delete('/training/class/code');
    expect(await told(third)).toEqual(nothing);
    const other = await makeSpace(service, trainer);
    const otherLead = await leadIn(trainer, other.key);
    const fourth = await newCode(otherLead);
    await trainer.client.post(`/training/spaces/${other.key}/changes`, { change: 'archive' }, once());
    expect(await told(fourth)).toEqual(nothing);
    await trainer.client.post(`/training/spaces/${other.key}/changes`, { change: 'reopen' }, once());
    expect(await told(fourth)).toEqual(nothing);
  });

  it('the code is nowhere in clear', async () => {
    const code = await newCode(lead);
    const rows = await service.inBook<{ line: string }>(`SELECT space::text AS line FROM space`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ line }) => line.includes(code))).toEqual([]);
    expect(await inSpace(`SELECT 1 FROM ledger_event WHERE entry LIKE '%${code}%'`)).toEqual([]);
  });

  it('mistype once each without shutting the class out, and guess sixty times a minute, however many at once', async () => {
    const mistyped = await Promise.all(Array.from({ length: 59 }, () => tryCode('ABCDEFGH')));
    expect(new Set(mistyped.map(({ status }) => status))).toEqual(new Set([422]));
    expect((await tryCode(await newCode(lead))).status).toBe(201);
    const wrong = await Promise.all(Array.from({ length: 12 }, () => tryCode('ABCDEFGH')));
    expect(wrong.map(({ status }) => status).sort()).toEqual([422, ...Array<number>(11).fill(429)]);
    const stopped = wrong.find(({ status }) => status === 429);
    expect(Number(stopped?.headers.get('Retry-After'))).toBeGreaterThan(0);
    await service.query(`DELETE FROM rate_limit_hit`);
    const code = await newCode(lead);
    const right = await Promise.all(Array.from({ length: 12 }, () => tryCode(code)));
    expect(right.map(({ status }) => status)).toEqual(Array<number>(12).fill(201));
  });

  it.each([
    {},
    { code: '' },
    { code: null },
    { code: 12345678 },
    { code: ['ABCDEFGH'] },
    { code: { $ne: '' } },
    { code: 'A'.repeat(200) },
    { code: '\u202eABCDEFGH' },
    { code: "' OR 1=1 --" },
    { code: 'ABCDEFGH', space: null },
  ])('are told what is wrong with %j', async (body) => {
    expect((await service.client().post('/training/joins', body)).status).toBe(400);
  });

  it.each([
    {},
    { name: '', role: 'caseworker' },
    { name: ' ', role: 'caseworker' },
    { name: '\u202eKiwi', role: 'caseworker' },
    { name: 'K'.repeat(31), role: 'caseworker' },
    { name: 'Kiwi', role: 'administrator' },
    { name: 'Kiwi', role: 'trainer' },
    { name: 'Kiwi', role: ['caseworker'] },
    { name: { first: 'Kiwi' }, role: 'caseworker' },
    { name: 'Kiwi', role: 'caseworker', state: 'admitted' },
  ])('ask with a nickname and a role, and not with %j', async (body) => {
    const browser = await comeBy(service, space.key, await newCode(lead));
    expect((await browser.post('/training/learners', body)).status).toBe(400);
  });

  it('have one name each, ask twice without two places, and not once the class is closed', async () => {
    const code = await newCode(lead);
    const [one, two] = [await comeBy(service, space.key, code), await comeBy(service, space.key, code)];
    const first = await askIn(one, 'Datte');
    expect((await askIn(one, 'Datte')).body.id).toBe(first.body.id);
    const taken = await two.post<ProblemDto>('/training/learners', { name: 'datte', role: 'caseworker' });
    expect(taken.body.reasons?.[0]).toMatchObject({ code: 'name-taken', field: 'name' });
    await lead.delete('/training/class/code');
    const late = await two.post<ProblemDto>('/training/learners', { name: 'Melon', role: 'caseworker' });
    expect(late.body.reasons?.[0]?.code).toBe('class-closed');
    // Who asked before waits on, and is admitted.
    expect((await lead.put(`/training/class/learners/${first.body.id}`, { isAdmitted: true })).status).toBe(
      200,
    );
  });

  it('are nobody’s double: signs without width, blanks, accents taken apart and the names of the staff are seen through', async () => {
    const code = await newCode(lead);
    const browser = await comeBy(service, space.key, code);
    const { body } = await askIn(browser, '  Mésange \u200b bleue ');
    expect(body.name).toBe('Mésange bleue');
    const other = await comeBy(service, space.key, code);
    for (const name of [
      ...[
        'Mésange bleue',
        'M\u200bésange bleue',
        'Me\u0301sange bleue',
        'MESANGE\u00a0 BLEUE',
        'Ｍésange bleue',
      ],
      ...['Lierre Exercice', 'chene exercice'],
    ]) {
      const asked = await other.post<ProblemDto>('/training/learners', { name, role: 'supervisor' });
      expect([name, asked.status, asked.body.reasons?.[0]?.code]).toEqual([name, 422, 'name-taken']);
    }
    expect((await askIn(other, 'Mésange noire')).status).toBe(201);
  });

  it('share a device: each is chosen, one session at a time, and another device has none of their places', async () => {
    const browser = await comeBy(service, space.key, await newCode(lead));
    const ids: string[] = [];
    for (const name of ['Un', 'Deux', 'Trois']) {
      const { body } = await askIn(browser, name);
      ids.push(body.id);
      await lead.put(`/training/class/learners/${body.id}`, { isAdmitted: true });
    }
    const names: string[] = [];
    for (const id of ids)
      names.push((await browser.put<SessionDto>(`/training/learners/${id}/session`)).body.account.name);
    expect(names).toEqual(['Un', 'Deux', 'Trois']);
    const before = browser.cookie(`__Host-repere-${space.key}`) ?? '';
    expect((await browser.delete('/training/learners/session')).status).toBe(204);
    const again = service.client(space.key);
    again.setCookie(`__Host-repere-${space.key}`, before);
    expect((await again.get('/session')).status).toBe(401);
    expect((await room(browser)).learners).toHaveLength(3);
    const other = await comeBy(service, space.key, await newCode(lead));
    expect((await other.put(`/training/learners/${ids[0] ?? ''}/session`)).status).toBe(404);
    expect((await room(other)).learners).toEqual([]);
  });

  it('are shown out: the session ends at once, and is not had again until they are let in again', async () => {
    const { browser, learner } = await learnIn(service, lead, space.key, 'Mangue');
    await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted: false });
    expect((await browser.get('/session')).status).toBe(401);
    expect((await browser.put(`/training/learners/${learner.id}/session`)).status).toBe(422);
    await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted: true });
    expect((await browser.get('/session')).status).toBe(401);
    expect((await browser.put(`/training/learners/${learner.id}/session`)).status).toBe(200);
  });

  it('are admitted once by two presses at the same moment, as one account', async () => {
    const browser = await comeBy(service, space.key, await newCode(lead));
    const { body } = await askIn(browser, 'Cerise');
    const pressed = await Promise.all(
      Array.from({ length: 4 }, () => lead.put(`/training/class/learners/${body.id}`, { isAdmitted: true })),
    );
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await inSpace(`SELECT 1 FROM account WHERE name = 'Cerise'`)).toHaveLength(1);
    expect((await lead.put(`/training/class/learners/${randomUUID()}`, { isAdmitted: true })).status).toBe(
      404,
    );
    expect((await lead.put('/training/class/learners/nobody', { isAdmitted: true })).status).toBe(404);
  });

  it(`are ${String(MOST_LEARNERS)} at most, however many ask at once, at whichever process: the next one is told so`, async () => {
    const here = (await group()).learners.filter(({ state }) => state !== 'refused').length;
    // Planted past the trigger that wants an event.
    await inSpace(
      `SET session_replication_role = replica; INSERT INTO learner (id, device, name, role, state)
       SELECT gen_random_uuid(), '\\x00', 'Voisin ' || n, 'caseworker', 'waiting' FROM generate_series(1, ${String(MOST_LEARNERS - here - 2)}) n`,
    );
    const code = await newCode(lead);
    const browsers = await Promise.all(Array.from({ length: 6 }, () => comeBy(service, space.key, code)));
    const other = await service.replica();
    const asked = await Promise.all(
      browsers.map((browser, place) =>
        (place % 2 === 0 ? browser : browser.at(other.origin)).post<ProblemDto>('/training/learners', {
          name: `Tardif ${String(place)}`,
          role: 'caseworker',
        }),
      ),
    );
    await other.stop();
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422, 422]);
    expect(asked.find(({ status }) => status === 422)?.body.reasons?.[0]).toMatchObject({
      code: 'class-full',
      text: { en: expect.stringContaining('60 people at most') as string },
    });
  });

  it('are told that the space is archived or gone, wherever they are', async () => {
    const other = await makeSpace(service, trainer, { scenario: XRAY });
    const otherLead = await leadIn(trainer, other.key);
    const { browser, learner } = await learnIn(service, otherLead, other.key, 'Prune');
    await trainer.client.post(`/training/spaces/${other.key}/changes`, { change: 'archive' }, once());
    for (const path of ['/session', '/worklist', '/training/learners', '/training/score'])
      expect([path, (await browser.get<ProblemDto>(path)).body.code]).toEqual([path, 'space-shut']);
    await trainer.client.delete(`/training/spaces/${other.key}`);
    expect((await browser.get<ProblemDto>('/training/learners')).body.code).toBe('space-gone');
    const back = await browser.put<ProblemDto>(`/training/learners/${learner.id}/session`);
    expect([back.status, back.body.code]).toEqual([410, 'space-gone']);
  });

  it('lose their places when the space begins anew', async () => {
    const other = await makeSpace(service, trainer);
    const otherLead = await leadIn(trainer, other.key);
    const { browser } = await learnIn(service, otherLead, other.key, 'Coing');
    await trainer.client.post(`/training/spaces/${other.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    expect((await browser.get('/session')).status).toBe(401);
    expect((await browser.get('/training/learners')).status).toBe(403);
  });

  it('every act is in a record: who looked for a space in the live one, the rest in the space', async () => {
    const types = (rows: readonly { readonly type: string }[]) => rows.map(({ type }) => type);
    const SQL = `SELECT DISTINCT entry::jsonb ->> 'type' AS type FROM ledger_event`;
    expect(types(await inSpace<{ type: string }>(SQL))).toEqual(
      expect.arrayContaining([
        'training.ask-to-join',
        'training.admit',
        'training.class-code',
        'session.open',
      ]),
    );
    const live = types(await service.query<{ type: string }>(SQL));
    expect(live).toContain('training-space.join');
    expect(live).not.toContain('training.admit');
  });
});
