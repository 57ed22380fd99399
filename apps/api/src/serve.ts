import cluster from 'node:cluster';
import type { Type } from '@nestjs/common';
import { createApplication } from './application';
import { type Configuration, MissingConfiguration } from './platform/settings/configuration';
import { KeysUnfit } from './platform/secrecy/check-keys';
import { configurationOf } from './platform/processes/configuration-of';
import { ownRole } from './platform/processes/process-role';
import { READY, Supervisor } from './platform/processes/supervise';
import { PublishedTextChanged } from './protocols/publishing/published-text-changed';

/** Serves the application, with `more` modules, until the process ends; in several processes where the configuration says so. */
export async function serve(configuration: Configuration, more: readonly Type[] = []): Promise<void> {
  const { answering = 1, jobs } = configuration;
  if (answering > 1 && cluster.isPrimary)
    process.exit(await new Supervisor({ answering, hasKeeper: jobs }).keepGoing());
  const role = ownRole();
  const app = await createApplication(configurationOf(role, configuration), more);
  // Started by a parent that is gone, even killed: nothing of ours stays behind.
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  if (role !== 'keeper') await app.listen(configuration.port, configuration.host);
  if (cluster.isWorker) process.send?.(READY, undefined, undefined, () => undefined);
}

/** Ends the process, saying why: a sentence for what a person can mend. */
export function giveUp(error: unknown): void {
  const isTold = [MissingConfiguration, KeysUnfit, PublishedTextChanged].some((it) => error instanceof it);
  console.error(isTold && error instanceof Error ? error.message : error);
  process.exit(1);
}
