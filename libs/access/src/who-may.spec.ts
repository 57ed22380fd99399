import { CASE_ACTS, SERVICE_ACTS, TEAM_ACTS } from './rights';
import { may, mayNowhere } from './may';
import { whoMay } from './who-may';

describe('who may', () => {
  it('names the roles of an act in a team or for the service', () => {
    expect(whoMay('open').fr).toBe('travailleur·se social·e, référent·e ASE ou responsable');
    expect(whoMay('manage-accounts').en).toBe('administrator');
  });

  it('names the relations of an act on a case', () => {
    expect(whoMay('assign').en).toBe(
      'lead of the case, standing in for somebody on leave, or supervisor of the team',
    );
  });

  it.each([...CASE_ACTS, ...TEAM_ACTS, ...SERVICE_ACTS])('somebody may %s', (act) => {
    for (const words of Object.values(whoMay(act))) expect(words).not.toBe('');
  });

  it('is said to whoever may not', () => {
    const assessor = {
      id: 'me',
      roles: ['assessor' as const],
      teamIds: ['t'],
      dutyTeamIds: [],
      standsInFor: [],
    };
    expect(may(assessor, 'open', { kind: 'team', teamId: 't' })).toMatchObject({
      reason: {
        code: 'role',
        text: {
          fr: 'Votre rôle ne le permet pas. Peut le faire : travailleur·se social·e, référent·e ASE ou responsable.',
        },
      },
    });
    expect(mayNowhere('lead-mission', 'work-in-missions').text.en).toContain('supervisor or auditor');
  });
});
