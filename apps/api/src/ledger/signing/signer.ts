import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { openNote, readCheckpoint, toHex, type VerifierKey } from '@repere/ledger';
import type { Configuration } from '../../platform/settings/configuration';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { CONFIGURATION } from '../../platform/tokens';
import { sha256 } from '../../platform/record/commit-payload';
import { LedgerConnections } from '../ledger-connections';
import type { Rows } from '../rows';
import { BrokenTree } from '../tree/read-tree';
import { findBranches, hasPast } from './branches.query';
import { findCheckpoint, findEpoch, findNotesBeyond } from './epochs.query';
import { type CheckpointToSign, type SignRefusal, nextCheckpoint } from './sign-checkpoint';
import { type KeptKey, mustBeKey, readKeyFile, verifyEd25519 } from './signer-keys';
import { type SignedLast, SignerMemory } from './signer-memory';
import { findTerm, hasTermOf, insertTerm, newTerm } from './terms.query';

/**
 * `no-memory`: checkpoints were signed here, and the signer knows of none. `signed-elsewhere`: one was signed with its key behind what
 * it remembers, so that another signs, or did with a memory that this one has not. `taken-over`: another signer was given the right to
 * sign here, and only an operator gives it back (`TakeOver`).
 */
export type WhyNotSigned = SignRefusal | 'no-memory' | 'signed-elsewhere' | 'taken-over';

export type SignResult =
  | { readonly kind: 'signed'; readonly size: number; readonly note: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: WhyNotSigned };

/** Whoever signs, or changes who does, is alone in a log for a transaction. */
const ALONE = `hashtext('repere signer')`;

/** Waits until nobody signs, or changes who does, in this log. */
export const waitUntilAlone = (rows: Rows): Promise<unknown> =>
  rows(`SELECT pg_advisory_xact_lock(${ALONE})`);

/**
 * Signs checkpoints of every space's log, in the one process that holds the key. What it signed last is on the disk before
 * anybody sees it, so that it never signs two histories, whatever becomes of the database.
 */
@Injectable()
export class Signer {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly connections: LedgerConnections,
    private readonly spaces: Spaces,
  ) {}

  get isHere(): boolean {
    return this.configuration.signer !== null;
  }

  /** Where the signer remembers; throws in a process that is not the signer. */
  get memory(): SignerMemory {
    return new SignerMemory(this.place.stateDir);
  }

  get keyFile(): string {
    return this.place.keyFile;
  }

  /** Signs the log as it is now, if it grew. */
  async sign(space: Space): Promise<SignResult> {
    await this.beginFirstEpoch(space);
    await this.adoptBranch(space);
    return this.connections.transaction(space, async (rows) => {
      // Two signers with one memory: the second waits for its next turn.
      const [lock] = await rows<{ alone: boolean }>(`SELECT pg_try_advisory_xact_lock(${ALONE}) AS alone`);
      if (!lock?.alone) return { kind: 'unchanged' };
      const last = this.memory.findLastSigned(space.id);
      if (!last) return { kind: 'refused', why: 'no-memory' };
      const lost = await whyNoRight(rows, last);
      if (lost) return { kind: 'refused', why: lost };
      const next = await this.nextOf(rows, last);
      if (next.kind === 'refused') return next;
      if (next.kind === 'unchanged') {
        // Killed between memory and publication, it publishes what it had signed.
        await publish(rows, last);
        return { kind: 'unchanged' };
      }
      this.memory.keepLastSigned(space.id, next.signed);
      await publish(rows, next.signed);
      return { kind: 'signed', size: next.signed.size, note: next.signed.note };
    });
  }

  /** Why nothing would be signed behind this memory, whoever has the right to; `null`: it would. */
  async findRefusal(rows: Rows, last: SignedLast | null): Promise<WhyNotSigned | null> {
    if (!last) return 'no-memory';
    const next = await this.nextOf(rows, last);
    return next.kind === 'refused' ? next.why : null;
  }

  /**
   * Why the log is not what was shown of it, as far as this memory and the newest checkpoint in the database tell; `null`: it is. Asked
   * before a memory that lacks something gives way to what the database shows.
   */
  async findFork(rows: Rows, last: SignedLast | null): Promise<SignRefusal | null> {
    const keys = readKeyFile(this.keyFile);
    const kept = await findCheckpoint(rows);
    if (kept && !isSignedBy(keys, kept.note)) return 'other-keys';
    try {
      const known = last === null || (await hasPast(rows, last));
      const own = keys.map(({ key }) => mustBeKey(key));
      return known && (!kept || (await isSignedPast(rows, kept.note, own))) ? null : 'forked';
    } catch (error) {
      if (error instanceof BrokenTree) return 'broken-tree';
      throw error;
    }
  }

  private async nextOf(
    rows: Rows,
    last: SignedLast,
  ): Promise<CheckpointToSign | { readonly kind: 'refused'; readonly why: WhyNotSigned }> {
    const keys = readKeyFile(this.keyFile);
    if (!(await keepKeys(rows, keys))) return { kind: 'refused', why: 'other-keys' };
    const beyond = await findNotesBeyond(rows, last.origin, last.size);
    if (beyond.some((note) => isSignedBy(keys, note))) return { kind: 'refused', why: 'signed-elsewhere' };
    return nextCheckpoint(rows, last, present(keys));
  }

  private get place(): NonNullable<Configuration['signer']> {
    const { signer } = this.configuration;
    if (!signer) throw new Error('REPERE_SIGNER is not on: this process does not sign');
    return signer;
  }

  /**
   * Before anything was ever signed here: the log gets a name that no other has, and this signer its first term. Killed before COMMIT,
   * it remembers a name of which the database knows nothing, and enters it the next time.
   */
  private async beginFirstEpoch(space: Space): Promise<void> {
    const remembered = this.memory.findLastSigned(space.id);
    if ((remembered && !isBlank(remembered)) || !(await this.maySignNew(space))) return;
    await this.connections.transaction(space, async (rows) => {
      await waitUntilAlone(rows);
      if (await findEpoch(rows)) return;
      const first = remembered ?? { origin: newOrigin(space), ...EMPTY, term: newTerm(0) };
      this.memory.keepLastSigned(space.id, first);
      await rows(`INSERT INTO ledger_epoch (number, origin, began_at) VALUES (1, $1, now())`, [first.origin]);
      await insertTerm(rows, first.term, null);
    });
  }

  /** Whether a space in which nobody signed yet is ours to sign: whoever has the right in the default space has it in new ones. */
  private async maySignNew(space: Space): Promise<boolean> {
    const home = space.key === null ? null : await this.spaces.findSpace(null);
    if (!home) return true;
    const term = await this.connections.transaction(home, findTerm);
    return term === null || term.mark === this.memory.findLastSigned(home.id)?.term.mark;
  }

  /**
   * A branch of a training space goes on from what its parent's log was, under its own name: the signer takes it on once the log says so
   * itself. Of a live space never: what is signed there is in its memory, or is refused.
   */
  private async adoptBranch(space: Space): Promise<void> {
    const remembered = this.memory.findLastSigned(space.id);
    if (space.kind !== 'training' || remembered?.note !== undefined) return;
    if (!(await this.maySignNew(space))) return;
    const own = readKeyFile(this.keyFile).map(({ key }) => mustBeKey(key));
    await this.connections.transaction(space, async (rows) => {
      await waitUntilAlone(rows);
      const branch = (await findBranches(rows)).at(-1);
      const epoch = await findEpoch(rows);
      if (!branch?.hasLeaf || !epoch || !(await hasPast(rows, branch))) return;
      if (branch.note !== null && !(await isSignedPast(rows, branch.note, own))) return;
      // Taken on already, here or by another. Other terms of the copy are its parent's.
      if ((await hasTermOf(rows, branch.eventSeq)) || (remembered && remembered.origin !== epoch.origin))
        return;
      // Killed before COMMIT, it remembers a term of which the database knows nothing.
      const term = remembered?.term ?? newTerm((await findTerm(rows))?.number ?? 1);
      const { size, root, note } = branch;
      this.memory.keepLastSigned(space.id, {
        ...{ origin: epoch.origin, size, root, term },
        ...(note !== null && { before: note }),
      });
      await insertTerm(rows, term, branch.eventSeq);
    });
  }
}

/** Whether this is a note of ours, over what the log still is at that size. */
async function isSignedPast(rows: Rows, note: string, own: readonly VerifierKey[]): Promise<boolean> {
  const opened = openNote(note, own, verifyEd25519);
  const read = opened.ok ? readCheckpoint(opened.text) : null;
  if (!read?.ok) return false;
  const { size, root } = read.checkpoint;
  return hasPast(rows, { size, root: toHex(root) });
}

/** Why a signer with this memory has lost the right to sign here, or the database does not know of it; `null`: it has it. */
async function whyNoRight(rows: Rows, last: SignedLast): Promise<WhyNotSigned | null> {
  const term = await findTerm(rows);
  if (term?.mark === last.term.mark) return null;
  if (term && term.number >= last.term.number) return 'taken-over';
  // The database is of before this signer took over.
  return (await findEpoch(rows))?.origin === last.origin ? 'rolled-back' : 'other-origin';
}

/** Whether nothing was signed behind this memory, here or in what it goes on from. */
const isBlank = ({ size, note, before }: SignedLast): boolean =>
  size === 0 && note === undefined && before === undefined;

export const EMPTY = { size: 0, root: toHex(sha256(new Uint8Array())) };

/** `repere/live/…`, `repere/training/class-3/…`: which log, and a random part, so that no two installations share a name. */
export const newOrigin = ({ kind, key }: Space): string =>
  ['repere', kind, ...(key === null ? [] : [key]), randomBytes(8).toString('hex')].join('/');

/** Whether one of these keys signed the note: what somebody else wrote there stops no signer. */
export const isSignedBy = (keys: readonly KeptKey[], note: string): boolean =>
  openNote(
    note,
    keys.map(({ key }) => mustBeKey(key)),
    verifyEd25519,
  ).ok;

/** The key that signs now. */
function present(keys: readonly KeptKey[]): KeptKey {
  const key = keys.at(-1);
  if (!key) throw new Error('the key file holds no key');
  return key;
}

async function publish(rows: Rows, { origin, size, root, note }: SignedLast): Promise<void> {
  if (note === undefined) return;
  await rows(
    `INSERT INTO ledger_checkpoint (size, origin, root, note, signed_at) VALUES ($1, $2, decode($3, 'hex'), $4, clock_timestamp())
     ON CONFLICT DO NOTHING`,
    [size, origin, root, note],
  );
}

/** Enters the signer's keys beside its checkpoints; gives whether those entered before are the same. */
async function keepKeys(rows: Rows, keys: readonly KeptKey[]): Promise<boolean> {
  const found = await rows<{ key: string }>(`SELECT key FROM ledger_key ORDER BY number`);
  if (found.some(({ key }, index) => keys[index]?.key !== key)) return false;
  for (const [index, { key, voucher }] of keys.entries())
    if (index >= found.length)
      await rows(`INSERT INTO ledger_key (number, key, voucher, since) VALUES ($1, $2, $3, now())`, [
        index + 1,
        key,
        voucher ?? null,
      ]);
  return true;
}
