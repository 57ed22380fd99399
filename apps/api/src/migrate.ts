import 'reflect-metadata';
import { migrateSpaces } from './migrations/migrate-spaces';
import { readMigration } from './platform/settings/migration-settings';
import { TRAINING_TEMPLATE } from './platform/spaces/making/training-databases';

async function main(): Promise<void> {
  const { ownerUrl, ...live } = readMigration(process.env);
  const { migrated, failed } = await migrateSpaces(ownerUrl, { ...live, template: TRAINING_TEMPLATE });
  console.log(`Up to date: ${migrated.join(', ')}`);
  // Nobody waits for them: live spaces start, and whoever reads this mends them.
  for (const { database, why } of failed)
    console.error(`${database} is left out, and marked as failed in the list of training spaces: ${why}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
