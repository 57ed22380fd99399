import { TestService } from '../testing/test-service';
import { CaseClient } from '../cases/testing/case-client';
import type { CaseFileDto } from '../cases/page/case-file.dto';
import type { StepPageDto } from '../cases/steps/steps.dto';
import type { TeamSummaryDto } from '../access/accounts/administration/teams.controller';

describe('a live space', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('starts without the fictional overlay of a territory', async () => {
    const local = await service.query(`SELECT version FROM protocol_version WHERE territory IS NOT NULL`);
    expect(local).toEqual([]);
  });

  it('names the ground for the service of the case, in the step that reports to the prosecutor', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const worker = new CaseClient(client);
    const file: CaseFileDto = await worker.opened({ urgentDangerSeen: 'yes' });
    const run = file.state.runs.find(({ protocol }) => protocol === 'protection');
    const dutyIn = async (step: string) =>
      (await client.get<StepPageDto>(`/case-files/${file.id}/runs/${run?.runId ?? ''}/steps/${step}`)).body.duty?.fr;
    const { client: administrator } = await service.signIn({ roles: ['administrator'], teams: ['North'] });
    const { body: teams } = await administrator.get<{ items: readonly TeamSummaryDto[] }>('/teams');
    const id = teams.items.find(({ name }) => name === 'North')?.id ?? '';
    const become = async (kind: string): Promise<void> => {
      expect((await administrator.put(`/teams/${id}`, { name: 'North', kind })).status).toBe(200);
    };
    expect(await dutyIn('report_prosecutor')).toMatch(/CPP 40[^]*434-3/);
    await become('public');
    expect(await dutyIn('report_prosecutor')).toMatch(/crime.*délit/);
    expect(await dutyIn('report_prosecutor')).not.toContain('association');
    await become('association');
    expect(await dutyIn('report_prosecutor')).toMatch(/434-3/);
    expect(await dutyIn('safety_plan')).toBeUndefined();
  });
});
