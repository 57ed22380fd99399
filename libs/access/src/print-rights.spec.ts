import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printRights } from './print-rights';

describe('the rights on paper', () => {
  it('are what docs/access.md says', () => {
    // Written anew by `npm run print-docs`.
    expect(readFileSync(join(__dirname, '../../../docs/access.md'), 'utf8')).toBe(printRights());
  });

  it('tell the officer of each role, and of what is redacted', () => {
    const page = printRights();
    expect(page).toContain('### administrator (`administrator`, administrateur·rice)\n\nNo case content');
    expect(page).toMatch(/\| emergency access open \|( shown \|){3} redacted \|/);
  });
});
