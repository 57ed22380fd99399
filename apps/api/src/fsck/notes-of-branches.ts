import { Injectable } from '@nestjs/common';
import { rowsIn } from '../ledger/rows';
import { findBranches } from '../ledger/signing/branches.query';
import { spaceNow } from '../platform/clocks';
import { SpaceConnections } from '../platform/spaces/space-connections';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { setSecurityContext } from '../platform/unit/enter';
import type { Pinned } from './record-fault';

/** Notes that branches of a training space hold of its log: kept elsewhere, so that it can't be written anew without them. */
@Injectable()
export class NotesOfBranches {
  constructor(
    private readonly spaces: Spaces,
    private readonly connections: SpaceConnections,
  ) {}

  async findPinnedNotes(parent: Space): Promise<readonly Pinned[]> {
    if (parent.kind === 'live') return [];
    const notes: Pinned[] = [];
    for (const branch of await this.spaces.branchesOf(parent))
      for (const { parent: key, note } of await this.readBranches(branch))
        if (key === parent.key && note !== null) notes.push({ from: `the branch ${branch.key ?? ''}`, note });
    return notes;
  }

  private readBranches(space: Space) {
    return this.connections.use(space, (source) =>
      source.transaction(async (manager) => {
        await setSecurityContext(manager, { kind: 'system', id: 'system:record' }, spaceNow(space));
        return findBranches(rowsIn(manager));
      }),
    );
  }
}
