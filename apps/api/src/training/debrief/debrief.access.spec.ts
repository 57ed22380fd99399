import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { PrintPaper } from '../../protocols/exports/print-paper';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { ScoreDto } from '../score/score.dto';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { leadIn, learnIn } from '../testing/learners';
import { askForSpace, dropSpaces, makeSpace, playIn, settleSpaces } from '../testing/led-spaces';
import type { PrintedDebrief } from './printed-debrief';

const PAPER = '/training/debrief/pdf';
const NOTE = 'Personne n’a pensé à l’interprète.';

describe('the debrief of a training space on paper', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  let learner: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: 'missing-from-the-shelter' });
    lead = await leadIn(trainer, space.key);
    ({ browser: learner } = await learnIn(service, lead, space.key, 'Capucine'));
    const { body } = await lead.get<ScoreDto>('/training/score');
    await new CaseClient(learner).sendAct(body.caseFileId, 'notes', { note: 'Le foyer rappelle.' });
    const lierre = await playIn(trainer, space.key);
    await new CaseClient(lierre).sendAct(body.caseFileId, 'notes', { note: 'Encore.' });
    await lead.post('/training/clock', { by: 'days', amount: 7 });
    await lead.put(`/training/notes/${randomUUID()}`, { words: NOTE });
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const refusalOf = async (client: TestClient, asked = '') => {
    const { status, body } = await client.get<ProblemDto>(PAPER + asked);
    return [status, body.reasons?.[0]?.code];
  };
  const show = (isShown: boolean) => lead.put('/training/class/score', { isShown });
  /** What was laid out meanwhile, and how often. */
  async function printed(work: () => Promise<unknown>) {
    const running = jest.spyOn(service.app.get(Sandbox), 'runTask');
    try {
      await work();
      return running.mock.calls
        .filter(([{ name }]) => name === 'paper.print')
        .map(([, input]) => input as { readonly template: string; readonly data: PrintedDebrief });
    } finally {
      running.mockRestore();
    }
  }
  const recorded = async (key: string) => {
    const [book] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    const { rows } = await asSuperuser(book?.database ?? '', (client) =>
      client.query<{ outcome: string }>(
        `SELECT entry::jsonb ->> 'outcome' AS outcome FROM ledger_event WHERE entry::jsonb ->> 'type' = 'training.print-debrief' ORDER BY seq`,
      ),
    );
    return rows.map(({ outcome }) => outcome);
  };

  it('is given to whoever leads always, to learners once the score is shown, without notes; each is recorded', async () => {
    const before = (await recorded(space.key)).length;
    expect(await refusalOf(learner)).toEqual([403, 'score-not-shown']);
    const own = await lead.download(PAPER);
    expect([own.status, own.type, own.content.subarray(0, 5).toString()]).toEqual([
      ...[200, 'application/pdf', '%PDF-'],
    ]);
    expect(own.name).toMatch(/^exercice-bilan-\d{4}-\d\d-\d\d\.pdf$/);
    await show(true);
    expect((await learner.download(PAPER)).status).toBe(200);
    expect(await refusalOf(learner, '?notes=with')).toEqual([403, 'not-leading']);
    expect((await lead.download(`${PAPER}?notes=with`)).status).toBe(200);
    await show(false);
    expect((await learner.get(PAPER)).status).toBe(403);
    expect((await recorded(space.key)).slice(before)).toEqual([
      ...['refused', 'done', 'done', 'refused', 'done', 'refused'],
    ]);
  });

  it('is of this space alone, and there is none in a live one, for a stranger, or where there is no story', async () => {
    expect((await service.client(space.key).get(PAPER)).status).toBe(401);
    expect((await trainer.client.get(PAPER)).status).toBe(404);
    expect((await service.client().get(PAPER)).status).toBe(404);
    const { body } = await askForSpace(trainer.client, {
      scenario: 'missing-from-the-shelter',
      mode: 'guided',
    });
    await settleSpaces(service);
    expect((await learner.inSpace(body.key).get(PAPER)).status).toBe(401);
    // Remarks on the way are no paper.
    const there = await leadIn(trainer, body.key);
    const { browser } = await learnIn(service, there, body.key, 'Noix');
    expect((await browser.get('/training/score')).status).toBe(200);
    expect(await refusalOf(browser)).toEqual([403, 'score-not-shown']);
    const empty = await makeSpace(service, trainer);
    expect((await (await leadIn(trainer, empty.key)).get(PAPER)).status).toBe(404);
  });

  it.each(['?language=de', '?language=', '?notes=yes', '?notes[]=with&notes[]=with', '?other=1'])(
    'is refused as %s',
    async (asked) => {
      expect((await lead.get(PAPER + asked)).status).toBe(400);
    },
  );

  it('says what was lost when and why, that it is an exercise, and nobody of the class by name', async () => {
    const [paper] = await printed(() => lead.get(`${PAPER}?language=en`));
    const { data } = paper ?? {};
    expect(data).toMatchObject({ language: 'en', warning: null });
    expect(data?.words.fiction).toBe('FICTIONAL – exercise');
    expect(data?.closing.join(' ')).toContain('No real case is scored');
    expect(data?.lost.length).toBeGreaterThan(0);
    for (const { about, why } of data?.lost ?? []) {
      expect(about).toMatch(/Sources: /);
      expect(about).toMatch(/\d\d:\d\d/);
      expect(why).not.toBe('');
    }
    const { body } = await lead.get<ScoreDto>('/training/score');
    expect(body.timeline.some(({ who }) => who === 'Capucine')).toBe(true);
    const told = JSON.stringify(data);
    expect(told).not.toContain('Capucine');
    expect(told).not.toContain(NOTE);
    expect(data?.timeline).toHaveLength(body.timeline.length);
    expect(data?.timeline.some(({ what }) => what.startsWith('The class '))).toBe(true);
    expect(data?.timeline.some(({ what }) => what.startsWith('Lierre Exercice '))).toBe(true);
  });

  it('has the notes of whoever leads where that is asked for, and says that it is not to be handed out', async () => {
    const [paper] = await printed(() => lead.get(`${PAPER}?notes=with&language=en`));
    expect(paper?.data.warning).toMatch(/private notes/);
    expect(paper?.data.timeline.filter(({ isNote }) => isNote).map(({ what }) => what)).toEqual([
      `My note: ${NOTE}`,
    ]);
  });

  it('is laid out once for a class that asks at once, and the same debrief gives the same bytes', async () => {
    await show(true);
    await lead.post('/training/clock', { by: 'days', amount: 1 });
    const papers = await printed(async () => {
      const all = await Promise.all(Array.from({ length: 12 }, () => learner.download(PAPER)));
      expect(all.every(({ status }) => status === 200)).toBe(true);
    });
    // Of two minutes of the space’s clock at most.
    expect([1, 2]).toContain(papers.length);
    const { data, template } = papers[0] ?? {};
    const print = () => service.app.get(PrintPaper).print(template ?? '', data ?? { date: [] });
    expect((await print()).equals(await print())).toBe(true);
    await show(false);
  });
});
