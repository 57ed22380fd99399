import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { DemoStaffService } from './access/demo-staff.service';
import { createApplication } from './application';
import { SeedCases } from './cases/demo/seed-cases';
import { readConfiguration } from './platform/configuration';
import { Spaces } from './platform/spaces';
import { UnitOfWork } from './platform/unit-of-work';

/** Fills the default space with fictional people and cases. Idempotent; refuses outside demo mode. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!configuration.demo) throw new Error('Only in demo mode: set REPERE_DEMO=1');
  const app = await createApplication({ ...configuration, jobs: false, logLevel: 'warn' });
  try {
    await app.init();
    const space = await app.get(Spaces).find(null);
    if (!space) throw new Error('There is no live space: run migrate first');
    const place = { space, correlation: randomUUID() };
    const act = { type: 'demo.seed', purpose: 'maintenance', idempotent: false } as const;
    const { accounts } = await app
      .get(UnitOfWork)
      .runAs('system:seed', place, act, () => app.get(DemoStaffService).seed());
    const cases = await app.get(SeedCases).seed(space, accounts);
    console.log(`Fictional cases added: ${String(cases)}`);
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
