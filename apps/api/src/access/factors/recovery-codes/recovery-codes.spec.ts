import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes';

describe('recovery codes', () => {
  it('are ten, all different, without letters that are taken for others', () => {
    const codes = makeRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are read as they are typed', () => {
    const id = randomUUID();
    const code = '70KM-2QXB-1111-00AZ';
    const typed = fc.constantFrom('70km2qxb111100az', ' 7OKM 2QXB IL1l OoAz ', '70KM–2QXB–1111–00AZ');
    fc.assert(fc.property(typed, (as) => hashRecoveryCode(id, as).equals(hashRecoveryCode(id, code))));
  });

  it('are each its account’s own', () => {
    const [code = ''] = makeRecoveryCodes();
    expect(hashRecoveryCode(randomUUID(), code).equals(hashRecoveryCode(randomUUID(), code))).toBe(false);
  });
});
