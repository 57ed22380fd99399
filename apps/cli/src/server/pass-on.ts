import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from '../command';

/**
 * `repere ledger …`, `repere keys …`, `repere load …`: what is done to an installation by hand. It needs the database and the keys, so the server's
 * own program beside this one does it, with the server's environment; this passes the words on and gives its exit code.
 */
export const passOn =
  (act: 'ledger' | 'keys' | 'load'): Command =>
  (args, print) => {
    const server = join(dirname(process.argv[1] ?? ''), '..', 'api', 'main.js');
    if (!existsSync(server)) {
      print(
        `\`repere ${act}\` works where Repère is installed: there is no ${server}. \`repere verify\` needs nothing else.`,
      );
      return 2;
    }
    const { status } = spawnSync(process.execPath, [server, act, ...args], { stdio: 'inherit' });
    return status ?? 2;
  };
