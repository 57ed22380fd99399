import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { dropSpaces, makeSpace } from '../testing/led-spaces';
import { askIn, comeBy, leadIn, learnIn, newCode } from '../testing/learners';
import type { ScoreDto } from '../score/score.dto';
import type { EnteredTrainingSpaceDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { GroupStandingDto } from './group-standing.dto';

const SHELTER = 'missing-from-the-shelter';

describe('the board of several groups', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let first: TrainingSpaceDto;
  let second: TrainingSpaceDto;
  let empty: TrainingSpaceDto;
  let lead: TestClient;
  let there: TestClient;
  let learner: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    first = await makeSpace(service, trainer, { scenario: SHELTER });
    second = await makeSpace(service, trainer, { scenario: 'xray-19-5-margin-18' });
    empty = await makeSpace(service, trainer);
    there = await leadIn(trainer, second.key);
    lead = await leadIn(trainer, first.key);
    ({ browser: learner } = await learnIn(service, lead, first.key, 'Kiwi'));
    await learnIn(service, lead, first.key, 'Litchi');
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const boardOf = async (client: TestClient): Promise<readonly GroupStandingDto[]> => {
    const { status, body } = await client.get<GroupStandingDto[]>('/training/board');
    if (status !== 200) throw new Error(`the board gave ${String(status)}`);
    return body;
  };
  const groupIn = async (client: TestClient, key: string): Promise<GroupStandingDto> => {
    const group = (await boardOf(client)).find((it) => it.key === key);
    if (!group) throw new Error(`no ${key} on the board`);
    return group;
  };
  const looksIn = (key: string): Promise<number> => toldIn(key, 'training.board');
  const toldIn = async (key: string, type: string): Promise<number> => {
    const [book] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    const told = await asSuperuser(book?.database ?? '', (client) =>
      client.query(`SELECT 1 FROM ledger_event WHERE entry::jsonb ->> 'type' = $1`, [type]),
    );
    return told.rowCount ?? 0;
  };

  it('has the open spaces of one trainer, the one that is asked in first; an empty one has no case', async () => {
    const groups = await boardOf(lead);
    expect(groups.map(({ key, isHere }) => [key, isHere])).toEqual([
      [first.key, true],
      [empty.key, false],
      [second.key, false],
    ]);
    expect(groups.map((it) => it.case === null)).toEqual([false, true, false]);
  });

  it('says who did what last, and of each learner since when; what the story began with is nobody’s', async () => {
    expect((await groupIn(lead, first.key)).case?.lastAct).toBeNull();
    const { body } = await lead.get<ScoreDto>('/training/score');
    await new CaseClient(learner).sendAct(body.caseFileId, 'notes', { note: 'Le foyer rappelle.' });
    const group = await groupIn(there, first.key);
    expect(group.case?.lastAct).toMatchObject({ who: 'Kiwi' });
    expect(group.case?.lastAct?.secondsSince).toBeLessThan(60);
    expect(group.learners.map(({ name, secondsSince }) => [name, secondsSince === null])).toEqual([
      ['Litchi', true],
      ['Kiwi', false],
    ]);
  });

  it('counts steps and expectations, and names the step that is late since the longest', async () => {
    const before = await groupIn(lead, second.key);
    expect(before.case?.steps.of).toBeGreaterThan(before.case?.steps.done ?? 0);
    expect(before.case?.expectations?.of).toBeGreaterThan(0);
    // Time alone is no act of anybody.
    await there.post('/training/clock', { by: 'days', amount: 30 });
    expect((await groupIn(lead, second.key)).case?.lastAct).toBeNull();
    await lead.post('/training/clock', { by: 'days', amount: 7 });
    const after = await groupIn(there, first.key);
    expect(Date.parse(after.now)).toBeGreaterThan(Date.parse(before.now));
    expect(after.case?.late).not.toBeNull();
    expect(Date.parse(after.case?.late?.since ?? '')).toBeLessThanOrEqual(Date.parse(after.now));
  });

  it('says who waits to be let in', async () => {
    await askIn(await comeBy(service, second.key, await newCode(there)), 'Mangue');
    expect((await groupIn(lead, second.key)).waiting).toBe(1);
  });

  it('has none of another trainer, and no space that was put away', async () => {
    const other = await service.signIn({ roles: ['trainer'], teams: ['South'] });
    const { key } = await makeSpace(service, other);
    expect((await boardOf(lead)).map((it) => it.key)).not.toContain(key);
    const change = { change: 'archive' };
    await trainer.client.post(`/training/spaces/${empty.key}/changes`, change, {
      'Idempotency-Key': crypto.randomUUID(),
    });
    expect((await boardOf(lead)).map((it) => it.key)).toEqual([first.key, second.key]);
    // Neither is entered from here.
    expect((await lead.put(`/training/board/${key}/entry`)).status).toBe(404);
    expect((await lead.put(`/training/board/${empty.key}/entry`)).status).not.toBe(200);
    expect((await lead.put('/training/board/no-such-space/entry')).status).toBe(404);
  });

  it('is for whoever leads: learners, strangers and live spaces see nothing of it', async () => {
    expect((await learner.get('/training/board')).status).toBe(403);
    expect((await learner.put(`/training/board/${second.key}/entry`)).status).toBe(403);
    expect((await service.client(first.key).get('/training/board')).status).toBe(403);
    expect((await trainer.client.get('/training/board')).status).toBe(404);
  });

  it('takes the trainer into another group, to lead there as well', async () => {
    const { status, body } = await lead.put<EnteredTrainingSpaceDto>(`/training/board/${second.key}/entry`);
    expect([status, body.path]).toEqual([200, `/s/${second.key}/`]);
    expect((await trainer.client.inSpace(second.key).get('/training/class')).status).toBe(200);
    expect(await toldIn(first.key, 'training.enter-group')).toBe(1);
    expect(await toldIn(second.key, 'training.enter-group')).toBe(1);
  });

  it('lets nobody lead longer by going to and fro', async () => {
    const given = async (client: TestClient, key: string): Promise<readonly string[]> =>
      (await client.put(`/training/board/${key}/entry`)).headers.getSetCookie();
    expect(await given(lead, second.key)).toEqual([]);
    expect(await given(lead.inSpace(second.key), first.key)).toEqual([]);
    expect(await given(lead, first.key)).toEqual([]);
    // A browser that leads nowhere else yet leads there as long as here.
    const browser = service.client(first.key);
    const here = `__Host-repere-${first.key}-lead`;
    browser.setCookie(here, lead.cookie(here) ?? '');
    const [until] = (lead.cookie(here) ?? '').split('.');
    expect(until).toMatch(/^\d{13}$/);
    expect((await given(browser, second.key)).join()).toContain(`=${until ?? ''}.`);
  });

  it('is in the record of each space, once for a trainer who keeps it open', async () => {
    const before = [await looksIn(first.key), await looksIn(second.key)];
    expect(Math.min(...before)).toBeGreaterThan(0);
    await boardOf(lead);
    await Promise.all([boardOf(lead), boardOf(lead), boardOf(lead)]);
    expect([await looksIn(first.key), await looksIn(second.key)]).toEqual(before);
  });
});
