import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type IndexGeneration, IndexGenerations } from '../../platform/secrecy/index-generations';
import { KeyStore } from '../../platform/secrecy/key-store';
import { placeIn } from '../../platform/requests/request-origin';
import { type Progress, upkeep } from '../../platform/secrecy/rotation/progress';
import { CheckKeys } from '../../platform/secrecy/check-keys';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { childPlace } from '../reading/case-row';
import { IdentityIndex } from '../opening/identity-index';
import { INDEX_NAMES_SQL } from './index-names.query';
import type { ChildDto } from '../opening/child.dto';

/**
 * Makes the index of names under the newest key, case by case, while the one under the key before is searched; then takes that
 * one away. Whoever is killed has lost nothing: cases that are in it already are not entered again.
 */
@Injectable()
export class IndexNames implements OnApplicationBootstrap {
  private readonly logger = new Logger(IndexNames.name);

  constructor(
    private readonly check: CheckKeys,
    private readonly units: UnitOfWork,
    private readonly keys: KeyStore,
    private readonly generations: IndexGenerations,
    private readonly index: IdentityIndex,
    private readonly secrecy: Secrecy,
  ) {}

  /** An index that was never finished is, before anybody searches: whoever is not found seems not to be there. */
  async onApplicationBootstrap(): Promise<void> {
    await this.check.inEachReached((space) => this.makeFirst(space));
  }

  private async makeFirst(space: Space): Promise<void> {
    const isFinished = await this.units.unrecorded('system:recompute', placeIn(space), async () =>
      (await this.generations.listGenerations()).some((it) => it.isFinished),
    );
    if (isFinished) return;
    await this.indexNames(space, ({ done, of }) =>
      this.logger.log(`Index of names: ${String(done)} of ${String(of)} cases`),
    );
  }

  /** How many cases were entered; `said` after each batch. Nothing is done where the index is under the newest key. */
  async indexNames(space: Space, said: (progress: Progress) => void): Promise<number> {
    const target = await this.beginGeneration(space);
    if (target.isFinished) {
      await this.takeAway(space, target);
      return 0;
    }
    const of = await this.missing(space, target);
    let done = 0;
    // Once more for what a process that did not know the new key has opened meanwhile.
    do
      for (let after: string | null = NONE; after !== null;) {
        const batch: Batch = await this.batch(space, target, after);
        after = batch.last;
        done += batch.entered;
        if (batch.entered > 0) said({ done, of: Math.max(of, done) });
      }
    while (!(await this.finishGeneration(space, target)));
    await this.takeAway(space, target);
    return done;
  }

  private beginGeneration(space: Space): Promise<IndexGeneration> {
    return this.units.runAs('system:migrate', placeIn(space), upkeep('index.begun'), async () => {
      const [newest] = this.keys.blindIndexKeys(space);
      const all = await this.generations.listGenerations();
      const known = all.find(({ keyId }) => keyId === newest.id);
      if (known && known !== all.at(-1))
        throw new Error(
          `the index was already under "${newest.id}", and is under "${all.at(-1)?.keyId}" since`,
        );
      if (!known) await this.generations.beginGeneration((all.at(-1)?.generation ?? 0) + 1);
      const begun = (await this.generations.listGenerations()).at(-1);
      if (!begun) throw new Error('no index was begun');
      this.units.notes({ key: begun.keyId, generation: begun.generation });
      return begun;
    });
  }

  private missing(space: Space, { generation }: IndexGeneration): Promise<number> {
    return this.units.unrecorded('system:recompute', placeIn(space), async () => {
      const row = await INDEX_NAMES_SQL.countMissing.first(this.units.manager, [generation]);
      return row?.count ?? 0;
    });
  }

  private batch(space: Space, target: IndexGeneration, after: string): Promise<Batch> {
    return this.units.runAs('system:migrate', placeIn(space), upkeep('index.extended'), async () => {
      const { manager } = this.units;
      await INDEX_NAMES_SQL.makeAlone(manager);
      const rows = await INDEX_NAMES_SQL.lockMissing.readRows(manager, [target.generation, after]);
      const keys = new Map(
        (await this.secrecy.openDataKeys(rows.map(({ dataKeyId }) => dataKeyId))).map((key) => [key.id, key]),
      );
      for (const { id, dataKeyId, child } of rows) {
        const key = keys.get(dataKeyId);
        // Erased, or a row that never was a case: in the index, and found by nothing.
        const known = key ? (this.secrecy.unseal(key, childPlace(id), child) as ChildDto) : NOBODY;
        await this.index.enterCase(target, id, known);
      }
      this.units.notes({ generation: target.generation, count: rows.length });
      return { entered: rows.length, last: rows.at(-1)?.id ?? null };
    });
  }

  /** Whether every case is in it; then it is searched from now on. */
  private finishGeneration(space: Space, { generation }: IndexGeneration): Promise<boolean> {
    return this.units.runAs('system:migrate', placeIn(space), upkeep('index.finished'), async () => {
      // A case that is being opened by somebody who knew of the earlier one only is seen by what follows.
      await this.generations.alone();
      const isFinished = (await INDEX_NAMES_SQL.finish(this.units.manager, [generation])) > 0;
      this.units.notes({ generation, finished: isFinished });
      return isFinished;
    });
  }

  private async takeAway(space: Space, { generation }: IndexGeneration): Promise<void> {
    for (let taken = 1; taken > 0;)
      taken = await this.units.runAs(
        'system:migrate',
        placeIn(space),
        upkeep('index.taken-away'),
        async () => {
          const { manager } = this.units;
          const count =
            (await INDEX_NAMES_SQL.takeTokensAway(manager, [generation])) +
            (await INDEX_NAMES_SQL.takeSignaturesAway(manager, [generation]));
          if (count === 0) await INDEX_NAMES_SQL.endEarlier(manager, [generation]);
          this.units.notes({ generation, count });
          return count;
        },
      );
  }
}

interface Batch {
  readonly entered: number;
  /** `null`: there was none behind. */
  readonly last: string | null;
}

const NONE = '00000000-0000-0000-0000-000000000000';
const NOBODY: ChildDto = { calledName: '' };
