import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { SiblingProcesses } from '../processes/sibling-processes';
import { SpaceConnections } from './space-connections';
import type { Space } from './spaces';

const SUBJECT = 'spaces-in-use';
const TELL_EVERY_MS = 1_000;
/** Of a process that has ended nothing more is heard. */
const HEARD_FOR_MS = 5_000;

/** Spaces in which something is done just now, by any process of this service on this machine. */
@Injectable()
export class SpacesInUse implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly heard = new Map<string, { readonly spaces: readonly Space[]; readonly at: number }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly connections: SpaceConnections,
    private readonly siblings: SiblingProcesses,
  ) {}

  onModuleInit(): void {
    this.siblings.listenTo(SUBJECT, (spaces, from) =>
      this.heard.set(from, { spaces: spaces as readonly Space[], at: performance.now() }),
    );
  }

  onApplicationBootstrap(): void {
    if (this.siblings.role !== 'answering') return;
    this.timer = setInterval(
      () => this.siblings.tellOthers(SUBJECT, this.connections.inUse()),
      TELL_EVERY_MS,
    );
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  listSpaces(): readonly Space[] {
    const elsewhere = [...this.heard.values()].filter(({ at }) => performance.now() - at < HEARD_FOR_MS);
    return [...this.connections.inUse(), ...elsewhere.flatMap(({ spaces }) => spaces)];
  }
}
