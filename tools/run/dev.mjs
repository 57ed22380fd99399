// Repère while one changes it: PostgreSQL and the demo as `npm start` has them, the API started again at each change, pages
// built again at each change, Swagger UI. Ctrl-C stops all of it.
//
//   PORT             where the pages are (4300)        REPERE_API_PORT     where the API is (PORT + 1)
//   REPERE_DATA      folder of the data (.repere)      REPERE_DEBUG_PORT   where a debugger finds the API (9229)
//   DATABASE_URL     a PostgreSQL server of yours, as a role that may create roles and databases
import { watch } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dataFolder, root } from './data-folder.mjs';
import { migrate, prepareDemo, printWhereAndWho, startRoles } from './demo.mjs';
import {
  atStop,
  beginRun,
  isStopping,
  portOf,
  refuseTaken,
  printLine,
  stopRun,
  takeFolder,
} from './shell-run.mjs';
import { serveApi } from './serve-api.mjs';
import { servePages } from './serve-pages.mjs';

const require = createRequire(import.meta.url);
const CONFIGURATION = require(join(root, 'apps/api/webpack.development.cjs'));

beginRun(async () => {
  const port = portOf('PORT', 4300);
  const apiPort = portOf('REPERE_API_PORT', port + 1);
  const debugPort = portOf('REPERE_DEBUG_PORT', 9229);
  const address = `http://localhost:${port}`;
  const data = dataFolder();
  takeFolder(data, address);
  await refuseTaken(port, 'PORT');
  await refuseTaken(apiPort, 'REPERE_API_PORT');

  const pages = servePages(port, apiPort);
  void pages.ended.then((code) => stopRun(code ?? 1));
  const programs = CONFIGURATION.output.path;
  const urls = await startRoles(data);
  let env;
  let api;

  /** The API as it is now, in place of the one before. */
  async function restart(needsMigration) {
    await api?.end();
    if (needsMigration) await migrate({ urls, programs, env });
    if (isStopping()) return;
    const started = Date.now();
    const mine = (api = serveApi(join(programs, 'development.js'), env, [
      '--enable-source-maps',
      `--inspect=127.0.0.1:${debugPort}`,
    ]));
    void mine.ready.then((isReady) => {
      if (isReady) printLine(`API ready in ${Date.now() - started} ms.`);
      else if (mine === api && !isStopping())
        printLine('The API ended: it is started again at the next change.');
    });
  }
  const oneByOne = queue((error) => printLine(error.message));

  printLine('Building the API…');
  await watchPrograms(async (emitted) => {
    if (env) return oneByOne(() => restart(emitted.has('migrate.js')));
    const more = { PORT: String(apiPort), REPERE_PUBLIC_URL: address };
    env = await prepareDemo({ data, urls, programs, more });
    await restart(false);
  });
  // Read at start, as a server does.
  onChange(join(root, 'protocols'), () => oneByOne(() => restart(false)));
  await pages.ready;
  if (await api.ready) await printWhereAndWho(address, `http://127.0.0.1:${apiPort}`);
  printLine(`  Swagger UI ${address}/swagger/ · debugger at port ${debugPort}\n`);
});

/** Builds the API's programs now and at each change; `built` is told the files that differ. Resolves after the first time. */
function watchPrograms(built) {
  return new Promise((done, failed) => {
    const watching = require('webpack')
      .webpack(CONFIGURATION)
      .watch({}, async (error, stats) => {
        if (error) return failed(error);
        if (stats.hasErrors()) return printLine(stats.toString('errors-only'));
        try {
          await built(stats.compilation.emittedAssets);
          done();
        } catch (failure) {
          failed(failure);
        }
      });
    atStop(() => new Promise((closed) => watching.close(closed)));
  });
}

/** Runs one act after the other; what fails is told, and the next one runs. */
function queue(tell) {
  let last = Promise.resolve();
  return (act) => (last = last.then(act).catch(tell));
}

const A_MOMENT_MS = 300;

/** Calls `act` once the files of a folder have stopped changing. */
function onChange(folder, act) {
  let timer;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(act, A_MOMENT_MS);
  });
  atStop(() => watcher.close());
}
