import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignerTerm } from './terms.query';
import { writeDurably } from './write-durably';

/** What the signer signed last in one space, kept outside of the database that it watches. */
export interface SignedLast {
  readonly origin: string;
  /** Of a new epoch nothing is signed yet: what it must go on from, 0 of an empty log. */
  readonly size: number;
  /** Root of that size, 64 hex digits. */
  readonly root: string;
  /** The signed note; absent before the first one of an epoch. */
  readonly note?: string;
  /** Until then, the last note that was published before the epoch: it may be begun once more. */
  readonly before?: string;
  /** By which right it signs. */
  readonly term: SignerTerm;
}

/** The signer's memory: one small file a space, on the disk before a checkpoint is shown to anybody. */
export class SignerMemory {
  constructor(private readonly stateDir: string) {}

  /** What was signed last, or `null`: never anything. Throws when the file can't be read: that is not the same. */
  findLastSigned(spaceId: string): SignedLast | null {
    const file = this.fileOf(spaceId);
    if (!existsSync(file)) return null;
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isSignedLast(read)) throw new Error(`${file} holds no memory of a signer`);
    return read;
  }

  keepLastSigned(spaceId: string, last: SignedLast): void {
    writeDurably(this.fileOf(spaceId), `${JSON.stringify(last, null, 2)}\n`);
  }

  private fileOf(spaceId: string): string {
    return join(this.stateDir, `signed-${spaceId}.json`);
  }
}

const isSignedLast = (value: unknown): value is SignedLast =>
  typeof value === 'object' &&
  value !== null &&
  'origin' in value &&
  typeof value.origin === 'string' &&
  'size' in value &&
  Number.isSafeInteger(value.size) &&
  'root' in value &&
  typeof value.root === 'string' &&
  'term' in value &&
  isTerm(value.term);

const isTerm = (value: unknown): value is SignerTerm =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  Number.isSafeInteger(value.number) &&
  'mark' in value &&
  typeof value.mark === 'string';
