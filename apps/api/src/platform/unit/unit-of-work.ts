import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { FieldClass } from '@repere/access';
import type { Outcome } from '@repere/ledger';
import type { EntityManager } from 'typeorm';
import type { BesideEvent } from '../record/insert-event.query';
import type { LedgerEvent, WrittenEvent } from '../record/ledger-event';
import type { DeclaredAct } from './act';
import { type AccountActor, type Actor, contextRights, type SystemActorId } from './actor';
import { enterAs, setSecurityContext } from './enter';
import { KnownInUnit } from './known-in-unit';
import { Recorder } from './recorder';
import { Refusal } from '../refusals/refusal';
import type { RequestPlace } from '../requests/request-origin';
import { askedOf } from '../spaces/preparing-client';
import { SpaceConnections } from '../spaces/space-connections';
import { type Space, Spaces } from '../spaces/spaces';
import type { RequestContext, Unit } from './unit';
import { spaceNow } from '../clocks';

const NOBODY: Actor = { kind: 'system', id: 'system:session' };

/**
 * One transaction per request: the space, its clock, who acts, the entity manager, and the ledger event that goes with it all.
 * The only way to an entity manager.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Unit>();

  constructor(
    private readonly connections: SpaceConnections,
    private readonly recorder: Recorder,
    private readonly spaces: Spaces,
  ) {}

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

  /** What was read on the way in this unit. */
  get known(): KnownInUnit {
    return this.unit.known;
  }

  get space(): Space {
    return this.unit.context.space;
  }

  /** An account whose roles write to no case: the database keeps them from holding its line. */
  get isReader(): boolean {
    const { actor } = this.unit;
    return actor.kind === 'account' && !contextRights(actor.roles).writes;
  }

  /** The space's clock, epoch milliseconds: the same all through the unit. */
  now(): number {
    return this.unit.now;
  }

  /** The default event, or that of a refusal, is on this case's stream. Call it before anything can be refused. */
  aboutCase(caseFileId: string): void {
    this.unit.about = { ...this.unit.about, caseFileId };
  }

  /** The case that this unit was about is no more: what is kept of its answer goes under no key of a case. */
  aboutNone(): void {
    const { caseFileId: _gone, ...about } = this.unit.about;
    this.unit.about = about;
  }

  /** The case that this unit is about, as far as was said; `null`: none. */
  get caseFileId(): string | null {
    return this.unit.about.caseFileId ?? null;
  }

  /** Cases shown in lists, the open missions by which alone is seen what is seen, what is redacted of cases: as far as was said. */
  get sight(): Required<Pick<LedgerEvent, 'shown' | 'byMissions'>> & Pick<Unit, 'redacted'> {
    const { shown = [], byMissions = [] } = this.unit.about;
    return { shown, byMissions, redacted: this.unit.redacted };
  }

  /** What this unit answers about the case is redacted by these classes; the first word holds, whatever the unit does to the case. */
  noteRedacted(caseFileId: string, classes: readonly FieldClass[]): void {
    this.unit.redacted = { [caseFileId]: classes, ...this.unit.redacted };
  }

  /** The default event says that these cases were shown (a list, a search, an export), in this order. */
  shows(caseFileIds: readonly string[]): void {
    this.unit.about = { ...this.unit.about, shown: [...(this.unit.about.shown ?? []), ...caseFileIds] };
  }

  /** The default event, or that of a refusal, is on this mission's stream. */
  aboutMission(missionId: string): void {
    this.unit.about = { ...this.unit.about, missionId };
  }

  /** What is seen is seen by these open missions alone: its purpose is `audit`, whatever the act says. */
  audits(missionIds: readonly string[]): void {
    this.unit.purpose = 'audit';
    const byMissions = [...new Set([...(this.unit.about.byMissions ?? []), ...missionIds])];
    this.unit.about = { ...this.unit.about, byMissions };
  }

  /** These rules stand in the way of what was tried, though nothing was refused yet. */
  stoppedBy(rules: readonly string[]): void {
    this.unit.about = { ...this.unit.about, stoppedBy: rules };
    this.notes({ rules });
  }

  /** The default event commits to these fields as well; they are kept encrypted. */
  notes(payload: Readonly<Record<string, unknown>>): void {
    this.unit.about = { ...this.unit.about, payload: { ...this.unit.about.payload, ...payload } };
  }

  /** What this unit changed of rows that the record tells of was recorded, as far as it goes on to change none. */
  hasNothingToRecord(): void {
    this.unit.hasNothingToRecord = true;
  }

  /** What `work` gives, which asks one statement or more that change no row of which the record tells. */
  async changesNothingToRecord<T>(work: () => Promise<T>): Promise<T> {
    const isAllRecorded = await this.isAllRecorded();
    const result = await work();
    if (isAllRecorded) this.unit.recordedUpTo = await askedOf(this.unit.manager);
    return result;
  }

  /** Whether nothing was asked since all that was changed was recorded: what comes next may be the last of the unit. */
  async isAllRecorded(): Promise<boolean> {
    const { recordedUpTo, manager } = this.unit;
    return recordedUpTo !== null && recordedUpTo === (await askedOf(manager));
  }

  /** What this unit writes wants something done then, by the machine's clock, in whatever process. */
  wakes(at: Date): void {
    const { unit } = this;
    if (!unit.wakesAt || at < unit.wakesAt) unit.wakesAt = at;
  }

  /** What `work` gives or throws. The answer is held back until it took as long, once the unit holds no connection any more. */
  async inConstantTime<T>(ms: number, work: () => Promise<T>): Promise<T> {
    const { unit } = this;
    const began = performance.now();
    try {
      return await work();
    } finally {
      unit.heldBackMs += Math.max(0, ms - (performance.now() - began));
    }
  }

  /** Writes an event of its own, in place of the default one: one per journal entry, which is written `beside` it. */
  recordEvent(
    event: Omit<LedgerEvent, 'outcome' | 'purpose'> & { readonly outcome?: Outcome },
    beside: BesideEvent | null = null,
  ): Promise<WrittenEvent> {
    const { act, purpose } = this.unit;
    if (!act) throw new Error('this unit of work declared no act');
    return this.recorder.recordEvent(
      this.unit,
      { purpose: purpose ?? act.purpose, outcome: 'done', ...event },
      beside,
    );
  }

  /**
   * Writes an event that goes with the act and does not tell of it: the default one is written as well, with what was noted. Where the act is
   * this very one, its own event is not written twice.
   */
  async recordBesideAct(event: Omit<LedgerEvent, 'outcome' | 'purpose'>): Promise<WrittenEvent> {
    const { unit } = this;
    const { recorded } = unit;
    const written = await this.recordEvent(event);
    unit.recorded = recorded || unit.act?.type === event.type;
    return written;
  }

  /** What `work` gives, done under the system's own context; then the one before is back. Same transaction, same event. */
  async asSystem<T>(id: SystemActorId, work: () => Promise<T>): Promise<T> {
    const { manager, actor, now, known, speaksAs: before } = this.unit;
    const speaking = { kind: 'system', id } as const;
    await setSecurityContext(manager, speaking, now);
    this.unit.speaksAs = speaking;
    // What the system reads is no knowledge of the account's.
    this.unit.known = new KnownInUnit();
    const back = (): Promise<void> => {
      this.unit.known = known;
      known.versionsMark = null;
      this.unit.speaksAs = before;
      return setSecurityContext(manager, before ?? actor, now);
    };
    let result: T;
    try {
      result = await work();
    } catch (error) {
      // A caller that catches this goes on as the account; after a fault of SQL nothing can be asked any more, this neither.
      await back().catch(() => undefined);
      throw error;
    }
    await back();
    return result;
  }

  /** What `work` gives, once the transaction with its event is committed. A `Refusal` rolls back and is recorded by itself. */
  async runAct<T>(context: RequestContext, act: DeclaredAct, work: () => Promise<T>): Promise<T> {
    let begun: Unit | null = null;
    try {
      return await this.transaction(context, act, async (unit) => {
        begun = unit;
        return this.identified(unit, async () => {
          const result = await work();
          const { type, purpose } = act;
          // What changed behind the event that the work wrote by itself.
          if (unit.recorded) {
            if (!unit.hasNothingToRecord) await this.recorder.recordChanges(unit);
          } else if (!act.isUnrecorded) {
            const event = { type, purpose: unit.purpose ?? purpose, outcome: 'done', ...unit.about } as const;
            const isLast = context.readsOnly === true && unit.about.stoppedBy === undefined;
            await (isLast ? this.recorder.writeLast(unit, event) : this.recorder.recordEvent(unit, event));
          }
          return result;
        });
      });
    } catch (error) {
      // Nobody was there to be refused: the door is simply closed.
      const isRecorded = error instanceof Refusal && error.code !== 'unauthenticated';
      if (isRecorded && begun) await this.recorder.writeRefusal(begun, act, error);
      throw error;
    } finally {
      await heldBack(begun);
    }
  }

  /** A unit of work that no person asked for: jobs, seeds, sign-in. */
  runAs<T>(id: SystemActorId, place: RequestPlace, act: DeclaredAct, work: () => Promise<T>): Promise<T> {
    return this.runAct({ ...place, enter: enterAs(id) }, act, work);
  }

  /** A transaction that shows nothing of a case and changes nothing of substance, so that there is nothing to record. */
  unrecorded<T>(
    id: 'system:session' | 'system:access' | 'system:recompute',
    place: RequestPlace,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.transaction({ ...place, enter: enterAs(id) }, null, (unit) => this.identified(unit, work));
  }

  private async transaction<T>(
    context: RequestContext,
    act: DeclaredAct | null,
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> {
    // It would hold one connection and wait for another: some of these at once, and all wait for each other.
    // What a unit set going and left behind is within none once it has ended.
    if (this.current.getStore()?.isOver === false)
      throw new Error(`${act?.type ?? 'a unit'}: within a unit of work`);
    const now = spaceNow(context.space);
    let wakesAt: Date | undefined;
    const result = await this.connections.use(context.space, (source) =>
      source.transaction(async (manager) => {
        const unit: Unit = {
          ...{ context, act, manager, now, actor: NOBODY },
          ...{
            recorded: false,
            hasNothingToRecord: false,
            recordedUpTo: null,
            isOver: false,
            about: {},
            redacted: {},
            heldBackMs: 0,
          },
          known: new KnownInUnit(),
        };
        const given = await work(unit);
        wakesAt = unit.wakesAt;
        return given;
      }),
    );
    // Only a hint: without it, the space is looked at within the minute.
    if (wakesAt) this.spaces.hint(context.space, wakesAt).catch(() => undefined);
    return result;
  }

  private async identified<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
    unit.actor = await unit.context.enter(unit.manager, unit.now);
    if (unit.actor.kind === 'account')
      unit.known.addAlias(['account', unit.actor.id], unit.actor.alias ?? null);
    try {
      return await this.current.run(unit, work);
    } finally {
      unit.isOver = true;
    }
  }

  private get unit(): Unit {
    const unit = this.current.getStore();
    if (!unit) throw new Error('outside a unit of work');
    return unit;
  }
}

/** Found or refused, whoever waits learns nothing from when the answer comes; nobody else waits for it. */
async function heldBack(unit: Unit | null): Promise<void> {
  if (unit && unit.heldBackMs > 0) await delay(unit.heldBackMs);
}
