import { randomUUID } from 'node:crypto';
import { TestService } from '../../testing/test-service';
import { CaseClient, inventedName, stepOf } from '../testing/case-client';
import type { DuplicateTaskDto } from '../duplicates/duplicate-tasks.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { CaseFileDto } from '../page/case-file.dto';
import type { WorklistDto } from '../worklist/worklist.dto';
import type { Page } from '../../platform/answers/page';

/** What this account is asked about look-alikes of a case. */
const asked = async ({ http }: CaseClient, id: string): Promise<readonly DuplicateTaskDto[]> =>
  (await http.get<Page<DuplicateTaskDto>>('/duplicate-tasks')).body.items.filter(
    ({ caseFileId }) => caseFileId === id,
  );

describe('opening a case', () => {
  let service: TestService;
  let worker: CaseClient;
  let colleague: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    const camille = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    worker = new CaseClient(camille.client);
    const rene = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'René' });
    colleague = new CaseClient(rene.client);
  });
  afterAll(() => service.stop());

  it('opens with a name and an answer on danger; identification starts, and who opened it leads', async () => {
    const { status, body, headers } = await worker.openCase({ child: { calledName: 'Comète' } });
    expect(status).toBe(201);
    expect(body.reference).toMatch(/^RP-/);
    expect(body.child).toMatchObject({ calledName: 'Comète' });
    expect(body.lead?.name).toBe('Camille');
    expect(body.state.runs.map(({ protocol }) => protocol)).toEqual(['welcome']);
    expect(headers.get('ETag')).toBe(`"${String(body.state.seq)}"`);
    expect(body.next?.step).toBe('arrive');
    expect((await worker.readCase(body.id)).state.facts).toEqual(body.state.facts);
  });

  it('starts protection at once when danger is seen; its health clock comes first', async () => {
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    expect(file.state.runs.map(({ protocol }) => protocol)).toEqual(['welcome', 'refuge']);
    expect(file.next?.step).toBe('heal_first');
    expect(stepOf(file, 'refuge', 'heal_first').state).toBe('ready');
  });

  it.each(['unknown', 'not-asked'] as const)(
    'takes "%s" for an answer on danger',
    async (urgentDangerSeen) => {
      const file = await worker.opened({ urgentDangerSeen });
      expect(file.state.facts).toContainEqual(
        expect.objectContaining({ fact: 'peril_seen', value: { answer: urgentDangerSeen } }),
      );
    },
  );

  it('keeps what was told as facts, so that no step asks it again', async () => {
    const file = await worker.opened({
      child: { birth: '2009-05', gender: 'girl' },
      firstContactAt: '2025-03-12T23:30:00Z',
    });
    const facts = Object.fromEntries(file.state.facts.map(({ fact, value }) => [fact, value]));
    // 23:30 UTC is the next day in Paris.
    expect(facts).toMatchObject({ born_on: '2009-05', girl_or_boy: 'girl', came_on: '2025-03-13' });
  });

  it('takes names in every script', async () => {
    for (const calledName of ['محمد نور', 'שרה', '小雨', 'Zoë-Łucja O’Neil', '👧🏽 Luz']) {
      const file = await worker.opened({ child: { calledName } });
      expect(file.child).toMatchObject({ calledName });
    }
  });

  it.each([
    ['a control character', { child: { calledName: 'Ni\u0000l' } }, 'child.calledName'],
    ['a hidden change of direction', { child: { calledName: 'Ni\u202el' } }, 'child.calledName'],
    ['no name', { child: { calledName: '' } }, 'child.calledName'],
    ['a birth that is no date', { child: { birth: '2009-02-30' } }, 'child.birth'],
    ['an answer on danger that is none', { urgentDangerSeen: 'maybe' as 'no' }, 'urgentDangerSeen'],
    ['an id that is none', { id: 'case-1' }, 'id'],
  ])('refuses %s, naming the field', async (_what, sent, field) => {
    const { status, body } = await worker.openCase<ProblemDto>(sent);
    expect(status).toBe(400);
    expect(body.reasons?.map((it) => it.field)).toEqual([field]);
  });

  it('refuses a first contact to come', async () => {
    const { status, body } = await worker.openCase<ProblemDto>({ firstContactAt: '2999-01-01' });
    expect([status, body.reasons?.[0]?.code, body.reasons?.[0]?.field]).toEqual([
      422,
      'in-future',
      'firstContactAt',
    ]);
  });

  describe('a possible duplicate', () => {
    const calledName = inventedName();
    let first: CaseFileDto;
    beforeAll(async () => {
      first = await worker.opened({ child: { calledName, birth: '2010', phones: ['06 12 34 56 78'] } });
    });

    it('shows while one types, with why', async () => {
      const { status, body } = await worker.http.post('/case-files/duplicates', {
        child: { calledName: 'Quelqu’un', phones: ['+33 6 12 34 56 78'], birth: '2010-07' },
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        items: [
          {
            caseFileId: first.id,
            reference: first.reference,
            calledName,
            lead: 'Camille',
            why: [{ code: 'same-phone' }, { code: 'birth-overlaps' }],
          },
        ],
      });
    });

    it('must be answered, each with its reason', async () => {
      const unanswered = await worker.openCase<ProblemDto>({ child: { calledName } });
      expect(unanswered.status).toBe(422);
      expect(unanswered.body.reasons).toMatchObject([
        { code: 'possible-duplicate', field: `notDuplicates.${first.id}` },
      ]);
      const answered = await worker.openCase({
        child: { calledName },
        notDuplicates: [{ caseFileId: first.id, why: 'Un cousin du même nom' }],
      });
      expect(answered.status).toBe(201);
      const { body } = await worker.http.get<{ items: { note?: string }[] }>(
        `/case-files/${answered.body.id}/journal`,
      );
      expect(body.items.map(({ note }) => note)).toContain(`${first.reference} : Un cousin du même nom`);
    });

    it.each(['yes', 'unknown', 'not-asked'] as const)(
      'does not stop the case of a child whose danger is "%s": the worker is asked within the day, and answers',
      async (urgentDangerSeen) => {
        const opened = await worker.opened({ child: { calledName }, urgentDangerSeen });
        const list = (await worker.http.get<WorklistDto>('/worklist')).body;
        const task = list.items.find(({ kind, caseFileId }) => kind === 'task' && caseFileId === opened.id);
        expect(task).toMatchObject({ origin: 'TOOL', lateFrom: task?.dueAt });
        // The last moment of today in Paris, wherever the test runs.
        const hours = (Date.parse(task?.dueAt ?? '') - Date.parse(list.now)) / 3_600_000;
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(25);

        const own = await asked(worker, opened.id);
        expect(own.map(({ otherReference }) => otherReference)).toContain(first.reference);
        expect(own.every(({ otherCaseFileId }) => otherCaseFileId !== null)).toBe(true);
        // A colleague of the same team who was not asked is not.
        expect(await asked(colleague, opened.id)).toEqual([]);
        const answer = { outcome: 'other-child', note: 'Un cousin du même nom' };
        for (const { id } of own) {
          expect((await colleague.http.post(`/duplicate-tasks/${id}/close`, answer)).status).toBe(404);
          expect((await worker.http.post(`/duplicate-tasks/${id}/close`, answer)).status).toBe(204);
        }
        expect(await asked(worker, opened.id)).toEqual([]);
      },
    );

    it('is not made of two children whose name nobody knows', async () => {
      await worker.opened({ child: { calledName: 'Inconnu·e' } });
      const second = await worker.openCase({ child: { calledName: 'Inconnu·e' } });
      expect(second.status).toBe(201);
    });
  });

  it('gives the first answer again to the same key, and refuses another body under it', async () => {
    const key = randomUUID();
    const sent = { id: randomUUID(), child: { calledName: inventedName() } };
    const first = await worker.openCase(sent, key);
    const again = await worker.openCase(sent, key);
    // Read again, at its own moment.
    const { state } = again.body;
    expect([again.status, { ...again.body, state: { ...state, now: first.body.state.now } }]).toEqual([
      201,
      first.body,
    ]);
    expect(state.now).toBeGreaterThanOrEqual(first.body.state.now);
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'));
    const other = await worker.openCase<ProblemDto>({ ...sent, urgentDangerSeen: 'yes' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'key-reused']);
    const missing = await worker.http.post<ProblemDto>('/case-files', {
      ...sent,
      urgentDangerSeen: 'no',
      notDuplicates: [],
    });
    expect([missing.status, missing.body.code]).toEqual([400, 'key-missing']);
  });

  it('keeps of its answer that it was given, and gives the case as it is when it is asked again', async () => {
    const key = randomUUID();
    const sent = { id: randomUUID(), child: { calledName: inventedName() } };
    const first = await worker.openCase(sent, key);
    const kept = await service.query<{ bytes: number }>(
      `SELECT octet_length(answer) AS bytes FROM idempotency_key WHERE key = $1`,
      [key],
    );
    expect(kept[0]?.bytes).toBeLessThan(400);
    expect((await worker.sendAct(sent.id, 'notes', { note: 'Elle a mangé.' })).status).toBe(200);
    const again = await worker.openCase(sent, key);
    expect([again.status, again.body.id, again.body.state.seq]).toEqual([
      ...[201, sent.id, first.body.state.seq + 1],
    ]);
    expect(again.headers.get('ETag')).toBe(`"${String(again.body.state.seq)}"`);
  });

  it('refuses an id that is taken, and writes nothing of the second child', async () => {
    const { id } = await worker.opened();
    const calledName = inventedName();
    const { status, body } = await worker.openCase<ProblemDto>({ id, child: { calledName } });
    expect([status, body.code]).toEqual([409, 'conflict']);
    const found = await worker.http.post('/case-files/search', { text: calledName });
    expect(found.body).toMatchObject({ items: [] });
  });

  it('leaves one event per entry in the record', async () => {
    const { id, state } = await worker.opened({ urgentDangerSeen: 'yes' });
    const rows = await service.query<{ type: string; same: boolean }>(
      `SELECT e.entry::json ->> 'type' AS type, e.entry::json ->> 'commitment' = encode(j.commitment, 'hex') AS same
         FROM journal_entry j JOIN ledger_event e ON e.seq = j.ledger_seq WHERE j.case_file_id = $1 ORDER BY j.seq`,
      [id],
    );
    expect(rows).toHaveLength(state.seq);
    expect(rows.every(({ same }) => same)).toBe(true);
    expect(rows.map(({ type }) => type)).toEqual([
      'journal.facts-recorded',
      'journal.run-opened',
      'journal.run-opened',
    ]);
  });

  it('sees the same child opened at the same moment by somebody else', async () => {
    const child = { calledName: inventedName() };
    const colleague = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client,
    );
    const answers = await Promise.all(
      [worker, colleague, worker, colleague].map((client) => client.openCase<ProblemDto>({ child })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body.reasons?.[0]?.code).toBe('possible-duplicate');
  });
});
