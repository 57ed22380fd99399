import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerEvent, WrittenEvent } from '../record/ledger-event';
import { type EventCircumstances, subjectsOf, writeEvent } from '../record/write-event';
import type { Subject } from '../record/aliases';
import { type BeforeEvent, beforeEvent } from '../record/before-event';
import type { BesideEvent } from '../record/insert-event.query';
import { type Captured, changesOf, ROWS_CHANGED, takeChanges } from '../record/take-changes';
import { writeStop } from '../record/access-event';
import type { DeclaredAct } from './act';
import type { Actor } from './actor';
import type { Refusal } from '../refusals/refusal';
import { KnownInUnit } from './known-in-unit';
import { KeyStore } from '../secrecy/key-store';
import { sealJson } from '../secrecy/sealed';
import { askedOf } from '../spaces/preparing-client';
import { SpaceConnections } from '../spaces/space-connections';
import { enterAs } from './enter';
import type { Unit } from './unit';

/** The record can't be written: the request fails and shows nothing. */
export class LedgerUnwritable extends Error {
  constructor(cause: unknown) {
    super('the ledger cannot be written', { cause });
  }
}

/** Who tells of changed rows: the machine, beside the event of whoever changed them. */
const RECORD: Actor = { kind: 'system', id: 'system:record' };

/** Writes the events of units of work. */
@Injectable()
export class Recorder {
  constructor(
    private readonly connections: SpaceConnections,
    private readonly keys: KeyStore,
  ) {}

  /** Writes the event in the unit's transaction, with what stands `beside` it; throws `LedgerUnwritable`. */
  async recordEvent(
    unit: Unit,
    event: LedgerEvent,
    beside: BesideEvent | null = null,
  ): Promise<WrittenEvent> {
    const written = await this.writeOne(unit, event, beside);
    unit.recorded = true;
    return written;
  }

  /** The event of a unit that only read: nothing is asked after it, so that its transaction ends with it. Throws `LedgerUnwritable`. */
  async writeLast(unit: Unit, event: LedgerEvent): Promise<void> {
    await this.writeOne(unit, event, null, true);
    unit.recorded = true;
  }

  /** An event of what accounts, teams, grants and credentials this unit has changed, so far as none told of it yet. */
  async recordChanges(unit: Unit): Promise<void> {
    await this.recordCaptured(unit, await takeChanges(unit.manager));
  }

  private async recordCaptured(unit: Unit, captured: readonly Captured[]): Promise<void> {
    for (const changed of changesOf(captured))
      await this.writeOne({ ...unit, actor: RECORD }, { ...ROWS_CHANGED, payload: { changed } }, null);
  }

  /** What was changed until now is told with it. */
  private async writeOne(
    unit: Unit,
    event: LedgerEvent,
    beside: BesideEvent | null,
    isLast = false,
  ): Promise<WrittenEvent> {
    const { actor, context, manager, now, known } = unit;
    const signedIn = actor.id === 'system:session' ? null : actor;
    try {
      const { aliases, caseKey } = await this.findBeforeEvent(
        unit,
        subjectsOf(event, signedIn),
        event.caseFileId,
      );
      const seal: EventCircumstances['seal'] = async (place, value) => {
        const key = caseKey
          ? await known.openKey(caseKey, () => this.keys.unwrap(context.space, caseKey))
          : await this.keys.ofSpace(context.space, manager);
        return { keyId: key.id, sealed: sealJson(key.key, place, value) };
      };
      const circumstances = {
        actor: signedIn,
        correlation: context.correlation,
        now,
        aliases,
        seal,
      };
      const { captured, ...written } = await writeEvent(manager, event, circumstances, beside, isLast);
      if (isLast) return written;
      await this.recordCaptured(unit, captured);
      if (actor.kind === 'account') await writeStop(manager, written.seq, event, now);
      unit.recordedUpTo = await askedOf(manager);
      return written;
    } catch (cause) {
      throw cause instanceof LedgerUnwritable ? cause : new LedgerUnwritable(cause);
    }
  }

  /** What the event needs to know, asked for unless it was read on the way. */
  private async findBeforeEvent(
    { manager, known }: Unit,
    subjects: readonly Subject[],
    caseFileId: string | undefined,
  ): Promise<BeforeEvent> {
    const aliases = subjects.flatMap((subject) => {
      const alias = known.aliasOf(subject);
      return alias === null ? [] : [[...subject, alias] as const];
    });
    const caseKey = caseFileId === undefined ? null : known.keyOfCase(caseFileId);
    if (aliases.length === subjects.length && (caseFileId === undefined || caseKey))
      return { aliases, caseKey };
    const found = await beforeEvent(manager, subjects, caseFileId ?? null);
    for (const [kind, id, alias] of found.aliases) known.addAlias([kind, id], alias);
    if (caseFileId !== undefined && found.caseKey) known.addCaseKey(caseFileId, found.caseKey);
    return found;
  }

  /** The act was rolled back, so its refusal gets a transaction of its own. If that fails, the caller sees 503, not the refusal. */
  async writeRefusal(unit: Unit, { type, purpose }: DeclaredAct, refusal: Refusal): Promise<void> {
    const { caseFileId, missionId, payload, byMissions } = unit.about;
    const inTransaction = async (manager: EntityManager): Promise<void> => {
      // Whether the case or the mission exists is no secret to the record, but stays one to the reader.
      await enterAs('system:record')(manager, unit.now);
      const isCase = caseFileId !== undefined && (await exists(manager, 'case_file', caseFileId));
      const isMission = missionId !== undefined && (await exists(manager, 'mission', missionId));
      await this.recordEvent(
        // What the act had read, or made, may be gone with it.
        { ...unit, manager, known: new KnownInUnit() },
        {
          type,
          purpose: unit.purpose ?? purpose,
          outcome: 'refused',
          ...(isCase && { caseFileId }),
          ...(isMission && { missionId }),
          ...(byMissions && { byMissions }),
          ...(refusal.details.rules && { stoppedBy: refusal.details.rules }),
          payload: {
            ...payload,
            code: refusal.code,
            reasons: (refusal.details.reasons ?? []).map(({ code }) => code),
            ...(refusal.details.rules && { rules: refusal.details.rules }),
          },
        },
      );
    };
    try {
      await this.connections.use(unit.context.space, (source) => source.transaction(inTransaction));
    } catch (cause) {
      throw cause instanceof LedgerUnwritable ? cause : new LedgerUnwritable(cause);
    }
  }
}

async function exists(manager: EntityManager, table: 'case_file' | 'mission', id: string): Promise<boolean> {
  const found: unknown[] = await manager.query(`SELECT 1 FROM ${table} WHERE id = $1`, [id]);
  return found.length > 0;
}
