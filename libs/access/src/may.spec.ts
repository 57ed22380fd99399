import { ACCOUNT_ROLES, type AccountRole } from './account-role';
import { FIELD_CLASSES, type FieldClass } from './field-class';
import { type Asker, may, type Resource } from './may';
import { CASE_ACTS, RELATIONS, type Relation, SERVICE_ACTS, TEAM_ACTS } from './rights';

const ME = 'me';
const MY_TEAM = 'my-team';

const asker = (...roles: AccountRole[]): Asker => ({ id: ME, roles, teamIds: [MY_TEAM] });

const caseFile = (relation: Relation, fieldClass?: FieldClass): Resource => ({
  kind: 'case-file',
  teamId: relation === 'team' ? MY_TEAM : 'their-team',
  leadId: relation === 'lead' ? ME : 'another',
  assignedIds: relation === 'assigned' ? ['another', ME] : ['another'],
  ...(fieldClass ? { fieldClass } : {}),
});

/** Said again, in another form than the tables: whatever isn't here must be refused. */
const ALLOWED = new Set(
  [
    'caseworker: lead read, lead write, lead assign, assigned read, assigned write, team read, team write',
    'ase-referent: lead read, lead write, lead assign, assigned read, assigned write, team read, team write',
    'assessor: lead read, lead write, assigned read, assigned write',
    'supervisor: lead read, lead write, lead approve, lead assign, lead audit',
    'supervisor: assigned read, assigned write, assigned approve, assigned assign, assigned audit',
    'supervisor: team read, team write, team approve, team assign, team audit',
    'auditor: lead read, lead audit, assigned read, assigned audit, team read, team audit',
    'caseworker: open, search, list-members',
    'ase-referent: open, search, list-members',
    'assessor: search, list-members',
    'supervisor: open, search, list-members, see-duplicates',
    'auditor: search, list-members',
    ...ACCOUNT_ROLES.map((role) => `${role}: read-protocols`),
    'trainer: lead-training',
    'protocol-editor: edit-protocol, review-protocol, publish-protocol, try-protocol',
    'supervisor: review-protocol, try-protocol',
    'administrator: manage-accounts',
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
    expect(may(asker(role), act, caseFile(relation)).yes).toBe(ALLOWED.has(`${role} ${relation} ${act}`));
  });

  const inTeam = ACCOUNT_ROLES.flatMap((role) => TEAM_ACTS.map((act) => ({ role, act })));
  it.each(inTeam)('$role, $act in their own team, never in another', ({ role, act }) => {
    expect(may(asker(role), act, { kind: 'team', teamId: MY_TEAM }).yes).toBe(ALLOWED.has(`${role} ${act}`));
    expect(may(asker(role), act, { kind: 'team', teamId: 'their-team' }).yes).toBe(false);
  });

  const ofService = ACCOUNT_ROLES.flatMap((role) => SERVICE_ACTS.map((act) => ({ role, act })));
  it.each(ofService)('$role, $act', ({ role, act }) => {
    expect(may(asker(role), act, { kind: 'service' }).yes).toBe(ALLOWED.has(`${role} ${act}`));
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
    const withheld = fieldClass === 'contact' || fieldClass === 'places';
    expect(may(asker('auditor'), 'read', caseFile('team', fieldClass)).yes).toBe(!withheld);
    expect(may(asker('caseworker'), 'read', caseFile('team', fieldClass)).yes).toBe(true);
    expect(may(asker('caseworker'), 'read', caseFile('none', fieldClass)).yes).toBe(false);
  });

  it('does not lend a right by role to a relation of another role', () => {
    // An assessor on this case sees its places; the same person as an auditor of another would not.
    const both = asker('auditor', 'assessor');
    expect(may(both, 'read', caseFile('assigned', 'places')).yes).toBe(true);
    expect(may(both, 'read', caseFile('team', 'places')).yes).toBe(false);
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
});
