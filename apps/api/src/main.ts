import 'reflect-metadata';
import { hire } from './access/hire';
import { createApplication } from './application';
import { MissingConfiguration, readConfiguration } from './platform/configuration';
import { rebuild } from './rebuild';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const [act, ...args] = process.argv.slice(2);
  if (act === 'rebuild') return rebuild(configuration);
  if (act === 'hire') return hire(configuration, args);
  const app = await createApplication(configuration);
  // Started by a parent that is gone, even killed: nothing of ours stays behind.
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  await app.listen(configuration.port, configuration.host);
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingConfiguration ? error.message : error);
  process.exit(1);
});
