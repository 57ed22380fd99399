import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { ActName } from '@repere/audit';
import type { DeclaredAct } from '../act';
import { UnitOfWork } from '../unit-of-work';
import type { RequestContext } from '../unit';

/** Parameters of the route, as they were sent: no pipe has looked at them yet. */
export type SentParameters = Readonly<Record<string, string | string[] | undefined>>;

interface Before {
  readonly act: DeclaredAct;
  readonly work: (sent: SentParameters) => Promise<unknown>;
  /** Behind it, in no unit of work: holds no connection, however long it takes. */
  readonly outside?: (body: unknown) => Promise<unknown>;
}

/**
 * What is committed before the unit of work of a request begins: a try that counts even when it finds nothing, an entry that must
 * be signed before it is shown. Within the unit it would take a second connection while the first is held, and whoever asks often
 * enough would leave none to others.
 */
@Injectable()
export class BeforeActs {
  private readonly known = new Map<ActName, Before>();
  private readonly given = new AsyncLocalStorage<{ readonly by: unknown; readonly value: unknown }>();

  constructor(private readonly units: UnitOfWork) {}

  /** `work` runs in a unit of its own, of the account that asks, recorded as `act`. What it gave is had in the request's unit. */
  register<T>(type: ActName, act: DeclaredAct, work: (sent: SentParameters) => Promise<T>): () => T {
    return this.keepBefore<T>(type, { act, work });
  }

  /** The same where what is given takes long, once `admits` let it: made of the body as it was sent, in no unit of work. */
  registerOutside<T>(
    type: ActName,
    act: DeclaredAct,
    admits: (sent: SentParameters) => Promise<void>,
    outside: (body: unknown) => Promise<T>,
  ): () => T {
    return this.keepBefore<T>(type, { act, work: admits, outside });
  }

  private keepBefore<T>(type: ActName, before: Before): () => T {
    this.known.set(type, before);
    return () => {
      const given = this.given.getStore();
      if (given?.by !== before) throw new Error(`nothing was done before ${type}`);
      return given.value as T;
    };
  }

  /** What `then` gives, after what is to be done before; `admit` throws for who may not even begin. */
  async runBefore<T>(
    context: RequestContext,
    { type }: DeclaredAct,
    { params, body }: { readonly params: SentParameters; readonly body?: unknown },
    admit: () => Promise<void>,
    then: () => Promise<T>,
  ): Promise<T> {
    const before = this.known.get(type);
    if (!before) return then();
    const worked = await this.units.runAct(context, before.act, async () => {
      await admit();
      return before.work(params);
    });
    const value = before.outside ? await before.outside(body) : worked;
    return this.given.run({ by: before, value }, then);
  }
}
