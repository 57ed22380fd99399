import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProtocols } from '@repere/case-engine';
import { fact, otherwise, protocol, SHARED, step } from '@repere/protocol/testing';
import { encodeProtocols } from '../world/encode-protocols';
import { proveSafeguard } from '../prove-safeguard';

const FACTS = [
  fact('papers', 'choice', { codes: ['valid', 'absent'] }),
  fact('low', 'number'),
  fact('looked_on', 'date', { changes: 'never' }),
  fact('exams', 'list', { row: { low: fact('low', 'number') } }),
];

/** What the solver is asked about a condition that is to hold, or never to. */
async function scriptOf(
  condition: { readonly always: string } | { readonly never: string },
): Promise<string> {
  const document = protocol('worked', {
    facts: FACTS,
    steps: [step('look', { fields: ['papers', 'low', 'looked_on'] })],
    outcomes: [otherwise('OPEN')],
    safeguards: [{ id: 'it', basis: [], ...condition }],
  });
  const encoding = encodeProtocols(compileProtocols(SHARED, [document]), [
    { protocol: 'worked', version: document.version },
  ]);
  let asked = '';
  await proveSafeguard(encoding, 'worked', 'it', (script) => {
    asked = script;
    return Promise.resolve('unsat');
  });
  // The pages leave out whose fact it is.
  return asked.replaceAll('worked.', '');
}

/** What the page of this name declares and asserts in its worked example. */
const linesOf = (page: string): readonly string[] =>
  [...readFileSync(join(__dirname, page), 'utf8').matchAll(/```smt2\n([\s\S]*?)```/g)].flatMap(
    ([, block = '']) =>
      block
        .split('\n')
        .map((line) => line.replace(/ *;.*$/, ''))
        .filter((line) => line !== ''),
  );

describe('worked examples beside the code', () => {
  it.each([
    ['three-values.md', { always: 'papers = "absent" or low <= 216' }],
    ['time.md', { always: 'months_between(birth, looked_on) < 216' }],
  ])('%s: is what the solver is told', async (page, condition) => {
    const script = await scriptOf(condition);
    const lines = linesOf(page);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(script.split('\n')).toContain(line);
  });

  it('lists.md: a row that must be there has a name, and what it says of it', async () => {
    const script = await scriptOf({ never: 'some e in exams satisfies e.low <= 216' });
    expect(script).toContain('(declare-const |exams[1]:there| Bool)');
    expect(script).toContain('(<= |exams[1].low#| 216.0)');
  });
});
