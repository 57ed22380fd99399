import { EMPTY_TREE, appendLeaves } from '@repere/ledger';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../../platform/record/commit-payload';

/** Every tile anew from the leaves as they are now: what an attacker does who knows how the record works. */
export async function rebuildTree(manager: EntityManager): Promise<void> {
  const leaves: { hash: Buffer }[] = await manager.query(`SELECT hash FROM ledger_leaf ORDER BY leaf`);
  const { fullTiles } = appendLeaves(
    EMPTY_TREE,
    leaves.map(({ hash }) => hash),
    sha256,
  );
  for (const { at, nodes, root } of fullTiles)
    await manager.query(`UPDATE ledger_tile SET nodes = $1, root = $2 WHERE level = $3 AND index = $4`, [
      nodes,
      root,
      at.level,
      at.index,
    ]);
}
