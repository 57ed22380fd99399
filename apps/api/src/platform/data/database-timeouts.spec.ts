import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TIMEOUTS, timeoutOptions } from './database-timeouts';

const POOLER = readFileSync(join(__dirname, '../../../../../tools/server/pgbouncer.ini'), 'utf8');

describe('the pooler that a server is shipped with', () => {
  it.each(Object.entries(timeoutOptions(TIMEOUTS)))(
    'sets %s as a connection without it does',
    (name, value) => {
      expect(POOLER).toContain(`SET ${name} = ${String(value)}`);
      // Who connects asks for it, and is not refused.
      expect(/^ignore_startup_parameters = (.*)$/m.exec(POOLER)?.[1]?.split(',')).toContain(name);
    },
  );
});
