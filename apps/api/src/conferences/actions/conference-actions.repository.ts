import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type ActionWords, ConferenceActionEntity } from '../entities/conference-action.entity';

/** An action as it was said at one moment. */
export type SaidAction = Omit<ConferenceActionEntity, 'content'> & { readonly content: ActionWords };

/** That it went from one person to another. */
export interface PassedAction {
  readonly fromId: string;
  readonly toId: string;
  readonly byId: string;
  readonly at: Date;
  readonly why: string;
}

/** What stands of an action, with from whom to whom it went. */
export interface KeptAction extends SaidAction {
  readonly passed: readonly PassedAction[];
}

/** What is said anew. */
type NewAction = Pick<SaidAction, 'appointmentId' | 'ownerId' | 'dueAt' | 'state' | 'content'>;

/** What was agreed to be done at conferences, sealed under the key of the case. */
@Injectable()
export class ConferenceActionsRepository {
  constructor(
    @InjectRepository(ConferenceActionEntity)
    private readonly actions: UnitRepository<ConferenceActionEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** What stands of each of one conference, or of all of the case; the first due first. */
  async listStanding(
    { row, key }: LoadedCase,
    of: { readonly appointmentId?: string } = {},
  ): Promise<readonly KeptAction[]> {
    const found = await this.actions.find({
      where: { caseFileId: row.id, ...of },
      order: { version: 'ASC', id: 'ASC' },
    });
    const said = found.map((it): SaidAction => {
      const { content: _sealed, ...rest } = it;
      return { ...rest, content: this.secrecy.openColumn(key, it, 'content') };
    });
    return [...Map.groupBy(said, ({ actionId }) => actionId).values()]
      .flatMap((all) => keptOf(all) ?? [])
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  }

  async sayAction(
    { row, key }: LoadedCase,
    { content, ...said }: NewAction,
    before: SaidAction | null,
  ): Promise<void> {
    const id = randomUUID();
    await this.actions.insert({
      ...said,
      ...{ id, actionId: before?.actionId ?? id, version: (before?.version ?? 0) + 1 },
      ...{ caseFileId: row.id, teamId: row.teamId, keyId: key.id },
      ...{ at: new Date(this.unit.now()), byId: this.unit.account.id },
      content: this.secrecy.seal(key, rowOf(ConferenceActionEntity, { id }), 'content', content),
    });
  }
}

/** Of everything that was said of one, the first first. */
function keptOf(all: readonly SaidAction[]): KeptAction | null {
  const now = all.at(-1);
  if (!now) return null;
  const passed = all.flatMap(({ ownerId, byId, at, state, content }, n): PassedAction[] => {
    const before = all[n - 1];
    // What became of it is said of who has it.
    if (!before || state !== 'open') return [];
    return [{ fromId: before.ownerId, toId: ownerId, byId, at, why: content.passedWhy ?? '' }];
  });
  return { ...now, passed };
}
