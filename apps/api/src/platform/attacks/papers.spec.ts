import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { ALL, BundleClient } from '../../audit/bundle/testing/bundle-client';
import { MissionClient } from '../../audit/missions/testing/mission-client';
import { CaseClient } from '../../cases/testing/case-client';
import { MOVING_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { MissionDto } from '../../audit/missions/mission.dto';

/** HTML, and every way that Typst has to begin code or markup: as code, `#panic` would fail the paper. */
const TEXT = `</script><script>struck()</script><img src=x onerror=struck()> #panic("struck") #{panic("struck")} $ x^2 $ ]} \\ \`\`\` // /* "`;

describe('a paper, a page or an archive to take away', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let mission: MissionDto;
  beforeAll(async () => {
    service = await TestService.start({
      keepsRecord: true,
      configuration: { protocolsDir: MOVING_PROTOCOLS },
    });
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: TEXT });
    const cases = new CaseClient(worker.client);
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: TEXT });
    const auditor = await service.signIn({ roles: ['auditor'], name: TEXT });
    const file = await cases.opened({ child: { calledName: TEXT, familyName: TEXT } });
    caseFileId = file.id;
    await cases.sendAct(caseFileId, 'notes', { note: TEXT });
    await cases.sendAct(caseFileId, 'people', { name: TEXT, relation: 'friend', note: TEXT });
    await cases.completed(caseFileId, 'meeting', 'assess', {
      values: { danger: 'grave' },
      note: TEXT,
    });
    const missions = new MissionClient(supervisor.client);
    const { body } = await missions.planMission({
      title: TEXT,
      question: TEXT,
      teamIds: [file.team.id],
      auditorIds: [auditor.id],
      from: '2020-01-01',
      to: '2099-01-01',
      protocols: [],
      method: 'all',
      checklist: [TEXT],
    });
    mission = (await missions.openMission(body.id, body.revision)).body;
    const finding = { severity: 'minor', expected: TEXT, happened: TEXT, evidence: TEXT } as const;
    await missions.raise(mission.id, { ...finding, ownerId: worker.id, dueOn: '2099-01-01' });
  });
  afterAll(() => service.stop());

  const expectHarmless = (html: string): void => {
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toMatch(/<img src=x|<script>struck/);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
  };

  it('prints markup as the text it is', async () => {
    const { status, type, content } = await supervisor.client.download(`/missions/${mission.id}/report.pdf`);
    expect([status, type, content.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
  });

  it('shows markup as the text it is, under a policy that runs nothing', async () => {
    const { body, headers } = await supervisor.client.get<string>(`/missions/${mission.id}/report.html`);
    expectHarmless(body);
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  });

  it('packs files under plain names, whatever was written', async () => {
    const zip = await new BundleClient(service, supervisor.client).made(caseFileId, { ...ALL, reason: TEXT });
    const files = unzipSync(zip);
    for (const name of Object.keys(files)) expect(name).toMatch(/^[\w.@-]+(\/[\w.@-]+)*$/);
    expect(Object.keys(files).filter((name) => name.split('/').includes('..'))).toEqual([]);
    const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    for (const [, content] of pages) expectHarmless(Buffer.from(content).toString());
  });

  it.each(['/report.pdf', '/report.html'])('names %s by itself, not by what was written', async (file) => {
    const { headers } = await supervisor.client.get(`/missions/${mission.id}${file}`, {
      'X-Correlation-Id': randomUUID(),
    });
    expect(headers.get('Content-Disposition')).toMatch(/^(attachment|inline); filename="[\w.-]+"$/);
  });
});
