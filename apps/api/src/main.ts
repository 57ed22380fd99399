import 'reflect-metadata';
import { createApplication } from './application';
import { rebuild } from './rebuild';
import { MissingConfiguration, readConfiguration } from './platform/configuration';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (process.argv[2] === 'rebuild') return rebuild(configuration);
  const app = await createApplication(configuration);
  await app.listen(configuration.port, configuration.host);
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingConfiguration ? error.message : error);
  process.exit(1);
});
