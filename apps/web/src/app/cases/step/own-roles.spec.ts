import { mayBeOwnAct } from './own-roles';

describe('an act', () => {
  it('may be the reader’s own where a role of theirs does it', () => {
    expect(mayBeOwnAct(['TS', 'INT'], ['caseworker'])).toBe(true);
    expect(mayBeOwnAct(['TS'], ['ase-referent'])).toBe(true);
  });

  it('of a judge is never a social worker’s own', () => {
    expect(mayBeOwnAct(['JE', 'PROC'], ['caseworker', 'supervisor'])).toBe(false);
    expect(mayBeOwnAct(['SUP'], ['caseworker'])).toBe(false);
  });
});
