import type { ProblemDto } from '../../platform/answers/openapi';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { ScoreDto } from '../score/score.dto';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { dropSpaces, makeSpace, once, playIn, settleSpaces } from '../testing/led-spaces';
import { leadIn, learnIn } from '../testing/learners';
import type { ClassQuestionsDto } from './questions.dto';

/** A story that asks the class twice, after three and after five weeks, and has something to be ticked. */
const XRAY = 'xray-19-5-margin-18';
const SCHOOL = 'wait-for-school';
const FIGURE = 'what-the-figure-says';
const SAID = 'said-in-plain-words';
const RIGHT = { choice: 'comes-thursday' };
const WRONG = { choice: 'after-the-exam' };

describe('questions that a class is asked, and what whoever leads ticks', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  let kiwi: TestClient;
  let litchi: TestClient;
  let mango: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: XRAY });
    lead = await leadIn(trainer, space.key);
    ({ browser: kiwi } = await learnIn(service, lead, space.key, 'Kiwi'));
    ({ browser: litchi } = await learnIn(service, lead, space.key, 'Litchi'));
    ({ browser: mango } = await learnIn(service, lead, space.key, 'Mangue'));
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const ask = async (client: TestClient): Promise<ClassQuestionsDto> => {
    const { status, body } = await client.get<ClassQuestionsDto>('/training/questions');
    if (status !== 200) throw new Error(`the questions gave ${String(status)}`);
    return body;
  };
  const answer = async (client: TestClient, body: unknown, question = SCHOOL) => {
    const given = await client.put<ProblemDto>(`/training/questions/${question}`, body);
    return [given.status, given.body?.reasons?.[0]?.code].filter(Boolean);
  };
  const scoreOf = async (client = lead): Promise<ScoreDto> =>
    (await client.get<ScoreDto>('/training/score')).body;
  const tick = (isSeen: boolean, client = lead, id = SAID) =>
    isSeen
      ? client.put<ProblemDto>(`/training/expectations/${id}`)
      : client.delete<ProblemDto>(`/training/expectations/${id}`);
  const inSpace = async (sql: string, key = space.key) => {
    const [book] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    return asSuperuser(book?.database ?? '', (client) => client.query(sql));
  };
  const told = async (type: string): Promise<number> =>
    (
      await inSpace(
        `SELECT 1 FROM ledger_event WHERE entry::jsonb ->> 'type' = '${type}' AND entry::jsonb ->> 'outcome' = 'done'`,
      )
    ).rowCount ?? 0;

  it('are not asked, and not answered by anybody, before what they are about has come', async () => {
    expect((await ask(kiwi)).questions).toEqual([]);
    const { isLeading, questions } = await ask(lead);
    expect([isLeading, ...questions.map(({ id, askedAt }) => [id, askedAt])]).toEqual([
      true,
      [SCHOOL, null],
      [FIGURE, null],
    ]);
    expect(await answer(kiwi, RIGHT)).toEqual([422, 'not-asked-yet']);
    expect(await answer(lead, RIGHT)).toEqual([422, 'not-asked-yet']);
    // Neither won nor lost.
    const score = await scoreOf();
    expect([...score.lost, ...score.met].map(({ key }) => key)).not.toContain(`questions:${SCHOOL}`);
    expect(score.figures?.parts.find(({ part }) => part === 'questions')?.of).toBe(0);
  });

  it('are asked from that moment on, without which answer is right', async () => {
    await lead.post('/training/clock', { by: 'days', amount: 22 });
    const { questions, expectations, isLeading } = await ask(kiwi);
    expect([isLeading, expectations]).toEqual([false, []]);
    expect(questions.map(({ id, askedAt, own }) => [id, askedAt, own])).toEqual([
      [SCHOOL, '2025-06-02T09:00:00.000Z', null],
    ]);
    for (const { isRight, because, times } of questions.flatMap(({ choices }) => choices))
      expect([isRight, because, times]).toEqual([null, null, null]);
    expect((await ask(lead)).questions[0]?.choices.filter(({ isRight }) => isRight)).toHaveLength(1);
  });

  it('are answered by each learner once, stamped with the space’s clock; the same again is the same', async () => {
    expect(await answer(kiwi, WRONG)).toEqual([204]);
    expect(await answer(kiwi, WRONG)).toEqual([204]);
    expect(await answer(kiwi, RIGHT)).toEqual([422, 'answered-already']);
    expect((await ask(kiwi)).questions[0]?.own).toBe(WRONG.choice);
    expect((await ask(litchi)).questions[0]?.own).toBeNull();
    const kept = await inSpace(`SELECT choice, answered_at FROM question_answer`);
    expect(kept.rows.map(({ choice }: { choice: string }) => choice)).toEqual([WRONG.choice]);
    const { now } = await ask(lead);
    const at = (kept.rows[0] as { answered_at: Date }).answered_at.getTime();
    expect(Date.parse(now) - at).toBeLessThan(60_000);
  });

  it('count in the score as more than half of the class answered, with moment and ground', async () => {
    const wrong = await scoreOf();
    const lost = wrong.lost.find(({ key }) => key === `questions:${SCHOOL}`);
    expect(lost).toMatchObject({ part: 'questions', points: 1, basis: ['S49', 'S54'] });
    expect(lost?.why.en).toContain('presumed minor');
    expect(await answer(litchi, RIGHT)).toEqual([204]);
    expect((await scoreOf()).lost.find(({ key }) => key === `questions:${SCHOOL}`)?.why.en).toContain(
      'divided',
    );
    expect(await answer(mango, RIGHT)).toEqual([204]);
    const right = await scoreOf();
    expect(right.lost.map(({ key }) => key)).not.toContain(`questions:${SCHOOL}`);
    expect(right.met.find(({ key }) => key === `questions:${SCHOOL}`)?.basis).toEqual(['S49', 'S54']);
    expect(right.figures?.points).toBe((wrong.figures?.points ?? 0) + 1);
    expect(right.questions[0]?.choices.map(({ times }) => times)).toEqual([2, 1, 0]);
    expect(right.timeline.filter(({ what }) => what.en.includes('Answers (2)'))).toHaveLength(1);
    expect(JSON.stringify(right.timeline)).not.toContain('Litchi');
  });

  it('are answered for all of the class by whoever leads: that counts alone until it is taken back', async () => {
    expect(await answer(lead, WRONG)).toEqual([204]);
    expect(await answer(lead, RIGHT)).toEqual([422, 'answered-already']);
    const forAll = await scoreOf();
    expect(forAll.lost.map(({ key }) => key)).toContain(`questions:${SCHOOL}`);
    expect(forAll.questions[0]?.forClass).toBe(WRONG.choice);
    const { browser: late } = await learnIn(service, lead, space.key, 'Prune');
    expect(await answer(late, RIGHT)).toEqual([422, 'answered-for-class']);
    for (let i = 0; i < 2; i++) expect((await lead.delete(`/training/questions/${SCHOOL}`)).status).toBe(204);
    expect((await scoreOf()).lost.map(({ key }) => key)).not.toContain(`questions:${SCHOOL}`);
  });

  it('are for this class alone: nobody else answers, ticks or reads, and in a live space there is nothing', async () => {
    const played = await playIn(trainer, space.key);
    expect((await ask(played)).isLeading).toBe(true);
    for (const [client, status] of [
      [service.client(space.key), 401],
      [trainer.client, 404],
      [service.client(), 404],
    ] as const) {
      expect((await client.get('/training/questions')).status).toBe(status);
      expect((await client.put(`/training/questions/${SCHOOL}`, RIGHT)).status).toBe(status);
    }
    for (const [client, status] of [
      [kiwi, 403],
      [service.client(space.key), 403],
      [trainer.client, 404],
    ] as const) {
      expect((await client.delete(`/training/questions/${SCHOOL}`)).status).toBe(status);
      expect((await tick(true, client)).status).toBe(status);
      expect((await tick(false, client)).status).toBe(status);
    }
    const { learner, browser: out } = await learnIn(service, lead, space.key, 'Coing');
    await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted: false });
    expect((await answer(out, RIGHT))[0]).toBe(401);
  });

  it('of another story, or none, are not there; what is no choice is refused by its field', async () => {
    for (const id of ['may-the-photo-be-posted', 'none', '%00', 'x'.repeat(5000), '..%2f..%2fscore'])
      expect((await answer(kiwi, RIGHT, id))[0]).toBeGreaterThanOrEqual(400);
    expect(await answer(kiwi, RIGHT, 'may-the-photo-be-posted')).toEqual([404]);
    expect(await answer(kiwi, { choice: 'doubt' })).toEqual([422, 'no-such-choice']);
    expect((await tick(true, lead, 'stays-minor')).status).toBe(404);
    expect((await tick(true, lead, 'none')).status).toBe(404);
  });

  it.each([
    {},
    { choice: null },
    { choice: ['comes-thursday'] },
    { choice: { choice: 'comes-thursday' } },
    { choice: 'x'.repeat(65) },
    { choice: 'comes-\u202ethursday' },
    { choice: '' },
    { ...RIGHT, learner: 'Litchi' },
  ])('are not answered by %j', async (body) => {
    expect((await answer(kiwi, body))[0]).toBe(400);
  });

  it('are answered once by a learner who sends twelve at once', async () => {
    await lead.post('/training/clock', { by: 'days', amount: 14 });
    // Whichever comes first stands: both are wrong, so that what follows does not hang on it.
    const choices = ['adult', 'again'];
    const sent = await Promise.all(
      Array.from({ length: 12 }, (_, n) => answer(litchi, { choice: choices[n % 2] }, FIGURE)),
    );
    expect(sent.map(([status]) => status).every((it) => [204, 422, 429].includes(Number(it)))).toBe(true);
    expect(sent.some(([status]) => status === 204)).toBe(true);
    const kept = await inSpace(`SELECT 1 FROM question_answer WHERE question = '${FIGURE}'`);
    expect(kept.rowCount).toBe(1);
  });

  it('have what whoever leads ticks count from that moment; taken back it does not, and both are in the record', async () => {
    const before = await scoreOf();
    const events = await told('training.tick');
    const ticks = await Promise.all(Array.from({ length: 12 }, () => tick(true)));
    expect(ticks.some(({ status }) => status === 204)).toBe(true);
    const seen = await scoreOf();
    const [shown] = (await ask(lead)).expectations;
    expect(shown).toMatchObject({ id: SAID, until: null, basis: ['S48', 'F04'] });
    const met = seen.met.find(({ key }) => key === `expectations:${SAID}`);
    expect(met).toMatchObject({ at: shown?.seenAt, basis: ['S48', 'F04'] });
    expect(seen.figures?.points).toBe((before.figures?.points ?? 0) + 1);
    expect(seen.timeline.some(({ at, what }) => at === shown?.seenAt && what.en.startsWith('Ticked'))).toBe(
      true,
    );
    // Ticked again later, the first moment stands.
    expect((await tick(true)).status).toBe(204);
    expect((await ask(lead)).expectations[0]?.seenAt).toBe(shown?.seenAt);
    expect((await tick(false)).status).toBe(204);
    expect((await scoreOf()).figures).toEqual(before.figures);
    expect(await told('training.tick')).toBe(
      events + ticks.filter(({ status }) => status === 204).length + 2,
    );
  });

  it('tell learners what was right with the score, and how many gave what, but nobody by name', async () => {
    expect((await kiwi.get('/training/score')).status).toBe(403);
    await lead.put('/training/class/score', { isShown: true });
    const { questions } = await ask(kiwi);
    expect(questions[0]?.choices.map(({ isRight, times }) => [isRight, times])).toEqual([
      [true, 2],
      [false, 1],
      [false, 0],
    ]);
    expect((await scoreOf(kiwi)).questions.map(({ id }) => id)).toEqual([SCHOOL, FIGURE]);
    await lead.put('/training/class/score', { isShown: false });
    await service.inBook(`UPDATE space SET mode = 'guided' WHERE key = '${space.key}'`);
    const guided = (await ask(kiwi)).questions[0]?.choices.map(({ isRight }) => isRight);
    expect(guided).toEqual([null, false, null]);
    const remarks = await scoreOf(kiwi);
    expect([remarks.figures, remarks.questions]).toEqual([null, []]);
    expect(remarks.lost.filter(({ part }) => part === 'questions')).toEqual([]);
    await service.inBook(`UPDATE space SET mode = 'practice' WHERE key = '${space.key}'`);
  });

  it('wait while whoever leads pauses', async () => {
    const { body } = await lead.get<{ position: number }>('/training/presentation');
    await lead.put('/training/presentation', { after: body.position, isPaused: true });
    expect(await answer(kiwi, { choice: 'doubt' }, FIGURE)).toEqual([403, 'paused']);
    expect((await ask(kiwi)).questions).toHaveLength(2);
    await lead.put('/training/presentation', { after: body.position + 1, isPaused: false });
  });

  it('go on in a branch as they were then, and again when the branch begins anew', async () => {
    await tick(true);
    const { body: moment } = await lead.post<KeptMomentDto>('/training/moments', { title: 'Avant' });
    await settleSpaces(service);
    const { body: branch } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Autre choix',
    });
    await settleSpaces(service);
    const there = await leadIn(trainer, branch.key);
    const { figures } = await scoreOf();
    expect((await scoreOf(there)).figures).toEqual(figures);
    await tick(false, there);
    expect((await ask(lead)).expectations[0]?.seenAt).not.toBeNull();
    await trainer.client.post(`/training/spaces/${branch.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    expect((await scoreOf(await leadIn(trainer, branch.key))).figures).toEqual(figures);
  });

  it('are answered no more once the time of an assessment is over; what was seen may be ticked, as reasons are rated', async () => {
    await tick(false);
    await service.inBook(
      `UPDATE space SET mode = 'assessment', limit_minutes = 20, limit_until = now() - interval '1 second' WHERE key = $1`,
      [space.key],
    );
    expect(await answer(kiwi, { choice: 'doubt' }, FIGURE)).toEqual([422, 'assessment-over']);
    expect(await answer(lead, { choice: 'doubt' }, FIGURE)).toEqual([422, 'assessment-over']);
    expect((await lead.delete(`/training/questions/${SCHOOL}`)).status).toBe(422);
    expect((await ask(kiwi)).isOver).toBe(true);
    const lost = (await scoreOf()).lost.map(({ key }) => key);
    expect(lost).toEqual(expect.arrayContaining([`questions:${FIGURE}`, `expectations:${SAID}`]));
    expect((await tick(true)).status).toBe(204);
    expect((await scoreOf()).met.map(({ key }) => key)).toContain(`expectations:${SAID}`);
  });

  it('are not written by SQL without an event', async () => {
    await expect(inSpace(`DELETE FROM question_answer`)).rejects.toThrow();
    await expect(inSpace(`DELETE FROM expectation_tick`)).rejects.toThrow();
  });

  it('are gone once the space begins anew', async () => {
    await trainer.client.post(`/training/spaces/${space.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    for (const table of ['question_answer', 'expectation_tick'])
      expect((await inSpace(`SELECT 1 FROM ${table}`)).rowCount).toBe(0);
  });
});
