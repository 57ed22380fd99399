import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ActName } from '@repere/audit';
import { randomUUID } from 'node:crypto';
import { createApplication } from '../application';
import { NO_TIMEOUTS } from '../platform/data/database-timeouts';
import type { SystemActorId } from '../platform/unit/actor';
import type { Configuration } from '../platform/settings/configuration';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';

/** The default space, to be maintained by hand. */
export interface Maintained {
  readonly app: NestExpressApplication;
  readonly space: Space;
  /** One unit of work under a system actor's name, recorded as this act. */
  runAct<T>(by: SystemActorId, type: ActName, work: () => Promise<T>): Promise<T>;
}

/** Does something to the default space without serving anything, and leaves nothing open. `more`: modules beside the application's own. */
export async function maintain(
  configuration: Configuration,
  work: (maintained: Maintained) => Promise<void>,
  more: readonly Type[] = [],
): Promise<void> {
  const app = await createApplication(
    { ...configuration, jobs: false, keepsRecord: false, logLevel: 'warn', timeouts: NO_TIMEOUTS },
    more,
  );
  try {
    const space = await app.get(Spaces).findSpace(null);
    if (!space) throw new Error('There is no live space: run migrate first');
    const units = app.get(UnitOfWork);
    await work({
      app,
      space,
      runAct: (by, type, inside) =>
        units.runAs(
          by,
          { space, correlation: randomUUID() },
          { type, purpose: 'maintenance', idempotent: false },
          inside,
        ),
    });
  } finally {
    await app.close();
  }
}
