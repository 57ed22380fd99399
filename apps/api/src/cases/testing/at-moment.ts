import { randomUUID } from 'node:crypto';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { enterFound } from '../../platform/unit/enter';
import type { TestService } from '../../testing/test-service';
import { accountActor } from '../../platform/unit/account-actor';

/** What `work` gives, done in an account's name at another moment of the space's clock. */
export async function atMoment<T>(
  service: TestService,
  accountId: string,
  at: number,
  work: () => Promise<T>,
): Promise<T> {
  const space = await service.app.get(Spaces).findSpace(null);
  if (!space) throw new Error('no space');
  return service.app.get(UnitOfWork).runAct(
    {
      space: { ...space, fixedNow: at },
      correlation: randomUUID(),
      enter: enterFound((manager) => accountActor(manager, accountId)),
    },
    { type: 'case-file.read', purpose: 'training', idempotent: false },
    work,
  );
}
