import { signInAuditor } from '../../testing/cases/test-mission';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { DraftSavedDto } from './draft.dto';
import type { StepPageDto } from '../steps/steps.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

describe('a draft', () => {
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

  const path = (): string => `/case-files/${file.id}/runs/${file.state.runs[0]?.runId ?? ''}/steps/arrive`;
  const save = <T = DraftSavedDto>(content: unknown, revision: number, http = worker.http) =>
    http.put<T>(
      `${path()}/draft`,
      { content, protocolVersion: '1.0.0' },
      { 'If-Match': `"${String(revision)}"` },
    );
  const page = async (http = worker.http): Promise<StepPageDto> => (await http.get<StepPageDto>(path())).body;

  it('keeps whatever was typed, right or wrong, and gives it back with its age', async () => {
    const content = {
      values: { bitten: 'yes', bitten_on: '31/02' },
      note: 'Elle dit que',
      by: null,
      odd: [1, { a: 'b' }],
    };
    const { status, body } = await save(content, 0);
    expect([status, body.revision]).toEqual([200, 1]);
    expect((await page()).draft).toEqual({
      content,
      protocolVersion: '1.0.0',
      savedAt: body.savedAt,
      revision: 1,
    });
    const run = file.state.runs[0]?.runId ?? '';
    expect((await worker.readCase(file.id)).drafts).toEqual({ [`${run}/arrive`]: body.savedAt });
  });

  it('says which fields matter as one types', async () => {
    const relevant = async (bitten: string, revision: number) =>
      (await save({ values: { bitten } }, revision)).body.relevant['bitten_on'];
    expect([await relevant('yes', 0), await relevant('no', 1)]).toEqual([true, false]);
  });

  it('takes a row that is no row for none', async () => {
    for (const [revision, row] of [null, 'x', { id: 1, values: {} }, { id: 'r', values: 7 }].entries())
      expect((await save({ values: {}, row }, revision)).status).toBe(200);
  });

  it('never overwrites another device’s: the second reads on the page what the first wrote', async () => {
    await save({ note: 'au bureau' }, 0);
    await save({ note: 'au bureau, suite' }, 1);
    for (const seen of [0, 1, 7, 2_147_483_648]) {
      const { status, body } = await save<ProblemDto>({ note: 'au téléphone' }, seen);
      expect([status, body.code]).toEqual([412, 'stale']);
      expect(body.changes).toMatchObject([{ seq: 2, values: {} }]);
    }
    expect((await page()).draft?.content).toEqual({ note: 'au bureau, suite' });
  });

  it('takes 64 kB and no more', async () => {
    expect((await save({ note: 'é'.repeat(32_000) }, 0)).status).toBe(200);
    const { status, body } = await save<ProblemDto>({ note: 'é'.repeat(33_000) }, 1);
    expect([status, body.code]).toEqual([413, 'too-large']);
    expect((await page()).draft?.revision).toBe(1);
  });

  it('is one’s own: a colleague doesn’t see it, and has another', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    await save({ note: 'à moi' }, 0);
    expect((await page(client)).draft).toBeNull();
    expect((await save({ note: 'à l’autre' }, 0, client)).status).toBe(200);
    expect((await page()).draft?.content).toEqual({ note: 'à moi' });
  });

  it('is nobody’s who may not write, or not read', async () => {
    const auditor = await signInAuditor(service, file.id);
    expect((await save({}, 0, auditor.client)).status).toBe(403);
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await save({}, 0, stranger.client)).status).toBe(404);
  });

  it('is never part of the record, and sealed where it lies', async () => {
    await save({ note: 'mot qui ne se retrouve pas' }, 0);
    const [row] = await service.query<{ content: Buffer }>(
      `SELECT content FROM draft WHERE case_file_id = $1`,
      [file.id],
    );
    expect(row?.content.toString('latin1')).not.toContain('retrouve');
    expect((await worker.readCase(file.id)).state.seq).toBe(file.state.seq);
  });

  it('leaves one trace in a quarter of an hour while it saves itself, and one when it is refused', async () => {
    const events = async (): Promise<readonly string[]> => {
      const rows = await service.query<{ event: string }>(
        `SELECT (entry::json ->> 'type') || ' ' || (entry::json ->> 'outcome') AS event FROM ledger_event ORDER BY seq`,
      );
      return rows.map((row) => row.event).filter((event) => event.startsWith('draft.'));
    };
    const before = await events();
    await save({ note: 'a' }, 0);
    const [done, refused] = ['draft.save done', 'draft.save refused'];
    expect(await events()).toEqual([...before, done]);
    await save({ note: 'ab' }, 1);
    expect(await events()).toEqual([...before, done]);
    await save({ note: 'b' }, 0);
    expect(await events()).toEqual([...before, done, refused]);
    await service.query(`UPDATE draft SET recorded_at = now() - interval '16 minutes'`);
    await save({ note: 'abc' }, 2);
    await save({ note: 'abcd' }, 3);
    expect(await events()).toEqual([...before, done, refused, done]);
  });

  it('goes when the step is done, and when it is thrown away', async () => {
    await save({ note: 'x' }, 0);
    await worker.completed(file.id, 'welcome', 'arrive', {
      values: { peril_seen: 'no', bitten: 'no' },
    });
    expect((await page()).draft).toBeNull();
    await save({ note: 'y' }, 0);
    expect((await worker.http.delete(`${path()}/draft`)).status).toBe(204);
    expect((await page()).draft).toBeNull();
  });

  it('asks for If-Match', async () => {
    const { status } = await worker.http.put(`${path()}/draft`, { content: {}, protocolVersion: '1.0.0' });
    expect(status).toBe(428);
  });
});
