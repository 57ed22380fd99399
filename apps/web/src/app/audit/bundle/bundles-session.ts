import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Bundle, BundleRequest, CaseBundles, Problem } from '@repere/contract';
import { SendingKey } from '../../platform/sending-key';
import { BundlesClient } from './bundles-client';

const POLL_EVERY_MS = 1_500;
const ON_THE_WAY: Readonly<Record<Bundle['state'], boolean>> = {
  ...{ waiting: true, gathering: true, signing: true },
  ...{ ready: false, failed: false, gone: false },
};

export const isOnTheWay = ({ state }: Bundle): boolean => ON_THE_WAY[state];

/** The bundles of one case while they are on screen; those on the way are followed, whoever left and came back. */
@Injectable()
export class BundlesSession {
  private readonly client = inject(BundlesClient);
  private readonly sendingKey = new SendingKey();
  private readonly shown = signal<CaseBundles | null>(null);
  private again: ReturnType<typeof setTimeout> | undefined;

  readonly bundles = this.shown.asReadonly();
  readonly problem = signal<Problem | null>(null);
  readonly refusal = signal<Problem | null>(null);
  readonly items = computed(() => this.shown()?.items ?? []);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.again));
  }

  async loadBundles(caseFileId: string): Promise<void> {
    const answer = await this.client.ofCase(caseFileId);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.shown.set(answer.value);
    this.follow();
  }

  /** Whether it was ordered. */
  async order(request: BundleRequest): Promise<boolean> {
    const caseFileId = this.shown()?.caseFileId;
    if (caseFileId === undefined) return false;
    const answer = await this.sendingKey.sendOnce([caseFileId, request], (key) =>
      this.client.order(caseFileId, request, key),
    );
    this.refusal.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return false;
    this.shown.update(
      (it) => it && { ...it, items: [answer.value, ...it.items.filter(({ id }) => id !== answer.value.id)] },
    );
    this.follow();
    return true;
  }

  private follow(): void {
    clearTimeout(this.again);
    if (this.items().some(isOnTheWay)) this.again = setTimeout(() => void this.pollBundles(), POLL_EVERY_MS);
  }

  private async pollBundles(): Promise<void> {
    const caseFileId = this.shown()?.caseFileId ?? '';
    for (const { id } of this.items().filter(isOnTheWay)) {
      const answer = await this.client.readBundle(caseFileId, id);
      if (answer.ok)
        this.shown.update(
          (it) => it && { ...it, items: it.items.map((old) => (old.id === id ? answer.value : old)) },
        );
    }
    this.follow();
  }
}
