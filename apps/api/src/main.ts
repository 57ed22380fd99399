import 'reflect-metadata';
import { hire } from './access/hire';
import { createApplication } from './application';
import { keysCommand } from './keys/keys-command';
import { ledgerCommand } from './ledger/ledger-command';
import { MissingConfiguration, readConfiguration } from './platform/configuration';
import { KeysUnfit } from './platform/secrecy/check-keys';
import { CredentialsUnbound } from './platform/secrecy/credentials/take-over-credentials';
import { PublishedTextChanged } from './protocols/published-text-changed';
import { rebuild } from './rebuild';

async function main(): Promise<void> {
  const [act, ...args] = process.argv.slice(2);
  // Says itself what it needs: the first key is made before anything else is there.
  if (act === 'ledger') return void (process.exitCode = await ledgerCommand(args));
  if (act === 'keys') return void (process.exitCode = await keysCommand(args));
  const configuration = readConfiguration(process.env);
  if (act === 'rebuild') return rebuild(configuration);
  if (act === 'hire') return hire(configuration, args);
  const app = await createApplication(configuration);
  // Started by a parent that is gone, even killed: nothing of ours stays behind.
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  await app.listen(configuration.port, configuration.host);
}

main().catch((error: unknown) => {
  const isTold = [MissingConfiguration, KeysUnfit, CredentialsUnbound, PublishedTextChanged].some(
    (it) => error instanceof it,
  );
  console.error(isTold && error instanceof Error ? error.message : error);
  process.exit(1);
});
