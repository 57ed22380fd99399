import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { DraftClient, publish, workOff } from '../../protocols/testing/draft-client';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient, stepOf } from '../testing/case-client';
import type { CaseFileDto, TimelineEntryDto } from '../page/case-file.dto';
import type { DryRunCasesDto, DryRunDto } from './dry-runs.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

const NEXT = readFileSync(join(MOVING_PROTOCOLS, 'next-meeting.yaml'), 'utf8');

describe('another version', () => {
  let service: TestService;
  let pia: DraftClient;
  let camille: CaseClient;
  let sacha: CaseClient;
  let sofia: CaseClient;
  let placed: CaseFileDto;
  let fresh: CaseFileDto;
  let elsewhere: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    const client = async (role: 'caseworker' | 'supervisor', team: string): Promise<CaseClient> =>
      new CaseClient((await service.signIn({ roles: [role], teams: [team] })).client);
    camille = await client('caseworker', 'North');
    sacha = await client('supervisor', 'North');
    sofia = await client('supervisor', 'South');
    placed = await camille.opened({ child: { calledName: 'Kalidora' } });
    await camille.completed(placed.id, 'meeting', 'assess', { values: { danger: 'grave' } });
    await camille.completed(placed.id, 'meeting', 'find_place', { values: { place: 'yes' } });
    await camille.completed(placed.id, 'meeting', 'talk', { values: { talked: 'yes' } });
    fresh = await camille.opened();
    elsewhere = await (await client('caseworker', 'South')).opened();
    // Three days ago, so that an hour has passed.
    await service.pastTriggers(
      `UPDATE journal_entry SET (occurred_from, occurred_to, recorded_at)
           = (occurred_from - interval '3 days', occurred_to - interval '3 days', recorded_at - interval '3 days')
          WHERE kind = 'run-opened'`,
    );
    pia = new DraftClient((await service.signIn({ roles: ['protocol-editor'], name: 'Pia' })).client);
    const second = new DraftClient(
      (await service.signIn({ roles: ['protocol-editor'], name: 'Paul' })).client,
    );
    await publish(service, { author: pia, second }, { 'protocol.yaml': NEXT });
  });
  afterAll(() => service.stop());

  const tried = async (to: object): Promise<DryRunDto> => {
    const { status, body } = await pia.http.post<DryRunDto>(
      '/protocol-dry-runs',
      { protocol: 'meeting', to },
      { 'Idempotency-Key': randomUUID() },
    );
    expect([status, body.state]).toEqual([202, 'waiting']);
    await workOff(service);
    return (await pia.http.get<DryRunDto>(`/protocol-dry-runs/${body.id}`)).body;
  };
  const casesFor = async (
    { http }: { http: CaseClient['http'] },
    { id }: DryRunDto,
  ): Promise<DryRunCasesDto> => (await http.get<DryRunCasesDto>(`/protocol-dry-runs/${id}/cases`)).body;

  describe('tried on open cases', () => {
    it('counts what every case would gain, lose and have to confirm, for who writes protocols', async () => {
      const { state, total, done, counts } = await tried({ version: '2.0.0' });
      expect({ state, total, done }).toEqual({ state: 'done', total: 3, done: 3 });
      expect(counts).toMatchObject({
        changed: 3,
        unchanged: 0,
        gains: [{ step: 'call', title: { fr: 'Appeler le juge' }, runs: 3 }],
        loses: [{ step: 'talk', title: { fr: 'Parler' }, runs: 3 }],
        // One, in truth: rounded up, at most to all that were tried.
        toConfirm: [{ step: 'find_place', runs: 3 }],
      });
    });

    it('goes beyond its limits only once: it waits for a person, who sees it', async () => {
      const sandbox = jest
        .spyOn(service.app.get(Sandbox), 'runTask')
        .mockRejectedValueOnce(new WorkStopped('memory', 'moves.try'));
      const { id, state } = await tried({ version: '2.0.0' });
      expect(state).toBe('stopped');
      expect(await workOff(service)).toBe(0);
      sandbox.mockRestore();
      expect((await pia.http.get<DryRunDto>(`/protocol-dry-runs/${id}`)).body.state).toBe('stopped');
      expect((await tried({ version: '2.0.0' })).state).toBe('done');
    });

    it('shows each reader the cases that are theirs, editors none, and records which', async () => {
      const run = await tried({ version: '2.0.0' });
      const north = await casesFor(sacha, run);
      expect(north.items.map(({ caseFileId }) => caseFileId).sort()).toEqual([placed.id, fresh.id].sort());
      expect(north.items.find(({ caseFileId }) => caseFileId === placed.id)?.trial).toMatchObject({
        from: '1.0.0',
        to: '2.0.0',
        gains: [{ step: 'call' }],
        leftBehind: [{ fact: 'talked', title: { fr: 'Entretien mené' } }],
        outcome: { before: 'PLACED', after: 'RUNNING' },
      });
      expect((await casesFor(sofia, run)).items.map(({ caseFileId }) => caseFileId)).toEqual([elsewhere.id]);
      expect((await casesFor(pia, run)).items).toEqual([]);
      expect((await camille.http.get(`/protocol-dry-runs/${run.id}/cases`)).status).toBe(403);
      const shown = await service.query<{ n: string }>(
        `SELECT count(*) AS n FROM ledger_shown s JOIN ledger_event e ON e.seq = s.event_seq
          WHERE e.entry::json ->> 'type' = 'protocol-dry-run.cases' AND s.case_file_id = $1`,
        [elsewhere.id],
      );
      expect(Number(shown[0]?.n)).toBe(1);
    });

    it('is downloaded as a table of the reader’s cases alone', async () => {
      const run = await tried({ version: '2.0.0' });
      const csv = await sacha.http.get<string>(`/protocol-dry-runs/${run.id}/download`);
      expect([csv.status, csv.headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(csv.body).toContain(placed.reference);
      expect(csv.body).toContain('Appeler le juge');
      expect(csv.body).not.toContain(elsewhere.reference);
      const json = await sofia.http.get<{ items: unknown[] }>(
        `/protocol-dry-runs/${run.id}/download?format=json`,
      );
      expect(json.body.items).toHaveLength(1);
      expect((await pia.http.get<string>(`/protocol-dry-runs/${run.id}/download`)).body).not.toContain(
        'REP-',
      );
    });

    it('keeps codes and no word of a child', async () => {
      await tried({ version: '2.0.0' });
      const [row] = await service.query<{ kept: string }>(
        `SELECT string_agg(trial::text, '') AS kept FROM dry_run_trial`,
      );
      expect(row?.kept).toContain('talk');
      expect(row?.kept).not.toContain('Kalidora');
    });

    it('tries a draft of the same number as well, and refuses one with errors', async () => {
      const draft = await pia.begun('meeting', '1.0.0', {
        'within: 3 months, from: run': 'within: 1 hour, from: run',
      });
      const { counts } = await tried({ draftId: draft.id });
      expect(counts.passed).toMatchObject([{ step: 'assess', origin: 'TOOL', runs: expect.any(Number) }]);
      const broken = await pia.saved(draft, { 'fields: [danger]': 'fields: [dangr]' });
      const { status, body } = await pia.http.post<ProblemDto>(
        '/protocol-dry-runs',
        { protocol: 'meeting', to: { draftId: broken.id } },
        { 'Idempotency-Key': randomUUID() },
      );
      expect([status, body.reasons?.[0]?.code]).toEqual([422, 'has-errors']);
    });

    it('called off, it stops; what nobody asked for is not found', async () => {
      const { body } = await pia.http.post<DryRunDto>(
        '/protocol-dry-runs',
        { protocol: 'meeting', to: { version: '2.0.0' } },
        { 'Idempotency-Key': randomUUID() },
      );
      const cancelled = await pia.http.post<DryRunDto>(
        `/protocol-dry-runs/${body.id}/cancel`,
        {},
        { 'Idempotency-Key': randomUUID() },
      );
      expect(cancelled.body.state).toBe('cancelled');
      await workOff(service);
      expect((await pia.http.get<DryRunDto>(`/protocol-dry-runs/${body.id}`)).body).toMatchObject({
        state: 'cancelled',
        done: 0,
      });
      expect((await pia.http.get(`/protocol-dry-runs/${randomUUID()}`)).status).toBe(404);
    });
  });

  describe('moved to', () => {
    const runOf = (file: CaseFileDto): string => file.state.runs[0]?.runId ?? '';
    const move = <T = unknown>(
      who: CaseClient,
      file: CaseFileDto,
      body: object,
      options: { seq?: number; key?: string } = {},
    ) =>
      who.sendAct<T>(
        file.id,
        `runs/${runOf(file)}/move`,
        { version: '2.0.0', reason: 'Nouvelle version', ...body },
        options,
      );

    it('is a supervisor’s act, with a reason, on the case as it was read', async () => {
      const { state } = await camille.readCase(fresh.id);
      expect((await move(camille, fresh, {}, { seq: state.seq })).status).toBe(403);
      expect((await move(sofia, fresh, {}, { seq: state.seq })).status).toBe(404);
      expect((await move(sacha, fresh, { reason: '' }, { seq: state.seq })).status).toBe(400);
      expect((await move(sacha, fresh, {})).status).toBe(428);
      const unknown = await move<ProblemDto>(sacha, fresh, { version: '7.0.0' }, { seq: state.seq });
      expect([unknown.status, unknown.body.reasons?.[0]?.code]).toEqual([422, 'not-in-force']);
      const same = await move<ProblemDto>(sacha, fresh, { version: '1.0.0' }, { seq: state.seq });
      expect([same.status, same.body.reasons?.[0]?.code]).toEqual([422, 'same-version']);
    });

    it('leaves nothing of the old version behind, and says so in the journal', async () => {
      const { state } = await sacha.readCase(placed.id);
      const key = randomUUID();
      const first = await move(sacha, placed, {}, { seq: state.seq, key });
      expect(first.status).toBe(200);
      expect((await move(sacha, placed, {}, { seq: state.seq, key })).body).toEqual(first.body);
      const after = await sacha.readCase(placed.id);
      expect(after.state.runs[0]).toMatchObject({ version: '2.0.0', outcome: { id: 'RUNNING' } });
      expect(stepOf(after, 'meeting', 'find_place').state).toBe('to-confirm');
      expect(stepOf(after, 'meeting', 'call').state).toBe('ready');
      const [left] = await service.query<Record<string, unknown>>(
        `SELECT (SELECT array_agg(step ORDER BY step) FROM step_state WHERE run_id = $1) AS steps,
                (SELECT array_agg(step || ' ' || origin ORDER BY step) FROM deadline WHERE run_id = $1) AS deadlines,
                (SELECT array_agg(fact ORDER BY fact) FROM case_fact WHERE case_file_id = $2) AS facts,
                (SELECT version FROM run WHERE id = $1) AS version`,
        [runOf(placed), placed.id],
      );
      expect(left).toEqual({
        steps: ['assess', 'call', 'find_place', 'night'],
        deadlines: expect.arrayContaining(['assess REPORT']),
        facts: ['danger', 'place', 'urgent_danger_seen'],
        version: '2.0.0',
      });
      const journal = (await sacha.http.get<Page<TimelineEntryDto>>(`/case-files/${placed.id}/journal`)).body
        .items;
      expect(journal[0]).toMatchObject({ kind: 'run-moved', note: 'Nouvelle version' });
      // What was said under the old version still reads in its words.
      expect(journal.find((it) => it.step === 'talk')?.title.fr).toBe('Parler');
    });

    it('drops what was being typed in a step that is gone', async () => {
      const file = await camille.opened();
      // Opened now, so under the newest: back to the first, a draft in the step that only it has, and forward again.
      expect((await move(sacha, file, { version: '1.0.0' }, { seq: file.state.seq })).status).toBe(200);
      const path = `runs/${runOf(file)}/steps/talk/draft`;
      const typed = { content: { values: { talked: 'yes' } }, protocolVersion: '1.0.0' };
      const saved = await camille.http.put(`/case-files/${file.id}/${path}`, typed, { 'If-Match': '"0"' });
      expect(saved.status).toBe(200);
      const { state } = await sacha.readCase(file.id);
      expect((await move(sacha, file, {}, { seq: state.seq })).status).toBe(200);
      expect(await service.query(`SELECT 1 FROM draft WHERE run_id = $1`, [runOf(file)])).toEqual([]);
    });

    it('is stale when somebody acted on that run meanwhile', async () => {
      const { state } = await sacha.readCase(fresh.id);
      await camille.completed(fresh.id, 'meeting', 'talk', { values: { talked: 'no' } });
      expect((await move(sacha, fresh, {}, { seq: state.seq })).status).toBe(412);
    });

    it('a case that is not moved goes on under its version', async () => {
      expect((await sofia.readCase(elsewhere.id)).state.runs[0]?.version).toBe('1.0.0');
      expect((await camille.opened()).state.runs[0]?.version).toBe('2.0.0');
    });

    it('a dry run says which cases were moved since', async () => {
      const run = await tried({ version: '2.0.0' });
      const file = (await casesFor(sacha, run)).items.find(({ caseFileId }) => caseFileId === fresh.id);
      expect(file?.movedAt).toBeNull();
      const { state } = await sacha.readCase(fresh.id);
      await move(sacha, fresh, {}, { seq: state.seq });
      const again = (await casesFor(sacha, run)).items.find(({ caseFileId }) => caseFileId === fresh.id);
      expect(again?.movedAt).not.toBeNull();
    });
  });

  it('is said on the page of a case that is at work by an older one, and on no other', async () => {
    const [run] = elsewhere.state.runs;
    const { newerVersions } = await sofia.readCase(elsewhere.id);
    expect(newerVersions).toEqual({ [run?.runId ?? '']: '2.0.0' });
    const latest = await camille.opened();
    expect(latest.newerVersions).toEqual({});
  });
});
