import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { describeFault } from '../refusals/classify-fault';
import type { Configuration } from '../settings/configuration';
import { CONFIGURATION } from '../tokens';
import { SpaceConnections } from './space-connections';
import { Spaces } from './spaces';

const EVERY_MS = 1_000;

/**
 * Closes what this process has open in a training space of which another process makes a copy, or that was deleted or archived: a database
 * that is entered can't be copied, and of one that is gone no record is kept.
 */
@Injectable()
export class LeaveShutSpaces implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Training spaces');
  private timer: NodeJS.Timeout | null = null;
  private going = false;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly spaces: Spaces,
    private readonly connections: SpaceConnections,
  ) {}

  onApplicationBootstrap(): void {
    if (this.configuration.trainingDatabaseUrl === null) return;
    this.timer = setInterval(() => void this.leaveAll(), EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** One look at a time, however slow the address book is. */
  async leaveAll(): Promise<void> {
    if (this.going) return;
    this.going = true;
    try {
      const entered = this.connections.inUse().filter(({ kind }) => kind === 'training');
      const toLeave = await this.spaces.listToLeave(entered.map(({ database }) => database));
      for (const database of toLeave) await this.connections.leaveDatabase(database);
    } catch (error) {
      this.logger.error(describeFault(error));
    } finally {
      this.going = false;
    }
  }
}
