import { randomUUID } from 'node:crypto';
import { SMALL_PROTOCOLS, TestService } from '../../testing/test-service';
import { DraftClient, workOff } from '../testing/draft-client';
import type { ProtocolDraftDto } from '../drafts/drafts.dto';
import type { ProofOfVersionDto } from '../versions/versions.dto';
import type { ProtocolSummaryDto } from '../protocol.dto';

const MARKED = (mark: string) => ({
  'version: 1.0.0': `version: 2.0.0 # ${mark}`,
  'within: 48 hours': 'within: 47 hours',
});

describe('exploring in the background', () => {
  let service: TestService;
  let pia: DraftClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SMALL_PROTOCOLS } });
    pia = new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client);
  });
  afterAll(() => service.stop());

  const standing = (id: string) =>
    service.query<{ state: string; attempts: number }>(
      `SELECT j.state, j.attempts FROM job j JOIN protocol_exploration e ON e.id = j.subject WHERE e.draft_id = $1 ORDER BY e.asked_at`,
      [id],
    );
  const asked = async (draft: ProtocolDraftDto): Promise<ProtocolDraftDto> =>
    (await pia.sendAct(draft, 'explorations')).body;

  it('waits, is done, and is asked for once for the same text', async () => {
    const draft = await pia.begun('shelter', '1.0.0', MARKED('proven: nobody-waits'));
    expect((await asked(draft)).exploration).toMatchObject({ state: 'waiting', progress: 0, report: null });
    await Promise.all([asked(draft), asked(draft)]);
    await workOff(service);
    expect((await asked(draft)).exploration).toMatchObject({
      state: 'done',
      progress: 1,
      revision: draft.revision,
      report: {
        findings: [{ id: 'nobody-waits', verdict: 'proven' }],
        subjects: [{ protocol: 'shelter', version: '2.0.0' }],
      },
    });
    expect(await standing(draft.id)).toEqual([{ state: 'done', attempts: 1 }]);
  });

  it('a save gives up what explores the earlier text, while it runs as well', async () => {
    const draft = await pia.begun('shelter', '1.0.0', MARKED('slow'));
    await asked(draft);
    const working = workOff(service);
    await until(async () => (await standing(draft.id))[0]?.state === 'running');
    await pia.saved(draft, { '# slow': '# proven: nobody-waits', 'within: 47 hours': 'within: 46 hours' });
    await working;
    expect((await standing(draft.id)).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await pia.readDraft(draft.id)).exploration).toBeNull();
  });

  it('a fault of the explorer keeps nothing; after three it has failed and can be asked for again', async () => {
    const draft = await pia.begun('shelter', '1.0.0', MARKED('crash'));
    await asked(draft);
    for (let attempt = 0; attempt < 3; attempt++) {
      await workOff(service);
      await service.query(`UPDATE job SET run_at = now()`);
    }
    expect((await pia.readDraft(draft.id)).exploration).toMatchObject({ state: 'failed', report: null });
    expect((await pia.readDraft(draft.id)).blockedBy.map(({ code }) => code)).toContain('exploration-failed');
    expect((await asked(draft)).exploration?.state).toBe('waiting');
    await service.query(`DELETE FROM job WHERE state = 'waiting'`);
  });

  it('knows neither keys nor databases', async () => {
    const [row] = await service.query<{ types: string[] }>(
      `SELECT array_agg(DISTINCT entry::json ->> 'actor') AS types FROM ledger_event WHERE entry::json ->> 'type' = 'protocol.explored'`,
    );
    expect(row?.types).toEqual(['system:explore']);
  });

  it('a version without a proof says so', async () => {
    const { body } = await pia.http.get<ProofOfVersionDto>('/protocols/shelter/versions/1.0.0/proof');
    expect(body).toEqual({ exploredAt: null, report: null });
    const list = await pia.http.get<ProtocolSummaryDto[]>('/protocols');
    expect(list.body.map(({ proof }) => proof)).toEqual([null]);
    expect((await pia.http.get(`/protocols/shelter/versions/9.9.9/proof`)).status).toBe(404);
    expect((await pia.http.get(`/protocols/${randomUUID()}/versions`)).status).toBe(404);
  });
});

/** Asks again until it is so; the test's own time limit ends it otherwise. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
