import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MOST_SEED } from '@repere/training';
import { refused } from '../../platform/refusals/refused';
import { LOADS_SQL, MOST_LOADED } from '../../platform/spaces/making/load-rows';
import {
  MOMENTS_SQL,
  type MomentRow,
  MOST_AUTOMATIC,
  MOST_MOMENTS,
  MOST_MOMENTS_IN_ALL,
} from '../../platform/spaces/making/moment-rows';
import { type BookRows, Provisioner } from '../../platform/spaces/making/provisioner';
import { MOST_IN_ALL, MOST_SPACES } from '../../platform/spaces/making/space-life';
import { TRAINING_SPACES_SQL as SQL } from '../../platform/spaces/making/training-space-rows';

/** How many spaces and moments there are, counted by one at a time, so that the last place is given once. */
@Injectable()
export class SpaceQuota {
  constructor(private readonly provisioner: Provisioner) {}

  /** `insert`: statement of a new space of this owner, whose key it names first, and which waits to be made; `cases`: given to it besides. */
  insertSpace(ownerId: string, insert: string, parameters: unknown[], cases?: number): Promise<void> {
    return this.provisioner.alone('quota', async (rows) => {
      const [count] = await rows<Count>(SQL.count, [ownerId]);
      const { own, inAll } = count ?? { own: MOST_SPACES, inAll: MOST_IN_ALL };
      if (own >= MOST_SPACES)
        throw refused(
          'too-many-spaces',
          `Vous avez déjà ${String(MOST_SPACES)} espaces. Supprimez-en un d’abord.`,
          `You have ${String(MOST_SPACES)} spaces already. Delete one first.`,
        );
      if (inAll >= MOST_IN_ALL)
        throw refused(
          'no-room-for-spaces',
          `Cette installation a déjà ${String(MOST_IN_ALL)} espaces d’exercice. Demandez à qui en a trop d’en supprimer.`,
          `This installation has ${String(MOST_IN_ALL)} training spaces already. Ask whoever has too many to delete some.`,
        );
      await rows(insert, parameters);
      if (cases !== undefined) await insertLoad(rows, ownerId, String(parameters[0]), { cases });
    });
  }

  /** Fictional cases for a space of this owner, one load a space. */
  insertLoad(ownerId: string, key: string, asked: AskedLoad): Promise<void> {
    return this.provisioner.alone('quota', (rows) => insertLoad(rows, ownerId, key, asked));
  }

  /** The moment as it waits to be kept. One that was kept by itself gives way to it. */
  insertMoment(id: string, key: string, title: string): Promise<MomentRow> {
    return this.provisioner.alone('moments', async (rows) => {
      const { own, inAll, automatic } = await countMoments(rows, key);
      if (own >= MOST_MOMENTS && automatic > 0) await rows(MOMENTS_SQL.dropAutomatic, [key, automatic - 1]);
      else if (own >= MOST_MOMENTS)
        throw refused(
          'too-many-moments',
          `${String(MOST_MOMENTS)} moments de cet espace sont déjà gardés. Supprimez-en un d’abord.`,
          `${String(MOST_MOMENTS)} moments of this space are kept already. Delete one first.`,
        );
      else if (inAll >= MOST_MOMENTS_IN_ALL)
        throw refused(
          'no-room-for-moments',
          `Cette installation garde déjà ${String(MOST_MOMENTS_IN_ALL)} moments. Demandez à qui en a trop d’en supprimer.`,
          `This installation keeps ${String(MOST_MOMENTS_IN_ALL)} moments already. Ask whoever has too many to delete some.`,
        );
      const [made] = await rows<MomentRow>(MOMENTS_SQL.insert, [id, key, title, false]);
      if (!made)
        throw refused(
          'space-not-open',
          'Seul un espace ouvert garde un moment : rouvrez-le d’abord.',
          'Only an open space keeps a moment: open it again first.',
        );
      return made;
    });
  }

  /** The same before time goes on, in place of the oldest that was kept by itself; `null`: there is no room. */
  insertAutomatic(id: string, key: string, title: string): Promise<MomentRow | null> {
    return this.provisioner.alone('moments', async (rows) => {
      await rows(MOMENTS_SQL.dropAutomatic, [key, MOST_AUTOMATIC - 1]);
      const { own, inAll } = await countMoments(rows, key);
      if (own >= MOST_MOMENTS || inAll >= MOST_MOMENTS_IN_ALL) return null;
      const [made] = await rows<MomentRow>(MOMENTS_SQL.insert, [id, key, title, true]);
      return made ?? null;
    });
  }
}

interface AskedLoad {
  readonly cases: number;
  /** Unless said, one that no other space has by intent. */
  readonly seed?: number | undefined;
}

async function insertLoad(
  rows: BookRows,
  ownerId: string,
  key: string,
  { cases, seed = randomInt(MOST_SEED + 1) }: AskedLoad,
): Promise<void> {
  const [count] = await rows<{ cases: number }>(LOADS_SQL.countOf, [ownerId]);
  const [known] = await rows(LOADS_SQL.ofSpaces, [[key]]);
  if (known)
    throw refused(
      'has-cases',
      'Cet espace a déjà ses dossiers d’exercice. Pour d’autres, créez un autre espace.',
      'This space has its fictional cases already. For others, make another space.',
    );
  if ((count?.cases ?? MOST_LOADED) + cases > MOST_LOADED)
    throw refused(
      'too-many-cases',
      `Vos espaces ont ${String(MOST_LOADED)} dossiers d’exercice au plus, tous ensemble. Supprimez un espace qui en a, ou demandez-en moins.`,
      `Your spaces have ${String(MOST_LOADED)} fictional cases at most, all together. Delete a space that has some, or ask for fewer.`,
      'cases',
    );
  const made = await rows(LOADS_SQL.insert, [key, cases, seed, false]);
  if (made.length === 0)
    throw refused(
      'space-not-open',
      'Seul un espace ouvert reçoit des dossiers : rouvrez-le d’abord.',
      'Only an open space is given cases: open it again first.',
    );
}

async function countMoments(rows: BookRows, key: string): Promise<MomentCount> {
  const [count] = await rows<MomentCount>(MOMENTS_SQL.count, [key]);
  return count ?? { own: MOST_MOMENTS, inAll: MOST_MOMENTS_IN_ALL, automatic: 0 };
}

interface Count {
  readonly own: number;
  readonly inAll: number;
}

interface MomentCount extends Count {
  /** Of its own those that were kept by themselves. */
  readonly automatic: number;
}
