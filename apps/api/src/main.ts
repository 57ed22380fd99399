import 'reflect-metadata';
import { createApplication } from './application';
import { MissingConfiguration, readConfiguration } from './platform/configuration';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const app = await createApplication(configuration);
  await app.listen(configuration.port, configuration.host);
}

main().catch((error: unknown) => {
  console.error(error instanceof MissingConfiguration ? error.message : error);
  process.exit(1);
});
