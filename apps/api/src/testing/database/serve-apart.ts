import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// Plain Node, no project of the workspace: no name to import it by.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { freePort } from '../../../../../tools/database/free-port.mjs';
import { testDatabase } from './test-database';
import { runProgram } from '../run-program';
import type { TestService } from '../test-service';
import { until } from '../until';

/** The real program, in a process of its own that a test may kill. */
export interface ServedApart {
  readonly child: ChildProcess;
  readonly origin: string;
}

/** On the same databases as `service`, with the same keys; `env`: what it is told beside. Nothing happens in it by itself. */
export async function serveApart(
  { configuration }: TestService,
  env: Readonly<Record<string, string>> = {},
): Promise<ServedApart> {
  const port = env['PORT'] ?? String(await freePort());
  const keyFile = join(mkdtempSync(join(testDatabase().dir, 'keys-')), 'keys.json');
  const { keys, blindIndex } = configuration.keys;
  const written = (list: readonly { readonly id: string; readonly key: Buffer }[]) =>
    list.map(({ id, key }) => ({ id, key: key.toString('base64') }));
  writeFileSync(keyFile, JSON.stringify({ keys: written(keys), blindIndex: written(blindIndex) }));
  const child = runProgram(join(__dirname, '../../main.ts'), {
    PORT: port,
    REPERE_DATABASE_URL: configuration.databaseUrl,
    REPERE_KEY_FILE: keyFile,
    REPERE_PROTOCOLS_DIR: configuration.protocolsDir,
    REPERE_SCENARIOS_DIR: configuration.scenariosDir,
    REPERE_SEQUENCER: 'off',
    REPERE_JOBS: 'off',
    REPERE_SECOND_FACTOR: 'optional',
    REPERE_LOG_LEVEL: 'silent',
    ...env,
  });
  const origin = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${origin}/health/ready`).catch(() => null))?.ok === true);
  return { child, origin };
}
