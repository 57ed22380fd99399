import 'reflect-metadata';
import { hire } from './commands/hire';
import { keysCommand } from './commands/keys-command';
import { ledgerCommand } from './commands/ledger-command';
import { loadCommand } from './commands/load-command';
import { MissingConfiguration, readConfiguration } from './platform/settings/configuration';
import { rebuild } from './rebuild';
import { giveUp, serve } from './serve';

async function main(): Promise<void> {
  const [act, ...args] = process.argv.slice(2);
  // Says itself what it needs: the first key is made before anything else is there.
  if (act === 'ledger') return void (process.exitCode = await ledgerCommand(args));
  if (act === 'keys') return void (process.exitCode = await keysCommand(args));
  const configuration = readConfiguration(process.env);
  if (act === 'rebuild') return rebuild(configuration);
  if (act === 'hire') return hire(configuration, args);
  if (act === 'load') {
    // What is in hand is put in whole; a second Ctrl-C ends it where it is.
    const stopping = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
    return void (process.exitCode = await loadCommand(configuration, args, { signal: stopping.signal }));
  }
  if (configuration.demo) throw new MissingConfiguration(['REPERE_DEMO: the demo is served by demo.js']);
  return serve(configuration);
}

main().catch(giveUp);
