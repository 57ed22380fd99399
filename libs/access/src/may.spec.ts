import { ACCOUNT_ROLES, type AccountRole } from './account-role';
import { FIELD_CLASSES } from './field-class';
import { type CaseResource, may } from './may';
import {
  type CaseGrant,
  type Principal,
  isEmergencyOnly,
  RELATIONS,
  type Relation,
  relationsTo,
  GRANTED_RELATIONS,
} from './relations';
import { CASE_ACTS, REFERABLE_CLASSES, SERVICE_ACTS, TEAM_ACTS } from './rights';

const ME = 'me';
const MY_TEAM = 'my-team';

const asker = (...roles: AccountRole[]): Principal => ({
  id: ME,
  roles,
  teamIds: [MY_TEAM],
  dutyTeamIds: ['duty-team'],
  standsInFor: [{ accountId: 'on-leave', teamIds: ['their-team'] }],
});

const TEAM_OF: Partial<Record<Relation, string>> = {
  team: MY_TEAM,
  supervisor: MY_TEAM,
  'on-duty': 'duty-team',
};

/** A case to which `ME` has this one relation. A supervisor in their own team is both of the team and its supervisor. */
const caseFile = (relation: Relation, about: Partial<CaseResource> = {}): CaseResource => ({
  kind: 'case-file',
  teamId: TEAM_OF[relation] ?? 'their-team',
  leadId: relation === 'lead' ? ME : relation === 'substitute' ? 'on-leave' : 'another',
  grants: [
    { accountId: 'another', relation: 'assigned' },
    ...GRANTED_RELATIONS.filter(
      (granted) =>
        granted === relation || (granted === 'break-glass' && relation === 'break-glass-restricted'),
    ).map((granted) => ({
      accountId: ME,
      relation: granted,
      entryId: 'asked',
      classes: ['identity', 'health'] as const,
    })),
  ],
  missionIds: relation === 'mission' ? ['a-mission'] : [],
  ...(relation === 'break-glass-restricted' && { circle: ['another'] }),
  ...about,
});

const WORK = 'read protect write advise share inform refer';
/** Said again, in another form than the tables: whatever isn't here must be refused. */
const CASEWORK = {
  lead: `${WORK} assign`,
  assigned: WORK,
  substitute: `${WORK} assign`,
  team: WORK,
  // Of the team, without being its supervisor.
  supervisor: WORK,
  'on-duty': WORK,
  'second-opinion': 'read advise',
  'break-glass': 'read protect refer inform',
  'break-glass-restricted': 'read protect inform',
};
const ALLOWED: Partial<Record<AccountRole, Partial<Record<Relation, string>>>> = {
  caseworker: CASEWORK,
  'ase-referent': CASEWORK,
  assessor: { ...CASEWORK, team: '', supervisor: '', 'on-duty': '' },
  supervisor: {
    ...CASEWORK,
    team: `${WORK} assign approve restrict audit retain`,
    supervisor: `${WORK} assign approve restrict audit retain`,
    // And to approve the one act that they were asked for: see below.
    approver: 'read',
  },
  auditor: { mission: 'read audit' },
  partner: { partner: 'receive' },
};
/** The same for teams and for the service. */
const ALLOWED_ELSEWHERE = new Set(
  [
    'caseworker: open, search, list-members, see-duplicates, break-glass',
    'ase-referent: open, search, list-members, see-duplicates, break-glass',
    'assessor: search, list-members, break-glass',
    'supervisor: open, search, list-members, see-duplicates, lead-mission, plan-cover, review-break-glass, see-privacy, keep-certificates, break-glass',
    'auditor: list-members, work-in-missions',
    ...ACCOUNT_ROLES.filter((role) => role !== 'partner').map((role) => `${role}: read-protocols`),
    'trainer: lead-training',
    'protocol-editor: edit-protocol, review-protocol, publish-protocol, try-protocol',
    'supervisor: review-protocol, try-protocol, lead-training',
    'administrator: manage-accounts, keep-contacts',
  ].flatMap((line) => {
    const [role = '', acts = ''] = line.split(': ');
    return acts.split(', ').map((act) => `${role} ${act}`);
  }),
);

describe('may, over every role, relation and act', () => {
  const cases = ACCOUNT_ROLES.flatMap((role) =>
    RELATIONS.flatMap((relation) => CASE_ACTS.map((act) => ({ role, relation, act }))),
  );
  it.each(cases)('$role, $relation, $act', ({ role, relation, act }) => {
    const allowed = (ALLOWED[role]?.[relation] ?? '').split(' ').includes(act);
    expect(may(asker(role), act, caseFile(relation)).yes).toBe(allowed);
  });

  const inTeam = ACCOUNT_ROLES.flatMap((role) => TEAM_ACTS.map((act) => ({ role, act })));
  it.each(inTeam)('$role, $act in their own team, never in another', ({ role, act }) => {
    expect(may(asker(role), act, { kind: 'team', teamId: MY_TEAM }).yes).toBe(
      ALLOWED_ELSEWHERE.has(`${role} ${act}`),
    );
    expect(may(asker(role), act, { kind: 'team', teamId: 'their-team' }).yes).toBe(false);
  });

  const ofService = ACCOUNT_ROLES.flatMap((role) => SERVICE_ACTS.map((act) => ({ role, act })));
  it.each(ofService)('$role, $act', ({ role, act }) => {
    expect(may(asker(role), act, { kind: 'service' }).yes).toBe(ALLOWED_ELSEWHERE.has(`${role} ${act}`));
  });
});

describe('may', () => {
  it('refuses an account without roles everything', () => {
    for (const act of CASE_ACTS) expect(may(asker(), act, caseFile('lead')).yes).toBe(false);
    for (const act of TEAM_ACTS) expect(may(asker(), act, { kind: 'team', teamId: MY_TEAM }).yes).toBe(false);
  });

  it('adds up several roles, and never takes away', () => {
    expect(may(asker('administrator', 'assessor'), 'read', caseFile('assigned')).yes).toBe(true);
    expect(may(asker('administrator', 'assessor'), 'read', caseFile('team')).yes).toBe(false);
  });

  it('refuses an act on what it is not an act of', () => {
    expect(may(asker('supervisor'), 'open', caseFile('team'))).toMatchObject({
      reason: { code: 'no-such-act' },
    });
    expect(may(asker('supervisor'), 'read', { kind: 'service' }).yes).toBe(false);
  });

  it.each(FIELD_CLASSES)('withholds %s from an auditor only where it would find the child', (fieldClass) => {
    const redacted = fieldClass === 'contact' || fieldClass === 'places';
    expect(may(asker('auditor'), 'read', caseFile('mission', { fieldClass })).yes).toBe(!redacted);
    expect(may(asker('caseworker'), 'read', caseFile('team', { fieldClass })).yes).toBe(true);
    expect(may(asker('caseworker'), 'read', caseFile('none', { fieldClass })).yes).toBe(false);
  });

  it('carries to a substitute the cases of the teams that they were named for, led or worked on, and no others', () => {
    const worksOnIt = {
      leadId: 'another',
      grants: [{ accountId: 'on-leave', relation: 'assigned' }],
    } as const;
    for (const about of [{}, worksOnIt]) {
      expect(may(asker('caseworker'), 'read', caseFile('substitute', about)).yes).toBe(true);
      const elsewhere = caseFile('substitute', { ...about, teamId: 'a-third-team' });
      expect(may(asker('caseworker'), 'read', elsewhere)).toMatchObject({ reason: { code: 'relation' } });
    }
  });

  it('does not lend a right by role to a relation of another role', () => {
    // An assessor on this case sees its places; the same person as an auditor of another would not.
    const both = asker('auditor', 'assessor');
    expect(may(both, 'read', caseFile('assigned', { fieldClass: 'places' })).yes).toBe(true);
    expect(may(both, 'read', caseFile('mission', { fieldClass: 'places' })).yes).toBe(false);
  });

  it('says why in both languages', () => {
    expect(may(asker('administrator'), 'read', caseFile('team'))).toEqual({
      yes: false,
      reason: { code: 'role', text: { fr: expect.any(String), en: expect.any(String) } },
    });
    expect(may(asker('caseworker'), 'read', caseFile('none'))).toMatchObject({
      reason: { code: 'relation' },
    });
  });

  it('says by which relation', () => {
    expect(may(asker('caseworker'), 'read', caseFile('on-duty'))).toEqual({ yes: true, by: 'on-duty' });
    expect(may(asker('supervisor'), 'approve', caseFile('team'))).toEqual({ yes: true, by: 'supervisor' });
    const both = caseFile('break-glass', { teamId: MY_TEAM });
    // In a case that is not restricted, who broke the glass and is of the team besides sees what the team sees.
    expect(may(asker('caseworker'), 'read', { ...both, fieldClass: 'places' })).toEqual({
      yes: true,
      by: 'team',
    });
    expect(may(asker('caseworker'), 'read', caseFile('break-glass', { fieldClass: 'places' })).yes).toBe(
      false,
    );
  });

  it('shows a partner what the referral carries and nothing else, and never an opinion', () => {
    const seen = FIELD_CLASSES.filter(
      (fieldClass) => may(asker('partner'), 'receive', caseFile('partner', { fieldClass })).yes,
    );
    expect(seen).toEqual(['identity', 'health']);
    const [grant] = caseFile('partner').grants.filter(({ accountId }) => accountId === ME);
    const carried = caseFile('partner', {
      grants: grant ? [{ ...grant, classes: ['opinion', 'health'] }] : [],
      fieldClass: 'opinion',
    });
    expect(may(asker('partner'), 'receive', carried).yes).toBe(false);
    expect(REFERABLE_CLASSES).not.toContain('opinion');
  });

  it('shows a partner by one of several referrals what that one carries, and by none that is another’s', () => {
    const referred = (accountId: string, sharingId: string, classes: CaseGrant['classes']) =>
      ({ accountId, relation: 'partner', sharingId, classes }) as const;
    const grants = [
      referred(ME, 'examination', ['identity', 'health']),
      referred(ME, 'support', ['narrative']),
      referred(ME, 'refused', []),
      referred('another', 'theirs', ['contact']),
    ];
    const by = (referralId?: string) => {
      const file = caseFile('partner', { grants, ...(referralId !== undefined && { referralId }) });
      const sees = FIELD_CLASSES.filter(
        (fieldClass) => may(asker('partner'), 'receive', { ...file, fieldClass }).yes,
      );
      return [may(asker('partner'), 'receive', file).yes, sees];
    };
    expect(by('examination')).toEqual([true, ['identity', 'health']]);
    expect(by('support')).toEqual([true, ['narrative']]);
    expect(by('refused')).toEqual([true, []]);
    for (const none of ['theirs', 'nobody’s', '']) expect(by(none)).toEqual([false, []]);
    expect(by()).toEqual([true, ['identity', 'health', 'narrative']]);
  });

  it('shows a partner nothing by any other act, and what a referral carries to nobody else', () => {
    const acts = CASE_ACTS.filter((act) => may(asker('partner'), act, caseFile('partner')).yes);
    expect(acts).toEqual(['receive']);
    expect(may(asker('caseworker'), 'receive', caseFile('partner')).yes).toBe(false);
    expect(may(asker('supervisor'), 'receive', caseFile('team')).yes).toBe(false);
  });

  it('lets who was asked to approve one act approve no other', () => {
    const approver = asker('supervisor');
    expect(may(approver, 'approve', caseFile('approver', { entryId: 'asked' })).yes).toBe(true);
    expect(may(approver, 'approve', caseFile('approver', { entryId: 'other' })).yes).toBe(false);
    expect(may(approver, 'approve', caseFile('approver')).yes).toBe(false);
  });

  it('opens a restricted case to its circle only, whatever other relation people have to it', () => {
    for (const relation of RELATIONS.filter((it) => it !== 'none')) {
      const role: AccountRole =
        relation === 'mission' ? 'auditor' : relation === 'partner' ? 'partner' : 'supervisor';
      const act = role === 'partner' ? 'receive' : 'read';
      const restricted = caseFile(relation, { circle: ['another'] });
      const verdict = may(asker(role), act, restricted);
      if (relation.startsWith('break-glass'))
        expect(verdict).toEqual({ yes: true, by: 'break-glass-restricted' });
      else expect(verdict).toMatchObject({ yes: false, reason: { code: 'restricted' } });
      expect(may(asker(role), act, { ...restricted, circle: ['another', ME] }).yes).toBe(true);
    }
    // Being named in the circle gives nobody a relation to the case.
    expect(may(asker('supervisor'), 'read', caseFile('none', { circle: [ME] })).yes).toBe(false);
  });

  it('gives nothing back to whom a circle keeps out: an emergency access reads, protects and tells who must know, and no more', () => {
    const held: readonly Partial<CaseResource>[] = [
      { teamId: MY_TEAM },
      { leadId: ME },
      { leadId: 'on-leave' },
      { teamId: 'duty-team' },
      { missionIds: ['a-mission'] },
      { grants: [...caseFile('break-glass').grants, { accountId: ME, relation: 'assigned' }] },
      {
        grants: [
          ...caseFile('break-glass').grants,
          { accountId: ME, relation: 'approver', entryId: 'asked' },
        ],
      },
    ];
    for (const about of held)
      for (const roles of [
        ['supervisor'],
        ['caseworker'],
        ['assessor'],
        ['supervisor', 'auditor'],
      ] as const) {
        const file = caseFile('break-glass', { ...about, circle: ['another'] });
        const acts = CASE_ACTS.filter((act) => may(asker(...roles), act, file).yes);
        expect(acts).toEqual(['read', 'protect', 'inform']);
        const redacted = FIELD_CLASSES.filter(
          (fieldClass) => !may(asker(...roles), 'read', { ...file, fieldClass }).yes,
        );
        expect(redacted).toEqual(['people', 'contact', 'places', 'narrative', 'opinion']);
        expect(relationsTo(asker(...roles), file)).toEqual(['break-glass-restricted']);
      }
    expect(may(asker('supervisor'), 'write', caseFile('break-glass', { circle: [] }))).toMatchObject({
      reason: { code: 'restricted' },
    });
  });

  it('leaves rights that hold without the emergency: who is assigned during the hour keeps that', () => {
    const grants = [...caseFile('break-glass').grants, { accountId: ME, relation: 'assigned' as const }];
    expect(may(asker('caseworker'), 'write', caseFile('break-glass', { grants })).yes).toBe(true);
    expect(isEmergencyOnly(asker('caseworker'), caseFile('break-glass', { grants }))).toBe(false);
    expect(isEmergencyOnly(asker('caseworker'), caseFile('break-glass'))).toBe(true);
    expect(isEmergencyOnly(asker('caseworker'), caseFile('break-glass', { grants, circle: [] }))).toBe(true);
    expect(isEmergencyOnly(asker('caseworker'), caseFile('none'))).toBe(false);
  });

  it('closes a case to who declared a conflict of interest, even by breaking the glass', () => {
    for (const relation of ['lead', 'supervisor', 'break-glass'] as const) {
      const verdict = may(
        asker('supervisor'),
        'read',
        caseFile(relation, { recusedIds: [ME], circle: [ME] }),
      );
      expect(verdict).toMatchObject({ yes: false, reason: { code: 'conflict' } });
    }
    expect(may(asker('supervisor'), 'read', caseFile('lead', { recusedIds: ['another'] })).yes).toBe(true);
  });
});
