import 'reflect-metadata';
import { createApplication } from './application';
import { rebuild } from './rebuild';
import { MissingConfiguration, readConfiguration } from './platform/configuration';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (process.argv[2] === 'rebuild') return rebuild(configuration);
  const app = await createApplication(configuration);
  // Started by a parent that is gone, even killed: nothing of ours stays behind.
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  await app.listen(configuration.port, configuration.host);
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingConfiguration ? error.message : error);
  process.exit(1);
});
