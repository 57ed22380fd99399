import type { Type } from '@nestjs/common';
import { createApplication } from './application';
import { type Configuration, MissingConfiguration } from './platform/settings/configuration';
import { KeysUnfit } from './platform/secrecy/check-keys';
import { PublishedTextChanged } from './protocols/publishing/published-text-changed';

/** Serves the application, with `more` modules, until the process ends. */
export async function serve(configuration: Configuration, more: readonly Type[] = []): Promise<void> {
  const app = await createApplication(configuration, more);
  // Started by a parent that is gone, even killed: nothing of ours stays behind.
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  await app.listen(configuration.port, configuration.host);
}

/** Ends the process, saying why: a sentence for what a person can mend. */
export function giveUp(error: unknown): void {
  const isTold = [MissingConfiguration, KeysUnfit, PublishedTextChanged].some((it) => error instanceof it);
  console.error(isTold && error instanceof Error ? error.message : error);
  process.exit(1);
}
