import type { StepDefinition } from '@repere/protocol';
import type { TeamSummaryDto } from '../../access/accounts/administration/teams/teams.dto';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import { reportingDuty } from './reporting-duty';
import type { StepPageDto } from './steps.dto';

const step = (reports?: StepDefinition['reports']) => ({ reports }) as StepDefinition;

describe('what a service owes the prosecutor', () => {
  it('is crimes and délits for a public one, what the penal code says for an association', () => {
    expect(reportingDuty(step('prosecutor'), 'public')?.fr).toMatch(/crime.*délit.*CPP 40/);
    expect(reportingDuty(step('prosecutor'), 'association')?.fr).toMatch(/434-3.*223-6/);
    expect(reportingDuty(step('prosecutor'), 'association')?.fr).not.toContain('vous devez');
  });

  it('is both while nobody said what the service is', () => {
    const both = reportingDuty(step('prosecutor'), 'unknown');
    for (const language of ['fr', 'en'] as const) expect(both?.[language]).toMatch(/CPP 40[^]*434-3/);
  });

  it('is told in no other step', () => {
    expect(reportingDuty(step(), 'public')).toBeNull();
  });
});

describe('the page of a step that reports', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.stop());

  it('names the ground for the service of the case, in no other step', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const worker = new CaseClient(client);
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    const run = file.state.runs.find(({ protocol }) => protocol === 'refuge');
    const dutyIn = async (step: string) =>
      (await client.get<StepPageDto>(`/case-files/${file.id}/runs/${run?.runId ?? ''}/steps/${step}`)).body
        .duty?.fr;
    const { client: administrator } = await service.signIn({ roles: ['administrator'], teams: ['North'] });
    const { body: teams } = await administrator.get<{ items: readonly TeamSummaryDto[] }>('/teams');
    const id = teams.items.find(({ name }) => name === 'North')?.id ?? '';
    const become = async (kind: string): Promise<void> => {
      expect((await administrator.put(`/teams/${id}`, { name: 'North', kind })).status).toBe(200);
    };
    expect(await dutyIn('write_court')).toMatch(/CPP 40[^]*434-3/);
    await become('public');
    expect(await dutyIn('write_court')).toMatch(/crime.*délit/);
    expect(await dutyIn('write_court')).not.toContain('association');
    await become('association');
    expect(await dutyIn('write_court')).toMatch(/434-3/);
    expect(await dutyIn('plan_night')).toBeUndefined();
  });
});
