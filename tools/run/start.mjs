// Brings up Repère: builds what changed, starts PostgreSQL, migrates, puts the demo in, serves. Ctrl-C stops all of it.
//
//   PORT           where the pages are (4300)          REPERE_DATA   folder of the data (.repere)
//   DATABASE_URL   a PostgreSQL server of yours, as a role that may create roles and databases
import { join } from 'node:path';
import { dataFolder, root } from './data-folder.mjs';
import { prepareDemo, printWhereAndWho, startRoles } from './demo.mjs';
import {
  beginRun,
  isStopping,
  portOf,
  refuseTaken,
  runProgram,
  printLine,
  stopRun,
  takeFolder,
} from './shell-run.mjs';
import { serveApi } from './serve-api.mjs';

const NX = join(root, 'node_modules/nx/dist/bin/nx.js');

beginRun(async () => {
  const port = portOf('PORT', 4300);
  const address = `http://localhost:${port}`;
  const data = dataFolder();
  takeFolder(data, address);
  await refuseTaken(port, 'PORT');

  printLine('Building (the first time takes a minute)…');
  await runProgram(
    'The build',
    [NX, 'run-many', '-t', 'build', '-p', 'api', 'web', '--output-style=static'],
    {
      NX_TUI: 'false',
    },
  );
  const programs = join(root, 'dist/apps/api');
  const urls = await startRoles(data);
  const more = { PORT: String(port), REPERE_WEB_DIR: join(root, 'dist/apps/web/browser') };
  const env = await prepareDemo({ data, urls, programs, more });
  const api = serveApi(join(programs, 'demo.js'), env);
  void api.ended.then((code) => stopRun(code ?? 1));
  await api.ready;
  if (!isStopping()) await printWhereAndWho(address);
});
