import { ACCOUNT_ROLES } from '@repere/access';
import { engineRoles } from './engine-roles';

describe('roles in the protocols', () => {
  it('of an ASE referent are those of a social worker too, each once', () => {
    expect(engineRoles(['ase-referent', 'caseworker'])).toEqual(['REF', 'TS']);
  });

  it('are never an authority’s', () => {
    const outside = ['OPJ', 'PROC', 'JE', 'JI', 'AAH', 'AVO', 'PREF'];
    expect(engineRoles(ACCOUNT_ROLES).filter((role) => outside.includes(role))).toEqual([]);
  });

  it('are none for who never acts in a case', () => {
    expect(engineRoles(['administrator', 'trainer', 'protocol-editor'])).toEqual([]);
  });
});
