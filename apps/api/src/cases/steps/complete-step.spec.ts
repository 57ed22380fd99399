import { randomUUID } from 'node:crypto';
import { TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';
import type { ActDoneDto, CaseFileDto, TimelineEntryDto } from '../page/case-file.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

const NOTHING_RECENT = { values: { peril_seen: 'no', bitten: 'no' } } as const;

describe('completing a step', () => {
  let service: TestService;
  let worker: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' })).client,
    );
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await worker.opened();
  });

  it('records it, opens what it opens, and says what comes next', async () => {
    const done = await worker.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'yes' },
      note: 'Elle l’a dit en arrivant.',
    });
    expect(done).toMatchObject({
      seq: file.state.seq + 2,
      state: 'done',
      opened: [{ protocol: 'refuge' }],
      next: { protocol: 'refuge', step: 'heal_first' },
    });
    const after = await worker.readCase(file.id);
    expect(after.state.seq).toBe(done.seq);
    expect(stepOf(after, 'welcome', 'arrive').entryIds).toEqual([done.entryIds[0]]);
  });

  it('names what can be done since, of protocols that were open, and never itself', async () => {
    const before = await worker.readCase(file.id);
    const done = await worker.completed(file.id, 'welcome', 'watch', {
      values: { frailties: {}, signs: {}, taught: 'yes' },
    });
    const after = await worker.readCase(file.id);
    const readyIn = ({ state }: CaseFileDto): readonly string[] =>
      state.runs.flatMap(({ runId, steps }) =>
        steps.filter((it) => it.state === 'ready').map(({ id }) => `${runId}/${id}`),
      );
    const old = new Set(before.state.runs.map(({ runId }) => runId));
    const since = readyIn(after).filter(
      (key) => !readyIn(before).includes(key) && old.has(key.split('/')[0] ?? ''),
    );
    expect(since).not.toEqual([]);
    expect(done.possible.map(({ runId, step }) => `${runId}/${step}`)).toEqual(since.slice(0, 5));
    expect(done.possible.map(({ title }) => title.en)).toContain('Give a verdict');
  });

  it('says what it changed of the outcome, or that it changed nothing', async () => {
    await worker.completed(file.id, 'welcome', 'arrive', NOTHING_RECENT);
    const opening = await worker.completed(file.id, 'welcome', 'ask_who', {
      values: {
        born_on: '2010',
        came_on: '2020-01-01',
        voiced: 'yes',
      },
    });
    expect(opening.opened).toMatchObject([{ protocol: 'papers' }]);
    const presumed = { fr: 'Présumé·e mineur·e', en: 'Presumed minor' };
    const none = await worker.completed(file.id, 'papers', 'read_papers', {
      values: { papers: 'absent' },
    });
    expect(none.outcome).toMatchObject({ title: presumed, changed: false, why: [] });
    // Still presumed, and for one more reason: it says which, with the figures that there are.
    const exam = await worker.completed(file.id, 'papers', 'write_letter', {
      values: {},
      row: { id: 'x1', values: { asked: 'yes', reply: 'pending' } },
    });
    expect(exam.outcome).toMatchObject({
      changed: false,
      why: [{ fr: 'La lettre est attendue.' }],
    });
    const papers = await worker.completed(file.id, 'papers', 'read_papers', {
      values: { papers: 'valid' },
    });
    expect(papers.outcome).toMatchObject({
      protocol: { fr: 'Papiers' },
      title: { fr: 'Âge connu' },
      changed: true,
      why: [],
    });
  });

  it('writes the projections in the same transaction', async () => {
    await worker.completed(file.id, 'welcome', 'arrive', NOTHING_RECENT);
    const after = await worker.readCase(file.id);
    const [row] = await service.query(`SELECT seq::int, next_due_at FROM case_file WHERE id = $1`, [file.id]);
    expect(row).toEqual({ seq: after.state.seq, next_due_at: expect.any(Date) });
    const states = await service.query<{ step: string; state: string }>(
      `SELECT step, state FROM step_state WHERE case_file_id = $1`,
      [file.id],
    );
    const shown = after.state.runs.flatMap((run) => run.steps.map(({ id, state }) => ({ step: id, state })));
    expect(new Set(states)).toEqual(new Set(shown.filter(({ state }) => state !== 'not-applicable')));
    const [arrive] = await service.query(
      `SELECT met_at IS NOT NULL AS met, origin FROM deadline WHERE case_file_id = $1 AND step = 'arrive'`,
      [file.id],
    );
    expect(arrive).toEqual({ met: true, origin: 'TOOL' });
  });

  it('keeps coded facts for SQL; no text, identity, contact, place or health among them', async () => {
    await worker.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'yes' },
    });
    await worker.completed(file.id, 'welcome', 'find_contact', {
      values: { tongue: 'portugais', reach_is_safe: 'yes', password: 'parapluie' },
    });
    await worker.completed(file.id, 'welcome', 'ask_who', {
      values: { born_on: '2010', girl_or_boy: 'girl', alone: 'yes' },
    });
    await worker.completed(file.id, 'welcome', 'watch', {
      values: {
        frailties: { runaway: { answer: 'yes', note: 'trois fois cet hiver' } },
        signs: { debt: { answer: 'refused' } },
        taught: 'yes',
        remarks: 'Elle sursaute quand il appelle.',
      },
    });
    const rows = await service.query<{ fact: string; value: unknown }>(
      `SELECT fact, value FROM case_fact WHERE case_file_id = $1`,
      [file.id],
    );
    const facts = Object.fromEntries(rows.map(({ fact, value }) => [fact, value]));
    expect(facts).toMatchObject({
      peril_seen: 'no',
      alone: 'yes',
      frailties: { runaway: { answer: 'yes' } },
      signs: { debt: { answer: 'refused' } },
    });
    for (const secret of [
      'bitten',
      'born_on',
      'girl_or_boy',
      'tongue',
      'reach_is_safe',
      'password',
      'remarks',
    ])
      expect(facts).not.toHaveProperty(secret);
    expect(JSON.stringify(rows)).not.toMatch(/hiver|parapluie|sursaute/);
  });

  it('takes 10,000 characters with line breaks and both directions of writing, and gives them back unchanged', async () => {
    const note = `א\tقالت: "لا"\n${'é'.repeat(9_980)}`;
    await worker.completed(file.id, 'welcome', 'arrive', { ...NOTHING_RECENT, note });
    const { body } = await worker.http.get<Page<TimelineEntryDto>>(`/case-files/${file.id}/journal`);
    expect(body.items[0]?.note).toBe(note);
  });

  it.each([
    ['one character more', { note: 'é'.repeat(10_001) }, 'note'],
    ['a control character', { note: 'a\u0007b' }, 'note'],
    ['a control character in an answer', { values: { peril_seen: 'no', remarks: 'a\u0000b' } }, 'values'],
    ['a day that does not exist', { occurredAt: '2025-02-31' }, 'occurredAt'],
    ['a time that is none', { occurredAt: '2025-02-03T25:00' }, 'occurredAt'],
    ['an hour that the clocks skipped', { occurredAt: '2025-03-30T02:30' }, 'occurredAt'],
    ['a role that does not exist', { by: [{ role: 'XYZ' }] }, 'by.0.role'],
    ['a field that does not exist', { peril: 'none' }, 'peril'],
    ['values that are no object', { values: ['no'] }, 'values'],
    ['the child’s view twice', { childView: { said: 'a', whyNot: 'b' } }, 'childView'],
  ])('refuses %s with 400, naming the field', async (_what, sent, field) => {
    const { status, body } = await worker.complete<ProblemDto>(file.id, 'welcome', 'arrive', {
      ...NOTHING_RECENT,
      ...sent,
    } as never);
    expect([status, body.code, body.reasons?.map((it) => it.field)]).toEqual([400, 'invalid', [field]]);
  });

  it.each([
    ['the future', { occurredAt: '2999-01-01' }, 'in-future', 'occurredAt'],
    [
      'an answer that is not of the list',
      { values: { peril_seen: 'perhaps' } },
      'unknown-code',
      'values.peril_seen',
    ],
    [
      'a question that the step does not ask',
      { values: { bed_kind: 'tent' } },
      'unknown-field',
      'values.bed_kind',
    ],
    ['a missing answer', { values: { peril_seen: 'no' } }, 'missing-field', 'values.bitten'],
    [
      'an impossible day in an answer',
      { values: { bitten_on: '2025-02-30' } },
      'no-such-date',
      'values.bitten_on',
    ],
  ])('refuses %s with 422, naming the field', async (_what, sent, code, field) => {
    const values =
      'values' in sent ? { ...NOTHING_RECENT.values, bitten: 'yes', ...sent.values } : NOTHING_RECENT.values;
    if (code === 'missing-field') delete (values as Record<string, unknown>)['bitten'];
    const { status, body } = await worker.refused(file.id, 'welcome', 'arrive', {
      ...sent,
      values,
    } as never);
    expect(status).toBe(422);
    expect(body.reasons).toContainEqual(
      expect.objectContaining({ field, text: { fr: expect.any(String), en: expect.any(String) } }),
    );
    if (code !== 'no-such-date') expect(body.reasons?.map((it) => it.code)).toContain(code);
  });

  it('leaves nothing half-written when the engine refuses', async () => {
    const before = await everything(service, file.id);
    const { status } = await worker.refused(file.id, 'welcome', 'arrive', {
      values: { bed_kind: 'tent' },
    });
    expect(status).toBe(422);
    expect(await everything(service, file.id)).toEqual(before);
  });

  it('asks for If-Match (428) and Idempotency-Key (400)', async () => {
    const run = file.state.runs[0]?.runId ?? '';
    const path = `/case-files/${file.id}/runs/${run}/steps/arrive/complete`;
    const noMatch = await worker.http.post<ProblemDto>(path, NOTHING_RECENT, {
      'Idempotency-Key': randomUUID(),
    });
    expect([noMatch.status, noMatch.body.code]).toEqual([428, 'precondition-missing']);
    const noKey = await worker.http.post<ProblemDto>(path, NOTHING_RECENT, { 'If-Match': '"2"' });
    expect([noKey.status, noKey.body.code]).toEqual([400, 'key-missing']);
    const odd = await worker.http.post<ProblemDto>(path, NOTHING_RECENT, {
      'Idempotency-Key': randomUUID(),
      'If-Match': '*',
    });
    expect([odd.status, odd.body.reasons?.[0]?.field]).toEqual([400, 'If-Match']);
  });

  it('gives the first answer again to the same key, and does it once', async () => {
    const options = { key: randomUUID(), seq: file.state.seq };
    const first = await worker.complete(file.id, 'welcome', 'arrive', NOTHING_RECENT, options);
    const again = await worker.complete(file.id, 'welcome', 'arrive', NOTHING_RECENT, options);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await worker.readCase(file.id)).state.seq).toBe(first.body.seq);
    const other = await worker.complete<ProblemDto>(
      file.id,
      'welcome',
      'arrive',
      { ...NOTHING_RECENT, note: 'x' },
      options,
    );
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
  });

  it('lets a refused key be used again', async () => {
    const key = randomUUID();
    const refused = await worker.complete<ProblemDto>(file.id, 'welcome', 'arrive', { values: {} }, { key });
    expect(refused.status).toBe(422);
    expect((await worker.complete(file.id, 'welcome', 'arrive', NOTHING_RECENT, { key })).status).toBe(200);
  });

  describe('when somebody was faster', () => {
    it('is stale if they touched what this step reads or writes, and says what changed', async () => {
      const { seq } = file.state;
      await worker.completed(file.id, 'welcome', 'find_contact', {
        values: { reach_is_safe: 'no', tongue: 'arabe' },
      });
      const { status, body } = await worker.complete<ProblemDto>(
        file.id,
        'welcome',
        'explain',
        { values: { tongue: 'français', sheet: 'explained' } },
        { seq },
      );
      expect([status, body.code]).toEqual([412, 'stale']);
      expect(body.changes).toMatchObject([{ by: 'Camille', seq: seq + 1, values: { tongue: 'arabe' } }]);
    });

    it('is no conflict if they did something else', async () => {
      const { seq } = file.state;
      await worker.sendAct(file.id, 'notes', { note: 'Appel de l’école' });
      await worker.completed(file.id, 'welcome', 'ask_who', { values: { alone: 'no' } });
      const { status } = await worker.complete(file.id, 'welcome', 'arrive', NOTHING_RECENT, { seq });
      expect(status).toBe(200);
    });

    it('of two at the same moment one wins, and the other learns of it', async () => {
      const { seq } = file.state;
      const answers = await Promise.all(
        ['a', 'b'].map((note) =>
          worker.complete<ActDoneDto & ProblemDto>(
            file.id,
            'welcome',
            'arrive',
            { ...NOTHING_RECENT, note },
            { seq },
          ),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const loser = answers.find(({ status }) => status === 412);
      expect(loser?.body.changes).toHaveLength(1);
    });
  });

  it('refuses a tent to a child, with the reason and its source; what another imposed is recorded and flagged', async () => {
    const urgent = await worker.opened({ urgentDangerSeen: 'yes' });
    await worker.completed(urgent.id, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    const { status, body } = await worker.refused(urgent.id, 'refuge', 'lodge', {
      values: { bed_kind: 'tent' },
    });
    expect(status).toBe(422);
    expect(body.reasons).toMatchObject([
      { code: 'requires', basis: ['F31', 'G02'], text: { fr: expect.stringContaining('tente') } },
    ]);
    await worker.completed(urgent.id, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
    const { state } = await worker.readCase(urgent.id);
    expect(state.deviations).toContainEqual(
      expect.objectContaining({ kind: 'rights-incident', step: 'lodged_by_others' }),
    );
  });
});

/** Every row about a case, to compare. */
async function everything(service: TestService, id: string): Promise<unknown> {
  const rows: unknown[] = [];
  for (const table of ['journal_entry', 'step_state', 'deadline', 'case_fact', 'run', 'draft'])
    rows.push(await service.query(`SELECT * FROM ${table} WHERE case_file_id = $1 ORDER BY 1, 2, 3`, [id]));
  return [...rows, await service.query(`SELECT * FROM case_file WHERE id = $1`, [id])];
}
