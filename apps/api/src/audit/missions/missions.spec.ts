import { createHash } from 'node:crypto';
import { drawSample, frameHash } from '@repere/audit';
import { CaseClient } from '../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { MissionClient } from './testing/mission-client';
import type { CaseFileDto, CaseFileSummaryDto } from '../../cases/page/case-file.dto';
import type { MissionPlanDto } from './planning/mission-plan.dto';
import type { MissionDto } from './mission.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const WIDE = { from: '2020-01-01', to: '2099-12-31', protocols: [] } as const;

describe('an audit mission', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let auditor: SignedInClient;
  let lead: MissionClient;
  let audit: MissionClient;
  let north: string;
  const cases: CaseFileDto[] = [];
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    auditor = await service.signIn({ roles: ['auditor'], name: 'Inès' });
    [lead, audit] = [new MissionClient(supervisor.client), new MissionClient(auditor.client)];
    for (let at = 0; at < 5; at++) cases.push(await new CaseClient(worker.client).opened());
    north = cases[0]?.team.id ?? '';
  });
  afterAll(() => service.stop());

  const planned = (plan: Partial<MissionPlanDto> = {}): MissionPlanDto => ({
    ...WIDE,
    title: 'Délais du printemps',
    question: 'Les délais légaux sont-ils tenus ?',
    teamIds: [north],
    auditorIds: [auditor.id],
    method: 'random',
    size: 2,
    checklist: ['La consigne est suivie', 'L’enfant a été entendu'],
    ...plan,
  });
  const opened = async (plan: Partial<MissionPlanDto> = {}, seed?: string): Promise<MissionDto> => {
    const { body: draft } = await lead.planMission(planned(plan));
    const { status, body } = await lead.openMission(draft.id, draft.revision, seed);
    expect([status, body.state]).toEqual([200, 'open']);
    return body;
  };
  const drawnOf = ({ cases: sample }: MissionDto): readonly string[] => sample.map(({ alias }) => alias);

  it('draws a sample that anyone draws again from what it publishes', async () => {
    const { sampling, cases: sample, ...mission } = await opened();
    const { seed, frame = [], frameHash: hash } = sampling ?? {};
    expect(frame).toHaveLength(cases.length);
    expect(hash).toBe(frameHash(frame, sha256));
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    const again = drawSample(frame, { seed: seed ?? '', size: mission.plan.size ?? 0, sha256 });
    expect(drawnOf({ ...mission, sampling, cases: sample } as MissionDto)).toEqual(again.map(({ id }) => id));
  });

  it('takes a seed that was drawn in public, and then draws the same', async () => {
    const [one, two] = [await opened({}, 'loto-8-12-31-40'), await opened({}, 'loto-8-12-31-40')];
    expect(one.sampling).toMatchObject({ seed: 'loto-8-12-31-40', seedGiven: true });
    expect(drawnOf(one)).toEqual(drawnOf(two));
  });

  it('says how many cases a scope takes in, and takes in none before or after', async () => {
    const size = async (scope: object): Promise<unknown> =>
      (
        await supervisor.client.post<{ size: number }>('/missions/frame', {
          ...WIDE,
          teamIds: [north],
          ...scope,
        })
      ).body.size;
    expect(await size({})).toBe(cases.length);
    expect(await size({ to: '2020-02-01' })).toBe(0);
    expect(await size({ from: '2098-01-01' })).toBe(0);
    expect(await size({ protocols: ['welcome'] })).toBe(cases.length);
    expect(await size({ protocols: ['search'] })).toBe(0);
    const { body } = await lead.planMission(planned({ to: '2020-02-01' }));
    const { status, body: refusal } = await lead.openMission<ProblemDto>(body.id, body.revision);
    expect([status, refusal.reasons?.[0]?.code]).toEqual([422, 'empty-frame']);
  });

  it('by risk, takes those first where something stands out, and says what', async () => {
    const file = await new CaseClient(worker.client).opened({ urgentDangerSeen: 'yes' });
    cases.push(file);
    await service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE deadline SET origin = 'LEGAL', owner = 'ours', late_from = now() - interval '1 day', met_at = NULL
          WHERE case_file_id = $1`,
        [file.id],
      ),
    );
    const { cases: sample } = await opened({ method: 'risk', size: 3 });
    expect(sample.every(({ score }) => (score ?? 0) > 0)).toBe(true);
    expect(sample[0]).toMatchObject({ caseFileId: file.id, place: 1 });
    expect(sample[0]?.reasons).toContainEqual(expect.objectContaining({ kind: 'lateLegal' }));
    expect(sample[0]?.score).toBe(sample[0]?.reasons.reduce((sum, { points }) => sum + points, 0));
  });

  it('takes all when all are asked for', async () => {
    const { cases: sample } = await opened({ method: 'all', size: undefined });
    expect(sample).toHaveLength(cases.length);
  });

  it('shows its auditor the cases that were drawn while it is open, and the record says by which mission', async () => {
    const inspector = await service.signIn({ roles: ['auditor'] });
    const mission = await opened({ size: 1, auditorIds: [inspector.id] });
    const file = mission.cases[0]?.caseFileId ?? '';
    const others = cases.filter(({ id }) => id !== file);
    const reads = async (id: string): Promise<number> =>
      (await inspector.client.get(`/case-files/${id}`)).status;
    const lists = async (): Promise<readonly string[]> =>
      (
        await inspector.client.post<Page<CaseFileSummaryDto>>('/case-files/search', { scope: 'team' })
      ).body.items.map(({ id }) => id);
    expect(await lists()).toEqual([file]);
    expect(await reads(file)).toBe(200);
    const last = await service.query<{ entry: string }>(
      `SELECT entry FROM ledger_event WHERE entry::json ->> 'type' IN ('case-file.read', 'case-file.search') ORDER BY seq DESC LIMIT 2`,
    );
    for (const { entry } of last) expect(JSON.parse(entry)).toMatchObject({ purpose: 'audit' });
    for (const { id } of others) expect(await reads(id)).toBe(404);
    expect((await lead.closeMission(mission.id, mission.revision)).status).toBe(200);
    expect(await reads(file)).toBe(404);
    expect(await lists()).toEqual([]);
    expect((await inspector.client.get(`/missions/${mission.id}`)).status).toBe(404);
    const { body } = await inspector.client.get<{ items: MissionDto[] }>('/missions');
    expect(body.items).toMatchObject([{ state: 'closed', isOpenToMe: false, progress: null }]);
  });

  it('keeps the answers to its checklist, each change in the record, none overwritten unseen', async () => {
    const mission = await opened({ size: 1 });
    const file = mission.cases[0]?.caseFileId ?? '';
    const answers = [
      { question: 0, answer: 'unknown', note: 'Rien n’est écrit.' },
      { question: 1, answer: 'not-applicable', note: '' },
    ] as const;
    const half = await audit.examine<ProblemDto>(
      mission.id,
      file,
      { answers: [...answers.slice(0, 1), { question: 1, note: 'À voir' }], done: true },
      0,
    );
    expect([half.status, half.body.reasons?.[0]?.code]).toEqual([422, 'questions-open']);
    const { status, body } = await audit.examine<{ revision: number }>(
      mission.id,
      file,
      { answers, done: true },
      0,
    );
    expect([status, body.revision]).toEqual([200, 1]);
    expect((await audit.examine(mission.id, file, { answers: [], done: false }, 0)).status).toBe(412);
    expect((await audit.readMission(mission.id)).cases[0]).toMatchObject({
      examination: { answers, done: true },
      examinedBy: { name: 'Inès' },
    });
    expect((await lead.readMission(mission.id)).progress).toMatchObject({ cases: 1, examined: 1 });
    const stored = await service.query<{ answers: Buffer }>(
      `SELECT answers FROM mission_case WHERE answers IS NOT NULL`,
    );
    for (const row of stored) expect(row.answers.toString('latin1')).not.toContain('Rien');
  });

  it('has findings that their owner answers and a third person closes', async () => {
    const mission = await opened({ size: 1 });
    const file = mission.cases[0]?.caseFileId ?? '';
    const input = {
      caseFileId: file,
      severity: 'serious',
      expected: 'Le procureur est saisi le jour même.',
      happened: 'Il l’a été après quatre jours.',
      days: 4,
      evidence: 'Étape P4.4',
      ownerId: worker.id,
      dueOn: '2099-01-01',
    } as const;
    const { status, body: finding } = await audit.raise(mission.id, input);
    expect([status, finding.reference]).toEqual([201, `${mission.reference}/1`]);
    expect(finding.may).toEqual({ answer: false, close: false });
    const owner = new MissionClient(worker.client);
    const { body: mine } = await worker.client.get<{ items: (typeof finding)[] }>('/findings');
    expect(mine.items).toMatchObject([{ id: finding.id, expected: input.expected, may: { answer: true } }]);
    expect((await worker.client.get(`/missions/${mission.id}`)).status).toBe(404);
    const early = await lead.closeFinding<ProblemDto>(finding.id, { outcome: 'settled', note: 'Vu' }, 1);
    expect([early.status, early.body.reasons?.[0]?.code]).toEqual([422, 'no-answer']);
    expect((await owner.answerFinding(finding.id, 'Le fax était en panne.', 1)).body.answer?.text).toMatch(
      /fax/,
    );
    for (const [client, code] of [
      [audit, 'four-eyes'],
      [owner, 'four-eyes'],
    ] as const) {
      const own = await client.closeFinding<ProblemDto>(finding.id, { outcome: 'settled', note: 'Vu' }, 2);
      expect([own.status, own.body.reasons?.[0]?.code]).toEqual([403, code]);
    }
    const { body: closed } = await lead.closeFinding(finding.id, { outcome: 'settled', note: 'Vu' }, 2);
    expect(closed.closing).toMatchObject({ outcome: 'settled', by: { name: 'Sacha' } });
    expect((await owner.answerFinding(finding.id, 'Encore', 3)).status).toBe(422);
    expect((await lead.readMission(mission.id)).progress).toMatchObject({ findings: 1, openFindings: 0 });
  });

  it('has a stream of its own in the record', async () => {
    const mission = await opened({ size: 1 });
    await lead.closeMission(mission.id, mission.revision);
    const rows = await service.query<{ type: string }>(
      `SELECT e.entry::json ->> 'type' AS type FROM ledger_event e JOIN alias a ON a.alias = e.entry::json ->> 'stream'
        WHERE a.kind = 'mission' AND a.subject = $1 ORDER BY e.seq`,
      [mission.id],
    );
    expect(rows.map(({ type }) => type)).toEqual(['mission.plan', 'mission.open', 'mission.close']);
  });

  it('does not change what was drawn, even for who writes past the application', async () => {
    const { id } = await opened({ size: 1 });
    await expect(
      service.asSeed(({ manager }) =>
        manager.query(`UPDATE mission SET seed = 'better' WHERE id = $1`, [id]),
      ),
    ).rejects.toMatchObject({ code: 'RP002' });
  });
});
