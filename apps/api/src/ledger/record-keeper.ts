import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { describeFault } from '../platform/refusals/classify-fault';
import type { Configuration } from '../platform/settings/configuration';
import { isOfDropped, SpaceFaults } from '../platform/spaces/space-faults';
import { SpacesInUse } from '../platform/spaces/spaces-in-use';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { CONFIGURATION } from '../platform/tokens';
import { KEPT, type Keeping, Keepings } from './keepings';
import { LedgerConnections } from './ledger-connections';
import { Sequencer } from './sequencing/sequencer';
import { Signer } from './signing/signer';
import { Turns } from './turns';

const EVERY_MS = 200;
const SIGN_EVERY_MS = 1_000;
/** A space in which another process wrote, and died, is found by then. */
const FIND_SPACES_EVERY_MS = 60_000;
/** A space in which events came is looked at as often as one that is in use here. */
const AWAKE_MS = 60_000;
/** Where there are more than connections, so many are looked at each time: each has one opened. */
const IN_TURN = 4;

/**
 * Keeps the record going: every 200 ms events get their places, about every second a checkpoint is signed. Live spaces always, as long
 * as there are connections for all; else those that rest one after the other, five a second. A training space while something was done
 * in it on this machine during the last minutes, or events came there, and each of them once a minute.
 */
@Injectable()
export class RecordKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Record');
  private readonly busy = new Map<string, Promise<void>>();
  private readonly signedAt = new Map<string, number>();
  private readonly workedAt = new Map<string, number>();
  private open: readonly Space[] = [];
  /** Databases that are no more, for which this process is still asked: until the address book is read again. */
  private readonly gone = new Set<string>();
  /** Training spaces at rest that are still to be looked at this minute: one at a time, each keeps a connection for some seconds. */
  private toVisit: Space[] = [];
  private spacesFoundAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;
  private readonly awakeTurns = new Turns();
  private readonly restingTurns = new Turns();
  private lastSaid = '';

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly spaces: Spaces,
    private readonly inUse: SpacesInUse,
    private readonly keepings: Keepings,
    private readonly ledger: LedgerConnections,
    private readonly sequencer: Sequencer,
    private readonly signer: Signer,
    private readonly faults: SpaceFaults,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.keepsRecord) return;
    this.timer = setInterval(
      () => void this.findSpaces().catch((error: unknown) => this.logFailure(error)),
      EVERY_MS,
    );
    this.timer.unref();
  }

  /** Before connections are closed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
    await Promise.all(this.busy.values());
  }

  private async findSpaces(): Promise<void> {
    const now = performance.now();
    const everywhere = now - this.spacesFoundAt >= FIND_SPACES_EVERY_MS;
    if (everywhere) {
      this.spacesFoundAt = now;
      this.open = await this.spaces.listOpenSpaces();
      this.gone.clear();
      this.toVisit = this.open.filter(({ kind }) => kind === 'training');
      this.forgetOthers(new Set(this.open.map(({ database }) => database)));
    }
    const live = this.open.filter(({ kind }) => kind === 'live');
    const awake = byDatabase([
      ...this.open.filter(({ key, database }) => key === null || this.hasWorked(database, now)),
      ...this.inUse.listSpaces(),
    ]);
    const resting = live.filter(({ database }) => !awake.has(database));
    const isRoomForAll = awake.size + resting.length < this.ledger.most;
    const tended = [
      ...(awake.size < this.ledger.most
        ? awake.values()
        : this.awakeTurns.takeNext([...awake.values()], IN_TURN)),
      ...(isRoomForAll ? resting : this.restingTurns.takeNext(resting, 1)),
      ...this.toVisit.splice(0, 1),
    ];
    for (const space of byDatabase(tended).values()) this.tend(space);
  }

  /** Whether events came there lately, by whatever process. */
  private hasWorked(database: string, now: number): boolean {
    return now - (this.workedAt.get(database) ?? -Infinity) < AWAKE_MS;
  }

  /** Of databases that are gone nothing is remembered. */
  private forgetOthers(open: ReadonlySet<string>): void {
    this.keepings.forgetOthers(open);
    for (const remembered of [this.signedAt, this.workedAt])
      for (const database of remembered.keys()) if (!open.has(database)) remembered.delete(database);
  }

  private tend(space: Space): void {
    if (this.stopping || this.busy.has(space.database) || this.gone.has(space.database)) return;
    const tending = this.keepRecord(space)
      .then((keeping) => this.note(space, keeping))
      .catch(async (error: unknown) => {
        // Of one that was copied it is kept on within a second; one that was deleted is found no more within the minute.
        const isOfLeaving = await this.faults.isOfLeaving(space, error);
        if (isOfLeaving && isOfDropped(error)) this.gone.add(space.database);
        if (!isOfLeaving) this.note(space, { kind: 'failing' }, error);
      })
      .finally(() => this.busy.delete(space.database));
    this.busy.set(space.database, tending);
  }

  private async keepRecord(space: Space): Promise<Keeping> {
    const { leaves, unreadable } = await this.sequencer.sequence(space);
    if (unreadable > 0)
      this.logger.error(`${String(unreadable)} queued events are no entries: see ledger_unreadable`);
    if (leaves > 0) this.workedAt.set(space.database, performance.now());
    const before = this.keepings.findKeeping(space.database) ?? KEPT;
    if (!this.signer.isHere) return KEPT;
    if (performance.now() - (this.signedAt.get(space.database) ?? -Infinity) < SIGN_EVERY_MS) return before;
    this.signedAt.set(space.database, performance.now());
    const result = await this.signer.sign(space);
    return result.kind === 'refused' ? result : KEPT;
  }

  /** A fault is said once, not five times a second. */
  private note(space: Space, keeping: Keeping, error?: unknown): void {
    const before = this.keepings.findKeeping(space.database) ?? KEPT;
    this.keepings.setKeeping(space.database, keeping);
    if (JSON.stringify(before) === JSON.stringify(keeping)) return;
    if (keeping.kind === 'kept') this.logger.warn(`${space.database}: the record is kept again`);
    else if (keeping.kind === 'failing') this.logFailure(error);
    else this.logger.error(`${space.database}: no checkpoint is signed: ${keeping.why}. See docs/record.md`);
  }

  private logFailure(error: unknown): void {
    const said = describeFault(error);
    if (said !== this.lastSaid) this.logger.error(said);
    this.lastSaid = said;
  }
}

const byDatabase = (spaces: readonly Space[]): ReadonlyMap<string, Space> =>
  new Map(spaces.map((it) => [it.database, it]));
