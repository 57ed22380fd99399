import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerEvent, WrittenEvent } from '../ledger/ledger-event';
import { writeEvent } from '../ledger/write-event';
import type { DeclaredAct } from './act';
import { type AccountActor, type Actor, type SystemActorId, securityContext } from './actor';
import { Refusal } from './refusal';
import { SpaceConnections } from './space-connections';
import { type Space, spaceNow } from './spaces';

/** Where a unit of work happens and who asks for it. */
export interface Door {
  readonly space: Space;
  readonly correlation: string;
  /** Finds out who acts; runs in the transaction, as `system:session`. */
  readonly identify: (manager: EntityManager) => Promise<Actor>;
}

interface Unit {
  readonly door: Door;
  readonly act: DeclaredAct;
  readonly manager: EntityManager;
  /** Fixed for the whole unit: entries of one act have one time. */
  readonly now: number;
  /** The latest event written, and what the default event is about. */
  recorded: boolean;
  actor: Actor;
  about: Pick<LedgerEvent, 'caseFileId' | 'shown' | 'commitment'>;
}

/**
 * One transaction per request: the space, its clock, who acts, the entity manager, and the ledger event that goes with it all.
 * The only way to an entity manager.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Unit>();

  constructor(private readonly connections: SpaceConnections) {}

  /** The manager of the running transaction; throws outside a unit of work. */
  get manager(): EntityManager {
    return this.unit.manager;
  }

  get actor(): Actor {
    return this.unit.actor;
  }

  /** The account that acts; throws for a system actor. */
  get account(): AccountActor {
    const { actor } = this.unit;
    if (actor.kind !== 'account') throw new Error(`${actor.id} is no account`);
    return actor;
  }

  get space(): Space {
    return this.unit.door.space;
  }

  get correlation(): string {
    return this.unit.door.correlation;
  }

  /** The space's clock, epoch milliseconds: the same all through the unit. */
  now(): number {
    return this.unit.now;
  }

  /** The default event is on this case's stream, and so is a refusal. Call it before anything can be refused. */
  about(caseFileId: string): void {
    this.unit.about = { ...this.unit.about, caseFileId };
  }

  /** The default event says that these cases were shown (a list, a search, an export). */
  shows(cases: NonNullable<LedgerEvent['shown']>): void {
    this.unit.about = { ...this.unit.about, shown: [...(this.unit.about.shown ?? []), ...cases] };
  }

  /** Writes an event of its own, in place of the default one: one per journal entry. */
  async record(
    event: Pick<LedgerEvent, 'type' | 'caseFileId' | 'commitment' | 'shown'>,
  ): Promise<WrittenEvent> {
    return this.write(this.unit, { purpose: this.unit.act.purpose, outcome: 'done', ...event });
  }

  /** What `work` gives, done under the system's own context; then the account's is back. Same transaction, same event. */
  async asSystem<T>(id: SystemActorId, work: () => Promise<T>): Promise<T> {
    const { manager, actor } = this.unit;
    await setContext(manager, { kind: 'system', id });
    const result = await work();
    await setContext(manager, actor);
    return result;
  }

  /** What `work` gives, once the transaction with its event is committed. A `Refusal` rolls back and is recorded by itself. */
  async run<T>(door: Door, act: DeclaredAct, work: () => Promise<T>): Promise<T> {
    const unit: { latest: Unit | null } = { latest: null };
    try {
      return await this.transaction(door, act, unit, work);
    } catch (error) {
      if (error instanceof Refusal && unit.latest) await this.recordRefusal(unit.latest, error);
      throw error;
    }
  }

  /** A unit of work that no person asked for: jobs, seeds, sign-in. */
  runAs<T>(
    id: SystemActorId,
    place: Omit<Door, 'identify'>,
    act: DeclaredAct,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.run({ ...place, identify: async () => ({ kind: 'system', id }) }, act, work);
  }

  private transaction<T>(
    door: Door,
    act: DeclaredAct,
    holder: { latest: Unit | null },
    work: () => Promise<T>,
  ): Promise<T> {
    return this.connections.use(door.space, (source) =>
      source.transaction(async (manager) => {
        const nobody: Actor = { kind: 'system', id: 'system:session' };
        await setContext(manager, nobody);
        const unit: Unit = {
          door,
          act,
          manager,
          now: spaceNow(door.space),
          recorded: false,
          actor: nobody,
          about: {},
        };
        holder.latest = unit;
        unit.actor = await door.identify(manager);
        await setContext(manager, unit.actor);
        return this.current.run(unit, async () => {
          const result = await work();
          if (!unit.recorded)
            await this.write(unit, { type: act.type, purpose: act.purpose, outcome: 'done', ...unit.about });
          return result;
        });
      }),
    );
  }

  /** The act was rolled back, so its refusal needs a transaction of its own. If that fails, the caller sees 503, not the refusal. */
  private async recordRefusal(unit: Unit, refusal: Refusal): Promise<void> {
    const { door, act, actor, about } = unit;
    await this.connections
      .use(door.space, (source) =>
        source.transaction(async (manager) => {
          await setContext(manager, actor);
          await this.write(
            { ...unit, manager },
            {
              type: act.type,
              purpose: act.purpose,
              outcome: 'refused',
              reason: refusal.code,
              ...(about.caseFileId ? { caseFileId: about.caseFileId } : {}),
            },
          );
        }),
      )
      .catch((cause: unknown) => {
        throw new LedgerUnwritable(cause);
      });
  }

  private async write(unit: Unit, event: LedgerEvent): Promise<WrittenEvent> {
    const { actor, door, manager, now } = unit;
    const signedIn = actor.id === 'system:session' ? null : actor;
    try {
      const written = await writeEvent(manager, event, {
        actor: signedIn,
        correlation: door.correlation,
        now,
      });
      unit.recorded = true;
      return written;
    } catch (cause) {
      throw new LedgerUnwritable(cause);
    }
  }

  private get unit(): Unit {
    const unit = this.current.getStore();
    if (!unit) throw new Error('outside a unit of work');
    return unit;
  }
}

/** The record can't be written: the request fails and shows nothing. */
export class LedgerUnwritable extends Error {
  constructor(cause: unknown) {
    super('the ledger cannot be written', { cause });
  }
}

async function setContext(manager: EntityManager, actor: Actor): Promise<void> {
  await manager.query(`SELECT set_config('app.ctx', $1, true)`, [securityContext(actor)]);
}
