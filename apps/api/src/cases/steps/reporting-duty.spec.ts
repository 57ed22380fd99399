import type { StepDefinition } from '@repere/protocol-engine';
import { reportingDuty } from './reporting-duty';

const step = (basis: readonly string[]) => ({ basis }) as unknown as StepDefinition;

describe('what a service owes the prosecutor', () => {
  it('is crimes and délits for a public one, what the penal code says for an association', () => {
    expect(reportingDuty(step(['F69']), 'public')?.fr).toMatch(/crime.*délit.*CPP 40/);
    expect(reportingDuty(step(['F69']), 'association')?.fr).toMatch(/434-3.*223-6/);
    expect(reportingDuty(step(['F69']), 'association')?.fr).not.toContain('vous devez');
  });

  it('is both while nobody said what the service is', () => {
    const both = reportingDuty(step(['F69']), 'unknown');
    for (const language of ['fr', 'en'] as const) expect(both?.[language]).toMatch(/CPP 40[^]*434-3/);
  });

  it('is told in no other step', () => {
    expect(reportingDuty(step(['F36']), 'public')).toBeNull();
  });
});
