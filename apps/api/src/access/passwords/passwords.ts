import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { preparePassword } from '@repere/cases';
import { Refusal } from '../../platform/refusals/refusal';

/** OWASP's first choice doubled: 64 MiB, three passes (Argon2id is the library's default). */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 4;
const MAY_WAIT = 40;

/** Held against what is typed where there is no account: costs as much as a true one, and no password gives it. */
const NOBODYS = `$argon2id$v=19$m=${String(COST.memoryCost)},t=${String(COST.timeCost)},p=${String(COST.parallelism)}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Argon2id of the prepared password: the same from every keyboard. */
export const hashPassword = (password: string): Promise<string> => hash(preparePassword(password), COST);

/** Password hashing and checks, four at a time: each takes 64 MiB and a core. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** Whether the password fits. Without a hash (no such account) it takes the same time and says no. */
  async fits(passwordHash: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      const fits = await verify(passwordHash ?? NOBODYS, preparePassword(password));
      return fits && passwordHash !== null;
    });
  }

  /** What is stored of a password. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hashPassword(password));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.takePlace();
    try {
      return await work();
    } finally {
      this.freePlace();
    }
  }

  private async takePlace(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running++;
      return;
    }
    if (this.waiting.length >= MAY_WAIT) throw new Refusal('too-many', { retryAfter: 5 });
    // A check that ends hands its place over.
    await new Promise<void>((enter) => this.waiting.push(enter));
  }

  private freePlace(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }
}
