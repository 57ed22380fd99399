import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { SiblingProcesses } from '../platform/processes/sibling-processes';
import type { SignResult } from './signing/signer';

/** How the record of a space is kept: without fault, or why its checkpoints are not signed. */
export type Keeping =
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly why: Extract<SignResult, { kind: 'refused' }>['why'] }
  | { readonly kind: 'failing' };

export const KEPT: Keeping = { kind: 'kept' };

const SUBJECT = 'keepings';
const TELL_EVERY_MS = 2_000;
const HEARD_FOR_MS = 10_000;

/** How this service keeps the record of each space: in this process, or as the one that does tells the others. */
@Injectable()
export class Keepings implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly own = new Map<string, Keeping>();
  private heard = { keepings: new Map<string, Keeping>(), at: -Infinity };
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly siblings: SiblingProcesses) {}

  onModuleInit(): void {
    this.siblings.listenTo(SUBJECT, (told) => {
      this.heard = { keepings: new Map(told as [string, Keeping][]), at: performance.now() };
    });
  }

  onApplicationBootstrap(): void {
    if (this.siblings.role !== 'keeper') return;
    this.timer = setInterval(() => this.siblings.tellOthers(SUBJECT, [...this.own]), TELL_EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** `null`: no process of this service keeps it, as far as is known here. */
  findKeeping(database: string): Keeping | null {
    const isFresh = performance.now() - this.heard.at < HEARD_FOR_MS;
    return this.own.get(database) ?? (isFresh ? this.heard.keepings.get(database) : null) ?? null;
  }

  setKeeping(database: string, keeping: Keeping): void {
    this.own.set(database, keeping);
  }

  /** Of databases that are gone nothing is remembered. */
  forgetOthers(open: ReadonlySet<string>): void {
    for (const database of this.own.keys()) if (!open.has(database)) this.own.delete(database);
  }
}
