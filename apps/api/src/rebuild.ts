import { randomUUID } from 'node:crypto';
import { createApplication } from './application';
import { RebuildProjectionsService } from './cases/upkeep/rebuild-projections.service';
import type { Configuration } from './platform/configuration';
import { Spaces } from './platform/spaces';
import { UnitOfWork } from './platform/unit-of-work';

/** `main.js rebuild`: makes the projections of the default space anew from the journals, a batch a transaction. */
export async function rebuild(configuration: Configuration): Promise<void> {
  const app = await createApplication({ ...configuration, jobs: false, logLevel: 'warn' });
  try {
    await app.init();
    const space = await app.get(Spaces).find(null);
    if (!space) throw new Error('There is no live space: run migrate first');
    const act = { type: 'projections.rebuild', purpose: 'maintenance', idempotent: false } as const;
    let last: string | null = null;
    do {
      const after: string | null = last;
      last = await app
        .get(UnitOfWork)
        .runAs('system:rebuild', { space, correlation: randomUUID() }, act, () =>
          app.get(RebuildProjectionsService).rebuild(after),
        );
    } while (last !== null);
  } finally {
    await app.close();
  }
}
