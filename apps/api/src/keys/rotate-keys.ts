import { Injectable } from '@nestjs/common';
import { IndexNames } from '../cases/upkeep/index-names';
import { CheckKeys } from '../platform/secrecy/check-keys';
import { BindCredentials } from '../platform/secrecy/credentials/bind-credentials';
import { placeIn } from '../platform/requests/request-origin';
import { type Progress, upkeep } from '../platform/secrecy/rotation/progress';
import { RewrapKeys } from '../platform/secrecy/rotation/rewrap-keys';
import { SpaceConnections } from '../platform/spaces/space-connections';
import { UnitOfWork } from '../platform/unit/unit-of-work';

/** Brings every space under the newest keys, while others serve. */
@Injectable()
export class RotateKeys {
  constructor(
    private readonly check: CheckKeys,
    private readonly rewrapping: RewrapKeys,
    private readonly indexing: IndexNames,
    private readonly binding: BindCredentials,
    private readonly units: UnitOfWork,
    private readonly connections: SpaceConnections,
  ) {}

  /** Says how far it is, line by line. Again and again it comes to the same; killed, it goes on where it was. */
  async rotate(say: (line: string) => void): Promise<void> {
    for (const space of await this.check.reachedWithData()) {
      const wasOpen = this.connections.isOpen(space);
      const progress =
        (what: string) =>
        ({ done, of }: Progress): void =>
          say(`"${space.title}": ${what} ${String(done)} of ${String(of)}`);
      const rewrapped = await this.rewrapping.rewrap(space, progress('data key'));
      const indexed = await this.indexing.indexNames(space, progress('names of case'));
      const { bound, unfit } = await this.binding.rebind(space, ({ done }) =>
        say(`"${space.title}": ${String(done)} credentials bound anew`),
      );
      await this.units.runAs('system:migrate', placeIn(space), upkeep('keys.rotated'), async () =>
        this.units.notes({ rewrapped, indexed, bound }),
      );
      say(
        `"${space.title}": under the newest keys (${String(rewrapped)} data keys, names of ${String(indexed)} cases, ${String(bound)} credentials)`,
      );
      if (unfit > 0)
        say(
          `"${space.title}": ${String(unfit)} credentials fit no key of ours and open nothing: repere ledger fsck names them`,
        );
      // What nobody enters holds no connection: it can be copied, or dropped.
      if (!wasOpen) await this.connections.leaveDatabase(space.database);
    }
  }
}
