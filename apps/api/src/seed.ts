import 'reflect-metadata';
import { DemoStaffService } from './access/demo-staff.service';
import { SeedMissions } from './audit/missions/demo/seed-missions';
import { SeedCases } from './cases/demo/seed-cases';
import { SeedCover } from './cases/demo/seed-cover';
import { SeedProtocolWork } from './cases/demo/seed-protocol-work';
import { maintain } from './commands/maintain';
import { readConfiguration } from './platform/configuration';
import { SeedReferrals } from './referrals/demo/seed-referrals';

/** Fills the default space with fictional people and cases. Idempotent; refuses outside demo mode. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!configuration.demo) throw new Error('Only in demo mode: set REPERE_DEMO=1');
  await maintain(configuration, async ({ app, space, act }) => {
    const { accounts } = await act('system:seed', 'demo.seed', () => app.get(DemoStaffService).seed());
    const cases = await app.get(SeedCases).seed(space, accounts);
    await app.get(SeedCover).seed(space, accounts);
    await app.get(SeedReferrals).seed(space, accounts);
    const missions = await app.get(SeedMissions).seed(space, accounts);
    const drafts = await app.get(SeedProtocolWork).seed(space, accounts);
    console.log(
      `Fictional cases added: ${String(cases)}; drafts of protocols: ${String(drafts)}; missions: ${String(missions)}`,
    );
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
