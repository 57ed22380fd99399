import type { ProblemDto } from '../../platform/answers/openapi';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { AssessmentLimitDto } from '../group/assessment-limit.dto';
import type { GroupDto } from '../group/group.dto';
import type { WaitingRoomDto } from '../learners/learners.dto';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { askIn, comeBy, leadIn, learnIn, newCode } from '../testing/learners';
import { once, settleSpaces, spacesOf } from '../testing/led-spaces';
import type { ScoreDto } from './score.dto';

const SHELTER = 'missing-from-the-shelter';

describe('a timed assessment', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let key: string;
  let lead: TestClient;
  let learner: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'] });
    const { body } = await ask({ scenario: SHELTER, mode: 'assessment', minutes: 20 });
    key = body.key;
    await settleSpaces(service);
    lead = await leadIn(trainer, key);
  });
  afterAll(async () => {
    for (const { key: each } of await spacesOf(trainer.client))
      await trainer.client.delete(`/training/spaces/${each}`);
    await service.stop();
  });

  const ask = (asked: object) =>
    trainer.client.post<TrainingSpaceDto & ProblemDto>(
      '/training/spaces',
      { title: 'Groupe', ...asked },
      once(),
    );
  const begin = (client: TestClient) =>
    client.put<AssessmentLimitDto & ProblemDto>('/training/class/limit', undefined);
  const score = async (): Promise<ScoreDto> => (await lead.get<ScoreDto>('/training/score')).body;
  const group = async (): Promise<GroupDto> => (await lead.get<GroupDto>('/training/class')).body;
  const ended = (minutesAgo: number) =>
    service.inBook(`UPDATE space SET limit_until = now() - make_interval(mins => $2) WHERE key = $1`, [
      key,
      minutesAgo,
    ]);

  it('lasts as long as was said, else as its scenario', async () => {
    expect((await group()).limit).toEqual({ minutes: 20, until: null, secondsLeft: null });
    const { body } = await ask({ scenario: SHELTER, mode: 'assessment' });
    expect(body.minutes).toBeGreaterThan(5);
    await trainer.client.delete(`/training/spaces/${body.key}`);
  });

  it.each([0, 601, -1, 1.5, '20', null, 1e9])('is not of %j minutes', async (minutes) => {
    expect((await ask({ mode: 'assessment', minutes })).status).toBe(minutes === null ? 201 : 400);
  });

  it.each(['guided', 'practice', undefined])('is nothing that %s has', async (mode) => {
    const { status, body } = await ask({ ...(mode && { mode }), minutes: 20 });
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'no-assessment']);
  });

  it('lets nobody in before it begins, and says so while they wait', async () => {
    learner = await comeBy(service, key, await newCode(lead));
    const { body: asked } = await askIn(learner, 'Kiwi');
    await lead.put(`/training/class/learners/${asked.id}`, { isAdmitted: true });
    const { status, body } = await learner.put<ProblemDto>(`/training/learners/${asked.id}/session`);
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'assessment-not-begun']);
    expect((await learner.get('/session')).status).toBe(401);
    const room = await learner.get<WaitingRoomDto>('/training/learners');
    expect(room.body.limit).toEqual({ minutes: 20, until: null, secondsLeft: null });
  });

  it('is begun by whoever leads alone, once, whoever presses again', async () => {
    expect((await begin(learner)).status).toBe(403);
    expect((await begin(service.client(key))).status).toBe(403);
    expect((await begin(trainer.client)).status).toBe(404);
    const answers = await Promise.all(Array.from({ length: 12 }, () => begin(lead)));
    expect(new Set(answers.map(({ body }) => body.until)).size).toBe(1);
    const left = (await group()).limit?.secondsLeft ?? 0;
    expect(left).toBeGreaterThan(20 * 60 - 30);
    expect(left).toBeLessThanOrEqual(20 * 60);
    ({ browser: learner } = await learnIn(service, lead, key, 'Prune'));
    expect((await begin(learner)).status).toBe(403);
  });

  it('is told to learners, without a hint', async () => {
    const room = await learner.get<WaitingRoomDto>('/training/learners');
    expect(room.body.limit?.minutes).toBe(20);
    expect((await learner.get('/training/score')).status).toBe(403);
  });

  it('counts what was done by its end; what comes after is recorded, and counts nothing', async () => {
    const before = await score();
    const write = (note: string) => new CaseClient(learner).sendAct(before.caseFileId, 'notes', { note });
    await write('Le foyer rappelle.');
    const during = await score();
    expect(during.uncounted).toBe(0);
    await ended(0);
    await write('Trop tard.');
    const after = await score();
    expect(after.limit?.secondsLeft).toBe(0);
    expect(after.uncounted).toBe(1);
    expect(after.timeline.map(({ what }) => what.fr)).toEqual(during.timeline.map(({ what }) => what.fr));
    expect(JSON.stringify((await learner.get(`/case-files/${before.caseFileId}/journal`)).body)).toContain(
      'Trop tard.',
    );
  });

  it('has no deadline fall due that time brings about after its end', async () => {
    const at = await score();
    await lead.post('/training/clock', { by: 'days', amount: 30 });
    const later = await score();
    expect(later.figures).toEqual(at.figures);
    expect(later.now).toBe(at.now);
    expect(later.lost).toEqual(at.lost);
  });

  it('is not given anew to a branch, nor to one that begins anew', async () => {
    const { body: moment } = await lead.post<KeptMomentDto>('/training/moments', { title: 'À la fin' });
    await settleSpaces(service);
    const { body: branch } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Autre choix',
    });
    await settleSpaces(service);
    const { figures } = await score();
    const isOver = async (): Promise<void> => {
      const there = await leadIn(trainer, branch.key);
      expect((await there.get<GroupDto>('/training/class')).body.limit?.secondsLeft).toBe(0);
      const before = (await begin(there)).body;
      expect(before.secondsLeft).toBe(0);
      expect((await there.get<ScoreDto>('/training/score')).body.figures).toEqual(figures);
    };
    await isOver();
    await trainer.client.post(`/training/spaces/${branch.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    await isOver();
  });

  it('is there again when the space begins anew', async () => {
    await trainer.client.post(`/training/spaces/${key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    lead = await leadIn(trainer, key);
    expect((await group()).limit).toEqual({ minutes: 20, until: null, secondsLeft: null });
  });

  it('is none of a space that practises', async () => {
    const { body } = await ask({ scenario: SHELTER });
    await settleSpaces(service);
    const there = await leadIn(trainer, body.key);
    expect((await there.get<GroupDto>('/training/class')).body.limit).toBeNull();
    expect((await begin(there)).body.reasons?.[0]?.code).toBe('no-assessment');
  });
});
