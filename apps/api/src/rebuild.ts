import { RebuildProjectionsService } from './cases/upkeep/rebuild-projections.service';
import { maintain } from './commands/maintain';
import type { Configuration } from './platform/settings/configuration';

/** `main.js rebuild`: makes the projections of the default space anew from the journals, a batch a transaction. */
export const rebuild = (configuration: Configuration): Promise<void> =>
  maintain(configuration, async ({ app, runAct: act }) => {
    let last: string | null = null;
    do {
      const after: string | null = last;
      last = await act('system:rebuild', 'projections.rebuild', () =>
        app.get(RebuildProjectionsService).rebuild(after),
      );
    } while (last !== null);
  });
