import { Injectable, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Amend, StepInput } from '@repere/contract';
import { StepClient } from './step-client';
import { StepSession } from './step-session';

/** Acts on a step other than filling it in. Each leads to the page that says what came of it. Provided by the part that acts. */
@Injectable()
export class StepActs {
  private readonly client = inject(StepClient);
  private readonly session = inject(StepSession);
  private readonly router = inject(Router);

  /** Newest of the step's own entries. */
  readonly lastEntry = computed(() => {
    const entries = this.session.page()?.entries.filter(({ kind }) => kind === 'step-completed') ?? [];
    return entries.reduce<(typeof entries)[number] | null>(
      (last, entry) => (last === null || entry.seq > last.seq ? entry : last),
      null,
    );
  });

  approveEntry(entryId: string): Promise<void> {
    return this.follow(
      this.session.sendAct({ approve: entryId }, (at, sendingOnce) =>
        this.client.approveEntry(at, entryId, sendingOnce),
      ),
    );
  }

  sendBack(entryId: string, reason: string): Promise<void> {
    return this.follow(
      this.session.sendAct({ sendBack: entryId, reason }, (at, sendingOnce) =>
        this.client.sendBack(at, entryId, reason, sendingOnce),
      ),
    );
  }

  waive(reason: string, note: string): Promise<void> {
    return this.follow(
      this.session.sendAct({ waive: reason, note }, (at, sendingOnce) =>
        this.client.waive(at, reason, note, sendingOnce),
      ),
    );
  }

  amend(amendment: Amend): Promise<void> {
    return this.follow(
      this.session.sendAct(amendment, (at, sendingOnce) => this.client.amend(at, amendment, sendingOnce)),
    );
  }

  /** What was entered is still right; what it still lacks is given this way. */
  confirm(
    entryId: string,
    more: Pick<StepInput, 'bestInterests' | 'childView' | 'evidence'> = {},
  ): Promise<void> {
    const input: StepInput = { values: {}, confirms: entryId, ...more };
    return this.follow(
      this.session.sendAct(input, (at, sendingOnce) => this.client.complete(at, input, sendingOnce)),
    );
  }

  /** The same act, done in another protocol, counts here too. */
  count(entryId: string): Promise<void> {
    const input: StepInput = { values: {}, sameAs: entryId };
    return this.follow(
      this.session.sendAct(input, (at, sendingOnce) => this.client.complete(at, input, sendingOnce)),
    );
  }

  private async follow(act: Promise<string>): Promise<void> {
    const outcome = await act;
    if (outcome === 'done')
      await this.router.navigate([], { queryParams: { vue: 'fait' }, replaceUrl: true });
  }
}
