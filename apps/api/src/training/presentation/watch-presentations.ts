import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { machineNow } from '../../platform/clocks';
import { describeFault } from '../../platform/refusals/classify-fault';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { placeIn } from '../../platform/requests/request-origin';
import { MOST_LEARNERS } from '../../platform/spaces/space-class-rows';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { EventStream } from './event-stream';
import type { RoomWindow } from './presentation.dto';
import { deviceOf } from '../learners/device-of';
import { PRESENTATION_SQL } from './presentation.query';
import { notIn, type Watcher } from './watcher';

/** What another process changed is heard this late; what this one did, at once. */
const LOOK_EVERY_MS = 1_000;
const BEATS_EVERY_LOOKS = 15;
/** Windows of whoever leads, in one process. */
const MOST_LEADING = 8;

interface Listener {
  readonly watcher: Watcher;
  readonly device: string;
  readonly stream: EventStream;
}

interface WatchedSpace {
  readonly place: RequestPlace;
  /** By browser, and window of whoever leads. */
  readonly listeners: Map<string, Listener>;
}

interface Standing {
  readonly position: number;
  readonly arrived: number;
  readonly admitted: ReadonlySet<string>;
}

/**
 * Who listens to what is presented, in this process. Each space with a listener is asked for its position, one space after the other, so
 * that all of them together hold one connection for some milliseconds a second.
 */
@Injectable()
export class WatchPresentations implements OnModuleDestroy {
  private readonly logger = new Logger('Presentations');
  private readonly watched = new Map<string, WatchedSpace>();
  private timer: NodeJS.Timeout | null = null;
  private looks = 0;
  private isLooking = false;
  private isOver = false;

  constructor(
    private readonly units: UnitOfWork,
    private readonly spaces: Spaces,
  ) {}

  /** Streams are answers that do not end by themselves: before the server waits for all of them. */
  onModuleDestroy(): void {
    this.isOver = true;
    if (this.timer) clearTimeout(this.timer);
    for (const { listeners } of this.watched.values())
      for (const { stream } of listeners.values()) stream.breakOff();
    this.watched.clear();
  }

  /** Answers with a stream of positions. `seen`: the one that this browser saw last. Refuses whoever is not in, and one too many. */
  async listen(
    place: RequestPlace,
    watcher: Watcher,
    window: RoomWindow,
    seen: number | null,
    response: Response,
  ): Promise<void> {
    const device = deviceOf(watcher.nonce).toString('hex');
    const { position, arrived, admitted } = await this.readStanding(place);
    if (!watcher.leads && !admitted.has(device)) throw notIn();
    const name = watcher.leads ? `lead ${watcher.nonce} ${window}` : `learner ${watcher.nonce}`;
    const { listeners } = this.watchSpace(place);
    this.mustHaveRoom(listeners, name, watcher.leads);
    listeners.get(name)?.stream.endStream('elsewhere');
    const listener = { watcher, device, stream: new EventStream(response, seen) };
    listeners.set(name, listener);
    response.once('close', () => {
      if (listeners.get(name) === listener) listeners.delete(name);
    });
    listener.stream.tellPosition(position);
    listener.stream.tellArrived(arrived);
    this.lookLater();
  }

  /** What was just changed here is told at once. */
  wakeSpace({ id }: Space): void {
    const watched = this.watched.get(id);
    if (watched) void this.tellSpace(watched).catch((error: unknown) => this.noteFault(error));
  }

  /** How many streams are open. */
  countListeners(): number {
    return [...this.watched.values()].reduce((sum, { listeners }) => sum + listeners.size, 0);
  }

  private watchSpace(place: RequestPlace): WatchedSpace {
    const known = this.watched.get(place.space.id);
    if (known) return known;
    const watched = { place: placeIn(place.space), listeners: new Map<string, Listener>() };
    this.watched.set(place.space.id, watched);
    return watched;
  }

  private mustHaveRoom(listeners: ReadonlyMap<string, Listener>, name: string, leads: boolean): void {
    const others = [...listeners].filter(([it, { watcher }]) => it !== name && watcher.leads === leads);
    const most = leads ? MOST_LEADING : MOST_LEARNERS;
    if (this.isOver || others.length >= most)
      throw refused(
        'room-full',
        `${String(most)} écrans suivent déjà : c’est le plus possible. Demandez à qui anime.`,
        `${String(most)} screens follow already, which is the most there can be. Ask whoever leads.`,
      );
  }

  private lookLater(): void {
    if (this.isOver || this.isLooking || this.timer) return;
    this.timer = setTimeout(() => void this.lookEverywhere(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  private async lookEverywhere(): Promise<void> {
    this.timer = null;
    this.isLooking = true;
    this.looks++;
    for (const watched of this.watched.values()) {
      try {
        await this.lookAt(watched);
      } catch (error) {
        this.noteFault(error);
      }
      if (this.looks % BEATS_EVERY_LOOKS === 0)
        for (const { stream } of watched.listeners.values()) stream.beat();
      if (watched.listeners.size === 0) this.watched.delete(watched.place.space.id);
    }
    this.isLooking = false;
    if (this.watched.size > 0) this.lookLater();
  }

  private async lookAt(watched: WatchedSpace): Promise<void> {
    const { space } = watched.place;
    const now = await this.spaces.findSpace(space.key);
    if (now?.id === space.id) return this.tellSpace(watched);
    // A copy of it is being made: its database is left alone meanwhile.
    const isCopied = now === null && (await this.spaces.whyShut(space.key ?? '')) === 'unavailable';
    if (!isCopied) this.endAll(watched);
  }

  private async tellSpace({ place, listeners }: WatchedSpace): Promise<void> {
    const { position, arrived, admitted } = await this.readStanding(place);
    for (const [name, { watcher, device, stream }] of listeners) {
      const isIn = watcher.until > machineNow() && (watcher.leads || admitted.has(device));
      if (isIn) {
        stream.tellPosition(position);
        stream.tellArrived(arrived);
      } else {
        listeners.delete(name);
        stream.endStream('out');
      }
    }
  }

  private endAll({ listeners }: WatchedSpace): void {
    for (const { stream } of listeners.values()) stream.endStream('shut');
    listeners.clear();
  }

  private readStanding(place: RequestPlace): Promise<Standing> {
    return this.units.unrecorded('system:access', place, async () => {
      const { manager } = this.units;
      const row = await PRESENTATION_SQL.read.first(manager);
      const count = await PRESENTATION_SQL.countArrived.first(manager);
      const admitted = await PRESENTATION_SQL.admitted.readRows(manager);
      const { position = 0 } = row ?? {};
      return {
        position,
        arrived: count?.arrived ?? 0,
        admitted: new Set(admitted.map(({ device }) => device)),
      };
    });
  }

  private noteFault(error: unknown): void {
    this.logger.warn(describeFault(error));
  }
}
