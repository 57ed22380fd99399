import { insertBareCase } from '../../../testing/cases/test-case';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../../testing/test-service';
import type { AccountDetailDto } from './accounts.dto';

interface Problem {
  readonly reasons?: readonly { readonly code: string; readonly text: { readonly fr: string } }[];
}

describe('somebody who changes teams or leaves', () => {
  let service: TestService;
  let administrator: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    administrator = await service.signIn({ roles: ['administrator'] });
    await service.hire({ roles: ['caseworker'], teams: ['West', 'East'] });
  });
  afterAll(() => service.stop());

  const read = async (id: string): Promise<AccountDetailDto> =>
    (await administrator.client.get<AccountDetailDto>(`/accounts/${id}`)).body;
  const moveTo = async (id: string, teamIds: readonly string[]) =>
    administrator.client.put<Problem>(`/accounts/${id}/teams`, {
      teamIds,
      was: (await read(id)).teams.map((team) => team.id),
    });
  const teamNamed = async (name: string): Promise<string> => {
    const [team] = await service.query<{ id: string }>('SELECT id FROM team WHERE name = $1', [name]);
    if (!team) throw new Error('no such team');
    return team.id;
  };

  it('leads cases there: the move waits for their handover, and says how many, never which', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['West'] });
    const cases = [
      await insertBareCase(service, { team: 'West', leadId: id }),
      await insertBareCase(service, { team: 'West', leadId: id }),
    ];
    const east = await teamNamed('East');
    const refused = await moveTo(id, [east]);
    expect({ status: refused.status, code: refused.body.reasons?.[0]?.code }).toEqual({
      status: 422,
      code: 'handover-needed',
    });
    expect(refused.body.reasons?.[0]?.text.fr).toContain('2 dossiers');
    const said = JSON.stringify([refused.body, await read(id)]);
    for (const { id: caseId } of cases) {
      expect(said).not.toContain(caseId);
      expect(said).not.toContain(`T-${caseId.slice(0, 8)}`);
    }
    expect((await read(id)).held).toEqual([expect.objectContaining({ team: 'West', leads: 2, assigned: 0 })]);
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE case_file SET lead_id = NULL WHERE lead_id = $1', [id]),
    );
    expect((await moveTo(id, [east])).status).toBe(200);
    expect((await read(id)).teams.map(({ name }) => name)).toEqual(['East']);
  });

  it('is assigned there: those assignments end with the move, others stay', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['West', 'East'] });
    const west = await insertBareCase(service, { team: 'West', assignedId: id });
    const east = await insertBareCase(service, { team: 'East', assignedId: id });
    expect((await moveTo(id, [await teamNamed('East')])).status).toBe(200);
    const open = await service.query<{ case_file_id: string }>(
      'SELECT case_file_id FROM assignment WHERE account_id = $1 AND ended_at IS NULL',
      [id],
    );
    expect(open.map((row) => row.case_file_id)).toEqual([east.id]);
    // The administrator has looked at no case.
    const accessEvents = await service.query(
      `SELECT 1 FROM access_event WHERE case_file_id = ANY ($1::uuid[])
          AND reader = (SELECT alias FROM alias WHERE kind = 'account' AND subject = $2)`,
      [[west.id, east.id], administrator.id],
    );
    expect(accessEvents).toEqual([]);
  });

  it('counts no case that is over', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['West'] });
    const { id: over } = await insertBareCase(service, { team: 'West', leadId: id });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE run SET ended = true WHERE case_file_id = $1', [over]),
    );
    expect((await moveTo(id, [])).status).toBe(200);
  });

  it('is refused a move of what somebody else changed meanwhile', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['West'] });
    const stale = { teamIds: [], was: [] };
    expect((await administrator.client.put(`/accounts/${id}/teams`, stale)).status).toBe(422);
  });

  it('may be out at once, whatever cases it holds: their numbers stay in sight', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['West'] });
    await insertBareCase(service, { team: 'West', leadId: id });
    const { status, body } = await administrator.client.post<AccountDetailDto>(`/accounts/${id}/disable`, {
      reason: 'Départ immédiat',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'disabled', held: [{ team: 'West', leads: 1 }] });
  });
});
