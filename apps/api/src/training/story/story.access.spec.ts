import { CaseClient } from '../../cases/testing/case-client';
import { Spaces } from '../../platform/spaces/spaces';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { PresentationScriptDto } from '../presentation/presentation.dto';
import type { ScoreDto } from '../score/score.dto';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { comeBy, leadIn, learnIn, newCode } from '../testing/learners';
import { dropSpaces, makeSpace, once, playIn, settleSpaces } from '../testing/led-spaces';
import { FollowStory } from './follow-story.service';
import type { StoryDto } from './story.dto';

const XRAY = 'xray-19-5-margin-18';
const HEARING = 'repeat-hearing-alone';

describe('the story of a training space', () => {
  let service: TestService;
  let trainer: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
  });
  afterEach(() => dropSpaces(service));
  afterAll(() => service.stop());

  const begin = async (scenario?: string) => {
    const space = await makeSpace(service, trainer, scenario === undefined ? {} : { scenario });
    return { space, lead: await leadIn(trainer, space.key) };
  };
  const storyOf = async (client: TestClient): Promise<StoryDto['arrived']> => {
    const { status, body } = await client.get<StoryDto>('/training/story');
    if (status !== 200) throw new Error(`the story gave ${String(status)}`);
    return body.arrived;
  };
  /** Newest first. */
  const cameIn = async (client: TestClient) => (await storyOf(client)).map(({ slide }) => slide.id);
  const scoreOf = async (client: TestClient) => (await client.get<ScoreDto>('/training/score')).body;
  const move = (client: TestClient, by: string, amount?: number) =>
    client.post('/training/clock', { by, ...(amount !== undefined && { amount }) });
  const databaseOf = async ({ key }: TrainingSpaceDto) => {
    const [row] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    return row?.database ?? '';
  };
  const spaceOf = async ({ key }: TrainingSpaceDto) => {
    const space = await service.app.get(Spaces).findSpace(key);
    if (!space) throw new Error('no space');
    return space;
  };
  /** The clock runs on by itself: nobody pressed anything, so that nothing was looked at. */
  const timePasses = (space: TrainingSpaceDto, hours: number) =>
    service.inBook(`UPDATE space SET clock_offset_ms = clock_offset_ms + $2 WHERE key = $1`, [
      space.key,
      hours * 3_600_000,
    ]);

  it('has what comes with time at its moment: for the class, for whoever leads, in the debrief, for good', async () => {
    const { space, lead } = await begin(XRAY);
    const { browser } = await learnIn(service, lead, space.key, 'Kiwi');
    expect(await cameIn(browser)).toEqual(['beat:the-doubt']);
    await move(lead, 'days', 1);
    expect(await cameIn(browser)).toEqual(['beat:the-doubt']);
    await move(lead, 'days', 2);
    const [call] = await storyOf(browser);
    expect(call).toMatchObject({
      at: '2025-05-14T07:00:00.000Z',
      slide: { id: 'inject:lawyer-calls', title: { en: 'The duty lawyer calls' } },
    });
    // What only whoever leads reads is not told.
    expect(JSON.stringify(await storyOf(browser))).not.toContain('48');
    const { body: script } = await lead.get<PresentationScriptDto>('/training/presentation/script');
    const cameAt = new Map(script.slides.map((it) => [it.id, it.cameAt]));
    expect(cameAt.get('inject:lawyer-calls')).toBe('2025-05-14T07:00:00.000Z');
    expect([cameAt.get('inject:school-asks'), cameAt.get('opening')]).toEqual([null, null]);
    const { timeline } = await scoreOf(lead);
    expect(timeline).toContainEqual({
      ...{ at: '2025-05-14T07:00:00.000Z', who: null },
      what: { fr: "L'avocate de permanence appelle", en: 'The duty lawyer calls' },
    });
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted());
    await move(lead, 'days', 40);
    expect(await cameIn(lead)).toEqual([
      ...['beat:the-opinion', 'inject:school-asks', 'beat:no-papers'],
      ...['inject:lawyer-calls', 'beat:the-doubt'],
    ]);
  });

  it('does what others do, by an account of the cast at its moment, and what it excludes stays away', async () => {
    const { lead } = await begin(HEARING);
    await move(lead, 'days', 2);
    expect(await cameIn(lead)).toEqual(['inject:heard-alone', 'beat:the-day', 'beat:the-call']);
    const { timeline, lost } = await scoreOf(lead);
    const held = timeline.filter(({ at, who }) => at.startsWith('2026-04-14T09:00') && who !== null);
    expect(held.map(({ who }) => who)).toEqual(['Lierre Exercice', 'Lierre Exercice']);
    expect(lost.map(({ key }) => key)).toContain('expectations:not-heard-alone');
  });

  it('comes once its condition holds, when the act that brought it about is answered', async () => {
    const { space, lead } = await begin('papers-that-make-her-older');
    const worker = new CaseClient(await playIn(trainer, space.key));
    const { caseFileId } = await scoreOf(lead);
    const done = await worker.completed(caseFileId, 'age-doubt', 'need', {
      values: {
        ...{ doubt_voiced: 'yes', doubt_reason: 'papers_conflict' },
        ...{ doubt_from: 'department', doubt_needed: 'yes' },
      },
      reasons: ['papers_conflict'],
      bestInterests: 'Qu’elle ne reparte pas avec lui.',
      childView: { said: '« Ne lui dites pas. »' },
    });
    const supervisor = new CaseClient(await playIn(trainer, space.key, 'Chêne Exercice'));
    const approved = await supervisor.step(caseFileId, 'age-doubt', 'need', 'approve', {
      entryId: done.entryIds[0],
    });
    expect(approved.status).toBe(200);
    expect(await cameIn(lead)).toEqual(['beat:the-passport']);
    const again = new CaseClient(await playIn(trainer, space.key));
    await again.completed(caseFileId, 'age-doubt', 'papers_check', {
      values: { papers: 'valid', papers_birth: '2004-03-02', stated_age: 180, contests: 'yes' },
    });
    expect(await cameIn(lead)).toEqual(['inject:alone', 'beat:the-passport']);
  });

  it('comes once, however many bring it about, and is undone by nobody', async () => {
    const { space, lead } = await begin(HEARING);
    await timePasses(space, 48);
    const follow = service.app.get(FollowStory);
    const now = await spaceOf(space);
    await Promise.all(Array.from({ length: 12 }, () => follow.followStory(now)));
    expect((await cameIn(lead)).filter((id) => id === 'inject:heard-alone')).toHaveLength(1);
    const { timeline } = await scoreOf(lead);
    expect(timeline.filter(({ who, at }) => who !== null && at > '2026-04-14')).toHaveLength(2);
    const told = await asSuperuser(await databaseOf(space), (client) =>
      client.query<{ event: string; acts: number; done: number }>(
        `SELECT event, acts, done FROM arrived_event ORDER BY place`,
      ),
    );
    expect(told.rows.at(-1)).toEqual({ event: 'heard-alone', acts: 2, done: 2 });
  });

  it('is at its moment by what was done by then, however late anybody looks', async () => {
    const { space, lead } = await begin(XRAY);
    await timePasses(space, 60);
    await service.app.get(FollowStory).followStory(await spaceOf(space));
    expect((await storyOf(lead))[0]?.at).toBe('2025-05-14T07:00:00.000Z');
  });

  it('goes on where what others do is not taken: nobody plays them any more', async () => {
    const { space, lead } = await begin(HEARING);
    await asSuperuser(await databaseOf(space), async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(`UPDATE account SET disabled_at = now() WHERE login = 'lierre'`);
    });
    expect((await move(lead, 'days', 2)).status).toBe(200);
    expect(await cameIn(lead)).toContain('inject:heard-alone');
    expect((await scoreOf(lead)).timeline.filter(({ at, who }) => who !== null && at > '2026-04-14')).toEqual(
      [],
    );
  });

  it('is what it was in a branch, and begins anew with its space', async () => {
    const { space, lead } = await begin(XRAY);
    await move(lead, 'days', 3);
    const before = await storyOf(lead);
    const { body: moment } = await lead.post<KeptMomentDto>('/training/moments', { title: 'Après l’appel' });
    await settleSpaces(service);
    const { body: branch } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Autre choix',
    });
    await settleSpaces(service);
    const there = await leadIn(trainer, branch.key);
    expect(await storyOf(there)).toEqual(before);
    await move(there, 'days', 10);
    expect((await cameIn(there))[0]).toBe('beat:no-papers');
    expect(await storyOf(lead)).toEqual(before);
    await trainer.client.post(`/training/spaces/${space.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    expect(await cameIn(await leadIn(trainer, space.key))).toEqual(['beat:the-doubt']);
  });

  it('is for who is in the space: not for who waits, strangers, or a live space; an empty one has none', async () => {
    const { space, lead } = await begin();
    expect(await storyOf(lead)).toEqual([]);
    await move(lead, 'days', 3);
    expect(await storyOf(lead)).toEqual([]);
    const waiting = await comeBy(service, space.key, await newCode(lead));
    for (const [client, status] of [
      [waiting, 403],
      [service.client(space.key), 403],
      [trainer.client, 404],
    ] as const)
      expect((await client.get('/training/story')).status).toBe(status);
  });
});
