import 'reflect-metadata';
import { migrateSpaces } from './migrations/migrate-spaces';
import { TRAINING_TEMPLATE } from './platform/spaces/training-databases';

async function main(): Promise<void> {
  const ownerUrl = process.env['REPERE_OWNER_DATABASE_URL'];
  if (!ownerUrl)
    throw new Error('Missing: REPERE_OWNER_DATABASE_URL, address of PostgreSQL as role repere_owner');
  const migrated = await migrateSpaces(ownerUrl, {
    database: process.env['REPERE_LIVE_DATABASE'] ?? 'repere_live',
    title: process.env['REPERE_LIVE_TITLE'] ?? 'Repère',
    template: TRAINING_TEMPLATE,
  });
  console.log(`Up to date: ${migrated.join(', ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
