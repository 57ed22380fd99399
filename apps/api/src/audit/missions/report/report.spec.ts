import { CaseClient } from '../../../cases/testing/case-client';
import { type SignedInClient, TestService } from '../../../testing/test-service';
import { MissionClient } from '../testing/mission-client';
import { renderMission } from './render-mission';
import type { MissionDto } from '../mission.dto';

describe('the report of a mission', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  let auditor: SignedInClient;
  let mission: MissionDto;
  beforeAll(async () => {
    service = await TestService.start();
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    auditor = await service.signIn({ roles: ['auditor'], name: 'Inès' });
    const file = await new CaseClient(worker.client).opened({
      urgentDangerSeen: 'yes',
      child: { calledName: 'Zéphirin', phones: ['06 12 34 56 78'] },
    });
    const [lead, audit] = [new MissionClient(supervisor.client), new MissionClient(auditor.client)];
    const { body: draft } = await lead.planMission({
      title: 'Délais <b>du</b> printemps',
      question: 'Les délais sont-ils tenus ?',
      teamIds: [file.team.id],
      auditorIds: [auditor.id],
      from: '2020-01-01',
      to: '2099-12-31',
      protocols: ['welcome'],
      method: 'random',
      size: 1,
      checklist: ['Question première ?'],
    });
    mission = (await lead.openMission(draft.id, draft.revision, 'graine-publique')).body;
    await audit.examine(
      mission.id,
      file.id,
      { answers: [{ question: 0, answer: 'no', note: 'Note d’Inès' }], done: true },
      0,
    );
    await audit.raise(mission.id, {
      caseFileId: file.id,
      severity: 'critical',
      expected: 'Attendu ainsi',
      happened: 'Survenu autrement',
      days: 1,
      evidence: 'Acte 3',
      ownerId: worker.id,
      dueOn: '2099-01-01',
    });
  });
  afterAll(() => service.stop());

  const html = async (client = auditor.client, language = 'fr') => {
    const { status, type, content } = await client.download(
      `/missions/${mission.id}/report.html?language=${language}`,
    );
    return { status, type, text: content.toString('utf8') };
  };

  it('has the date where its reader works, also when it is another in Greenwich', () => {
    const document = renderMission(mission, {
      language: 'fr',
      zone: 'Indian/Mayotte',
      isFiction: false,
      now: Date.UTC(2026, 1, 28, 23, 30),
      madeBy: 'Sacha',
    });
    expect(document.date).toEqual([2026, 3, 1]);
  });

  it.each([
    ['fr', '1er octobre 2025 – 31 octobre 2025'],
    ['en', '1 October 2025 – 31 October 2025'],
  ] as const)('says days in %s as they are said', (language, period) => {
    const plan = { ...mission.plan, from: '2025-10-01', to: '2025-10-31' };
    const setting = { language, zone: 'Europe/Paris', isFiction: false, now: 0, madeBy: 'Sacha' };
    expect(JSON.stringify(renderMission({ ...mission, plan }, setting))).toContain(`"${period}"`);
  });

  it.each(['fr', 'en'])('says in %s what was asked, drawn, answered and found', async (language) => {
    const { status, type, text } = await html(auditor.client, language);
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    for (const said of [
      mission.reference,
      'Les délais sont-ils tenus ?',
      'graine-publique',
      mission.sampling?.frameHash ?? 'none',
      mission.cases[0]?.reference ?? 'none',
      mission.cases[0]?.alias ?? 'none',
      'Question première ?',
      'Note d’Inès',
      'Survenu autrement',
      language === 'fr' ? 'critique' : 'critical',
    ])
      expect(text).toContain(said);
    expect(text).toContain(`<html lang="${language}">`);
  });

  it('names no child, gives no phone, and runs nothing that was typed', async () => {
    const { text } = await html();
    expect(text).not.toMatch(/Zéphirin|06 12 34|<b>du|<script/);
  });

  it('is a PDF that screen readers can read', async () => {
    const { status, type, content } = await supervisor.client.download(`/missions/${mission.id}/report.pdf`);
    expect([status, type]).toEqual([200, 'application/pdf']);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.toString('latin1')).toContain('pdfuaid');
  });

  it('is in the record, and nobody else’s', async () => {
    const other = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect((await html(other.client)).status).toBe(404);
    expect((await html(auditor.client, 'de')).status).toBe(400);
    const rows = await service.query<{ outcome: string; n: number }>(
      `SELECT entry::json ->> 'outcome' AS outcome, count(*)::int AS n FROM ledger_event
        WHERE entry::json ->> 'type' = 'mission.report' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { outcome: 'done', n: 4 },
      { outcome: 'refused', n: 2 },
    ]);
  });

  it('ends for its auditor when the mission closes, not for its supervisor', async () => {
    const { revision } = await new MissionClient(supervisor.client).readMission(mission.id);
    await new MissionClient(supervisor.client).closeMission(mission.id, revision);
    expect((await html(auditor.client)).status).toBe(404);
    expect((await html(supervisor.client)).status).toBe(200);
  });
});
