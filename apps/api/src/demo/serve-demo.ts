import 'reflect-metadata';
import { MissingConfiguration, readConfiguration } from '../platform/settings/configuration';
import { giveUp, serve } from '../serve';
import { DemoModule } from './demo.module';

/** What `npm start` serves in place of main.ts, which knows nothing of a demo. Refuses outside demo mode. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!configuration.demo) throw new MissingConfiguration(['REPERE_DEMO: 1, or main.js serves']);
  await serve(configuration, [DemoModule]);
}

main().catch(giveUp);
