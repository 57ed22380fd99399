import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { ScoreDto } from '../score/score.dto';
import { dropSpaces, makeSpace, playIn } from '../testing/led-spaces';
import { leadIn, learnIn } from '../testing/learners';

/** A story whose first step asks why. */
const XRAY = 'xray-19-5-margin-18';
const RATED = { met: ['facts', 'words'], missing: ['judgement'], note: 'Dites qui l’a vu.' };

describe('reasons that a class wrote, rated by whoever leads', () => {
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
    const { caseFileId } = await scoreOf(lead);
    const worker = await playIn(trainer, space.key);
    await new CaseClient(worker).completed(caseFileId, 'age-doubt', 'need', {
      values: {
        ...{ doubt_voiced: 'yes', doubt_reason: 'other_age_on_file' },
        ...{ doubt_from: 'department', doubt_needed: 'yes' },
      },
      reasons: ['other_age_on_file'],
      bestInterests: 'Savoir à qui demander une école.',
      childView: { said: '« J’ai dit la vérité. »' },
    });
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
  const reasonOf = async (client = lead) => {
    const [reason, ...others] = (await scoreOf(client)).reasons;
    if (!reason) throw new Error('no reason was written');
    expect(others).toEqual([]);
    return reason;
  };
  const rate = async (body: unknown, client = lead) =>
    client.put<ProblemDto>(`/training/reasons/${(await reasonOf()).entryId}`, body);
  const part = ({ figures }: ScoreDto) => figures?.parts.find((it) => it.part === 'reasons');
  const inSpace = async (sql: string) => {
    const [book] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      space.key,
    ]);
    return asSuperuser(book?.database ?? '', (client) => client.query(sql));
  };

  it('are listed as they were written, by whom, and count nothing until they are rated', async () => {
    expect(await reasonOf()).toMatchObject({ who: 'Lierre Exercice', step: 'need', rating: null });
    const said = (await reasonOf()).said.map(({ fr }) => fr).join('\n');
    expect(said).toContain('J’ai dit la vérité');
    // In words, not by its code.
    expect(said).not.toContain('other_age_on_file');
    const score = await scoreOf(lead);
    expect(score).toMatchObject({ mayRate: true, figures: { unratedReasons: 1 } });
    expect(part(score)).toMatchObject({ of: 0, points: 0 });
    expect(score.lost.filter((it) => it.part === 'reasons')).toEqual([]);
  });

  it('stand beside those of the model run, act by act: who did it and when, and what nobody did', async () => {
    const { beside } = await scoreOf(lead);
    const [need, ...others] = beside;
    expect(need).toMatchObject({ group: { who: 'Lierre Exercice', step: 'need' }, lost: [] });
    expect(need?.model?.said.map(({ fr }) => fr).join()).toContain('Savoir à qui demander');
    expect(others.length).toBeGreaterThan(3);
    expect(others.every(({ model, group }) => model !== null && group === null)).toBe(true);
  });

  it('count as a part of their own once they are rated, and nothing again when that is taken back', async () => {
    const before = await scoreOf(lead);
    expect((await rate(RATED)).status).toBe(204);
    const rated = await scoreOf(lead);
    expect((await reasonOf()).rating).toEqual(RATED);
    expect(part(rated)).toMatchObject({ of: 3, points: 2 });
    expect(rated.figures?.of).toBe((before.figures?.of ?? 0) + 3);
    expect(rated.figures?.unratedReasons).toBe(0);
    const { at, runId, step, entryId } = await reasonOf();
    const lost = rated.lost.filter((it) => it.part === 'reasons');
    expect(lost).toMatchObject([{ key: 'reasons:age-doubt.need', points: 1, at, runId, step }]);
    expect(lost[0]?.basis.length).toBeGreaterThan(0);
    expect((await rate({ met: ['facts'], missing: [] })).status).toBe(204);
    expect((await reasonOf()).rating).toEqual({ met: ['facts'], missing: [], note: null });
    expect((await lead.delete(`/training/reasons/${entryId}`)).status).toBe(204);
    expect((await lead.delete(`/training/reasons/${entryId}`)).status).toBe(204);
    expect((await scoreOf(lead)).figures).toEqual(before.figures);
  });

  it('are seen with their rating by learners once the score is shown, and not on the way', async () => {
    await rate(RATED);
    expect((await learner.get('/training/score')).status).toBe(403);
    await lead.put('/training/class/score', { isShown: true });
    expect((await reasonOf(learner)).rating?.note).toBe(RATED.note);
    expect((await scoreOf(learner)).mayRate).toBe(false);
    await lead.put('/training/class/score', { isShown: false });
    await service.inBook(`UPDATE space SET mode = 'guided' WHERE key = '${space.key}'`);
    const guided = await scoreOf(learner);
    expect([guided.reasons, guided.figures]).toEqual([[], null]);
    expect(guided.lost.filter((it) => it.part === 'reasons')).toEqual([]);
    expect((await scoreOf(lead)).lost.some((it) => it.part === 'reasons')).toBe(true);
    await service.inBook(`UPDATE space SET mode = 'practice' WHERE key = '${space.key}'`);
  });

  it('are rated by whoever leads alone, in that space alone, and never in a live one', async () => {
    const { entryId } = await reasonOf();
    const path = `/training/reasons/${entryId}`;
    for (const [client, status] of [
      [learner, 403],
      [service.client(space.key), 403],
      [trainer.client, 404],
      [service.client(), 404],
    ] as const) {
      expect((await client.put(path, RATED)).status).toBe(status);
      expect((await client.delete(path)).status).toBe(status);
    }
    const other = await makeSpace(service, trainer, { scenario: XRAY });
    const elsewhere = await leadIn(trainer, other.key);
    expect((await elsewhere.put(path, RATED)).status).toBe(404);
    expect((await elsewhere.delete(path)).status).toBe(404);
  });

  it('are none where an act gives no reason, or there is none', async () => {
    const first = await inSpace(`SELECT id FROM journal_entry ORDER BY seq LIMIT 1`);
    for (const id of [String(first.rows[0]?.id), randomUUID()])
      expect((await lead.put(`/training/reasons/${id}`, RATED)).status).toBe(404);
    expect((await lead.put('/training/reasons/none', RATED)).status).toBe(404);
  });

  it.each([
    ['nothing-rated', { met: [], missing: [] }],
    ['rated-both-ways', { met: ['facts'], missing: ['facts'] }],
  ])('are refused as %s', async (code, body) => {
    const { status, body: problem } = await rate(body);
    expect([status, problem.reasons?.[0]?.code]).toEqual([422, code]);
  });

  it.each([
    {},
    { met: ['facts'] },
    { met: 'facts', missing: [] },
    { met: ['style'], missing: [] },
    { met: ['facts', 'facts'], missing: [] },
    { met: ['facts'], missing: [], note: '' },
    { met: ['facts'], missing: [], note: 'x'.repeat(1001) },
    { met: ['facts'], missing: [], note: 'a\u202eb' },
    { met: ['facts'], missing: [], points: 4 },
  ])('are not rated by %j', async (body) => {
    expect((await rate(body)).status).toBe(400);
  });

  it('hold one rating when twelve are sent at once, each in the record, which has none of the words', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, () => rate(RATED)));
    expect(sent.filter(({ status }) => status === 204).length).toBeGreaterThan(0);
    expect(sent.every(({ status }) => status === 204 || status === 429)).toBe(true);
    expect((await inSpace(`SELECT 1 FROM reason_rating`)).rowCount).toBe(1);
    const told = await inSpace(
      `SELECT entry FROM ledger_event WHERE entry::jsonb ->> 'type' = 'training.rate-reason'`,
    );
    expect(told.rowCount).toBeGreaterThan(sent.filter(({ status }) => status === 204).length);
    expect(JSON.stringify(told.rows)).not.toContain('Dites qui');
  });

  it('are not written by SQL without an event', async () => {
    await expect(inSpace(`UPDATE reason_rating SET met = ARRAY['ground'], missing = '{}'`)).rejects.toThrow();
  });
});
