import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXPLAINED, unexplainedAdvisories } from './unexplained-advisories.mjs';

const advisory = (id: string) => ({
  name: 'a-package',
  severity: 'high',
  title: 'It does what it should not',
  url: `https://github.com/advisories/${id}`,
});

describe('what is known of packages', () => {
  it('is told once, whoever brings it, unless it is explained', () => {
    const vulnerabilities = {
      'a-package': { via: [advisory('GHSA-1'), advisory('GHSA-2')] },
      'its-user': { via: ['a-package', advisory('GHSA-2')] },
    };
    expect(unexplainedAdvisories(vulnerabilities, {}).map(({ url }) => url)).toEqual([
      'https://github.com/advisories/GHSA-1',
      'https://github.com/advisories/GHSA-2',
    ]);
    const left = unexplainedAdvisories(vulnerabilities, {
      'GHSA-1': 'only in a browser that we never start',
    });
    expect(left.map(({ url }) => url)).toEqual(['https://github.com/advisories/GHSA-2']);
    expect(unexplainedAdvisories({}, {})).toEqual([]);
  });

  it('is explained in a sentence of docs/security.md', () => {
    const said = readFileSync(resolve(__dirname, '../../docs/security.md'), 'utf8');
    expect(Object.keys(EXPLAINED).filter((id) => !said.includes(id))).toEqual([]);
  });
});
