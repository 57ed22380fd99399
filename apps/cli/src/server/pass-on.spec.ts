import { runCommand } from '../run-command';

describe.each(['ledger', 'keys', 'load'])('repere %s', (act) => {
  it('says where it works when there is no server beside it, and that this is no verdict', async () => {
    const lines: string[] = [];
    expect(await runCommand([act, 'status'], (line) => lines.push(line))).toBe(2);
    expect(lines.join('\n')).toMatch(/works where Repère is installed/);
  });
});
