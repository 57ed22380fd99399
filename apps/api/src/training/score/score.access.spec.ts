import type { ProblemDto } from '../../platform/answers/openapi';
import { CaseClient } from '../../cases/testing/case-client';
import type { StepCheckDto } from '../../cases/steps/steps.dto';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { askForSpace, dropSpaces, makeSpace, settleSpaces, spacesOf } from '../testing/led-spaces';
import { leadIn, learnIn } from '../testing/learners';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { HandlingGroupDto } from './handling.dto';
import type { ScoreDto } from './score.dto';

const XRAY = 'xray-19-5-margin-18';

describe('the score of a training space', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  let learner: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: XRAY });
    lead = await leadIn(trainer, space.key);
    ({ browser: learner } = await learnIn(service, lead, space.key, 'Kiwi'));
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const scoreOf = async (client: TestClient): Promise<ScoreDto> => {
    const { status, body } = await client.get<ScoreDto>('/training/score');
    if (status !== 200) throw new Error(`the score gave ${String(status)}`);
    return body;
  };
  /** How often the record of a space has that its score was looked at. */
  const looksIn = async (key: string): Promise<number> => {
    const [book] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    const told = await asSuperuser(book?.database ?? '', (client) =>
      client.query(
        `SELECT 1 FROM ledger_event WHERE entry::jsonb ->> 'type' = 'training.score' AND entry::jsonb ->> 'outcome' = 'done'`,
      ),
    );
    return told.rowCount ?? 0;
  };
  const show = (isShown: boolean) => lead.put('/training/class/score', { isShown });

  it('is seen by whoever leads always, by learners once it is shown, and no more once it is hidden', async () => {
    const hidden = await learner.get<ProblemDto>('/training/score');
    expect([hidden.status, hidden.body.reasons?.[0]?.code]).toEqual([403, 'score-not-shown']);
    expect((await scoreOf(lead)).isShown).toBe(false);
    expect((await show(true)).status).toBe(204);
    expect((await scoreOf(learner)).figures).not.toBeNull();
    await show(false);
    expect((await learner.get('/training/score')).status).toBe(403);
    const stranger = service.client(space.key);
    expect((await stranger.get('/training/score')).status).toBe(401);
  });

  it.each([{}, { isShown: 'yes' }, { isShown: null }, { isShown: 1 }, { isShown: true, to: 'all' }])(
    'is not shown by %j',
    async (body) => {
      expect((await lead.put('/training/class/score', body)).status).toBe(400);
    },
  );

  it('counts nothing of what is not due: a class that just came in lost nothing, and reads no solution', async () => {
    const guided = await askForSpace(trainer.client, { scenario: XRAY, mode: 'guided' });
    await settleSpaces(service);
    const there = await leadIn(trainer, guided.body.key);
    const { browser } = await learnIn(service, there, guided.body.key, 'Kiwi');
    const remarks = await scoreOf(browser);
    expect(remarks.lost.filter(({ part }) => part === 'expectations')).toEqual([]);
    const before = await scoreOf(there);
    expect(before.figures?.parts.find(({ part }) => part === 'expectations')?.of).toBe(0);
    expect(before.figures?.open).toBeGreaterThan(0);
    // What was due within three days is lost at that moment, whenever it is looked at.
    const lostIn = async () =>
      (await scoreOf(there)).lost
        .map(({ key, at }) => [key, at])
        .filter(([key]) => key?.startsWith('expect'));
    await there.post('/training/clock', { by: 'days', amount: 4 });
    const lost = await lostIn();
    expect(lost.length).toBeGreaterThan(0);
    await there.post('/training/clock', { by: 'days', amount: 1 });
    expect((await lostIn()).slice(0, lost.length)).toEqual(lost);
    await trainer.client.delete(`/training/spaces/${guided.body.key}`);
  });

  it('says who did what, and counts what time brings about: each lost point with moment, step and ground', async () => {
    const { key } = await makeSpace(service, trainer, { scenario: 'missing-from-the-shelter' });
    const there = await leadIn(trainer, key);
    const { browser } = await learnIn(service, there, key, 'Kiwi');
    const before = await scoreOf(there);
    await new CaseClient(browser).sendAct(before.caseFileId, 'notes', { note: 'Le foyer rappelle.' });
    await there.post('/training/clock', { by: 'days', amount: 7 });
    const after = await scoreOf(there);
    expect(after.timeline.some(({ who }) => who === 'Kiwi')).toBe(true);
    const late = after.lost.filter(({ part }) => part === 'deadlines');
    expect(late.length).toBeGreaterThan(0);
    for (const { at, runId, step, why, basis } of late) {
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(after.now));
      expect([runId, step]).not.toContain(null);
      expect(why.fr.length * basis.length).toBeGreaterThan(0);
    }
    expect(after.figures?.percent).toBeLessThan(100);
  });

  it('counts what was tried and a guard refused, asked before or done, once a step, with its moment', async () => {
    const { key } = await makeSpace(service, trainer, { scenario: 'missing-from-the-shelter' });
    const there = await leadIn(trainer, key);
    const { browser } = await learnIn(service, there, key, 'Kiwi');
    const learner = new CaseClient(browser);
    const { caseFileId, lost } = await scoreOf(there);
    expect(lost.filter(({ part }) => part === 'safeguards')).toEqual([]);
    const run = (await learner.readCase(caseFileId)).state.runs[0];
    const open = (run?.steps ?? []).filter(({ state }) => state === 'ready').map(({ id }) => id);
    const [waived = '', asked = ''] = open;
    const tied = {
      values: {},
      by: [{ role: 'TS' }, { role: 'INT', name: 'Nobody', language: 'soninke', tie: 'relative' }],
    };
    for (let time = 0; time < 2; time++) {
      const refused = await learner.step<ProblemDto>(caseFileId, run?.protocol ?? '', waived, 'waive', {
        ...{ reason: 'no_object', note: 'x' },
      });
      expect([refused.status, refused.body.reasons?.map(({ code }) => code)]).toEqual([
        422,
        expect.arrayContaining(['not-waivable']),
      ]);
    }
    const checked = await learner.step<StepCheckDto>(caseFileId, run?.protocol ?? '', asked, 'check', tied);
    expect(checked.body.reasons).toContainEqual(expect.objectContaining({ code: 'interpreter-tied' }));
    // A form that is not filled yet is no attempt.
    await learner.step(caseFileId, run?.protocol ?? '', open[2] ?? '', 'complete', {});
    const breaches = (await scoreOf(there)).lost.filter(({ part }) => part === 'safeguards');
    expect(breaches.map((it) => [it.key, it.points, it.runId])).toEqual([
      [`safeguards:${run?.protocol ?? ''}.${waived}`, 3, run?.runId],
      [`safeguards:${run?.protocol ?? ''}.${asked}`, 3, run?.runId],
    ]);
    expect(breaches[0]?.why.fr).toMatch(/^Essayé, et refusé/);
    await trainer.client.delete(`/training/spaces/${key}`);
  });

  it('gives remarks alone while learners are guided, and nothing in an assessment', async () => {
    for (const [mode, status] of [
      ['guided', 200],
      ['assessment', 403],
    ] as const) {
      const { body } = await askForSpace(trainer.client, { scenario: XRAY, mode });
      await settleSpaces(service);
      expect((await spacesOf(trainer.client)).find(({ key }) => key === body.key)).toMatchObject({ mode });
      const there = await leadIn(trainer, body.key);
      if (mode === 'assessment') await there.put('/training/class/limit');
      const { browser } = await learnIn(service, there, body.key, 'Noix');
      const answer = await browser.get<ScoreDto>('/training/score');
      expect([mode, answer.status]).toEqual([mode, status]);
      if (status === 200)
        expect(answer.body).toMatchObject({
          ...{ figures: null, reasons: [], beside: [], met: [], debrief: [], timeline: [] },
          questions: [],
        });
      expect((await scoreOf(there)).figures).not.toBeNull();
    }
  });

  it('is told of all classes of whoever leads with the same story, step by step, each look in its own record', async () => {
    const other = await makeSpace(service, trainer, { scenario: XRAY });
    const stranger = await service.signIn({ roles: ['trainer'], teams: ['South'] });
    await makeSpace(service, stranger, { scenario: XRAY });
    const looks = () => looksIn(other.key);
    const before = await looks();
    const { status, body } = await lead.get<HandlingGroupDto[]>('/training/score/groups');
    expect(status).toBe(200);
    // Neither another story, nor somebody else’s class.
    expect(body.filter(({ isHere }) => isHere)).toHaveLength(1);
    const same = (await spacesOf(trainer.client)).filter((it) => it.scenario === XRAY && it.state === 'open');
    expect(body).toHaveLength(same.length);
    const here = await scoreOf(lead);
    expect(body[0]).toMatchObject({
      ...{ key: space.key, isHere: true, branchOf: null, isCut: false },
      ...{ handling: here.handling, timeline: here.timeline },
    });
    for (const { handling } of body) expect(handling.runs[0]?.steps.length).toBeGreaterThan(0);
    expect(await looks()).toBe(before + 1);
    for (const [client, refusal] of [
      [learner, 403],
      [service.client(space.key), 403],
      [trainer.client, 404],
    ] as const)
      expect((await client.get('/training/score/groups')).status).toBe(refusal);
    expect(await looks()).toBe(before + 1);
  });

  it('has of a branch what it was made from and when, beside its parent', async () => {
    const { body: asked } = await lead.post<KeptMomentDto>('/training/moments', { title: 'Avant' });
    await settleSpaces(service);
    const { body: branch } = await lead.post<TrainingSpaceDto>(`/training/moments/${asked.id}/branches`, {
      title: 'Autre choix',
    });
    await settleSpaces(service);
    await lead.post('/training/clock', { by: 'days', amount: 1 });
    const { body } = await lead.get<HandlingGroupDto[]>('/training/score/groups');
    const [here, other] = [space.key, branch.key].map((key) => body.find((it) => it.key === key));
    expect(here?.branchOf).toBeNull();
    const at = other?.branchOf?.at ?? '';
    expect(other?.branchOf?.key).toBe(space.key);
    const past = (group: HandlingGroupDto | undefined) =>
      group?.timeline.filter((it) => Date.parse(it.at) <= Date.parse(at));
    expect(past(other)?.length).toBeGreaterThan(0);
    expect(past(other)).toEqual(past(here));
    await trainer.client.delete(`/training/spaces/${branch.key}`);
    await settleSpaces(service);
  });

  it('is none where there is no scenario', async () => {
    const empty = await makeSpace(service, trainer);
    const there = await leadIn(trainer, empty.key);
    expect((await there.get('/training/score')).status).toBe(404);
  });

  it('is refused in a mode that there is not', async () => {
    const { status } = await trainer.client.post(
      '/training/spaces',
      { title: 'Groupe', mode: 'exam' },
      { 'Idempotency-Key': 'mode-that-is-none' },
    );
    expect(status).toBe(400);
  });

  it('is the same for twelve who look at once, and each look is recorded', async () => {
    await show(true);
    const looks = await Promise.all(Array.from({ length: 12 }, () => scoreOf(learner)));
    expect(new Set(looks.map(({ figures }) => figures?.points)).size).toBe(1);
    expect(await looksIn(space.key)).toBeGreaterThanOrEqual(12);
  });

  // The last of them: for a minute nothing is counted here after it.
  it('is counted where it holds up nobody, once for a whole class, and not again and again where that takes too much', async () => {
    const { caseFileId } = await scoreOf(lead);
    await new CaseClient(learner).sendAct(caseFileId, 'notes', { note: 'Un appel.' });
    const counting = jest.spyOn(service.app.get(Sandbox), 'runTask');
    try {
      const [first, ...others] = await Promise.all(Array.from({ length: 12 }, () => scoreOf(lead)));
      expect(others.every(({ figures }) => figures?.of === first?.figures?.of)).toBe(true);
      const counted = counting.mock.calls.map(([{ name }]) => name);
      // Of two periods of some seconds at most.
      expect(counted.length).toBeLessThanOrEqual(2);
      expect(new Set(counted)).toEqual(new Set(['training.score']));
      counting.mockClear();
      counting.mockRejectedValue(new WorkStopped('time', 'training.score'));
      for (const note of ['Un autre.', 'Un dernier.']) {
        await new CaseClient(learner).sendAct(caseFileId, 'notes', { note });
        const { status, body } = await lead.get<ProblemDto>('/training/score');
        expect([status, body.reasons?.[0]?.code]).toEqual([422, 'too-much-work']);
      }
      expect(counting).toHaveBeenCalledTimes(1);
    } finally {
      counting.mockRestore();
    }
  });
});
