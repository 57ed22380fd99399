import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { DryRun, DryRunCases, DryRunRequest, Problem } from '@repere/contract';
import { DryRunsClient } from './dry-runs-client';

const POLL_EVERY_MS = 1_500;
type Items = DryRunCases['items'];

/** One dry run while it is on screen: asked for, followed to its end, its cases a page at a time. */
@Injectable()
export class DryRunSession {
  private readonly client = inject(DryRunsClient);
  private readonly shown = signal<DryRun | null>(null);
  private readonly listed = signal<Items>([]);
  private readonly more = signal<string | null>(null);
  private again: ReturnType<typeof setTimeout> | undefined;

  readonly dryRun = this.shown.asReadonly();
  readonly cases = this.listed.asReadonly();
  readonly next = this.more.asReadonly();
  readonly problem = signal<Problem | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.again));
  }

  /** The latest of this draft, or of this published version, if there is one. */
  async findDryRun(isIt: (dryRun: DryRun) => boolean): Promise<void> {
    const answer = await this.client.listDryRuns();
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const latest = answer.value
      .filter((it) => isIt(it) && it.state !== 'cancelled')
      .sort((a, b) => Date.parse(b.askedAt) - Date.parse(a.askedAt))[0];
    if (latest && !this.shown()) this.takeDryRun(latest);
  }

  async askForDryRun(request: DryRunRequest): Promise<void> {
    const answer = await this.client.askForDryRun(request);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.takeDryRun(answer.value);
  }

  async cancel(): Promise<void> {
    const dryRun = this.shown();
    if (!dryRun) return;
    const answer = await this.client.cancel(dryRun.id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.takeDryRun(answer.value);
  }

  async showMore(): Promise<void> {
    const dryRun = this.shown();
    if (dryRun) await this.loadCases(dryRun.id, this.more() ?? undefined);
  }

  /** A case was moved: it says so in the list. */
  markMoved(runId: string, at: string): void {
    this.listed.update((items) =>
      items.map((item) => (item.trial.runId === runId ? { ...item, movedAt: at } : item)),
    );
  }

  private takeDryRun(dryRun: DryRun): void {
    if (this.shown()?.id !== dryRun.id) {
      this.listed.set([]);
      this.more.set(null);
    }
    this.shown.set(dryRun);
    clearTimeout(this.again);
    if (dryRun.state === 'waiting' || dryRun.state === 'running')
      this.again = setTimeout(() => void this.pollDryRun(dryRun.id), POLL_EVERY_MS);
    else if (dryRun.state === 'done' && this.listed().length === 0) void this.loadCases(dryRun.id);
  }

  private async pollDryRun(id: string): Promise<void> {
    const answer = await this.client.readDryRun(id);
    if (this.shown()?.id !== id) return;
    if (answer.ok) this.takeDryRun(answer.value);
    else this.again = setTimeout(() => void this.pollDryRun(id), POLL_EVERY_MS * 3);
  }

  private async loadCases(id: string, after?: string): Promise<void> {
    const answer = await this.client.casesOf(id, after);
    if (this.shown()?.id !== id) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.listed.update((items) =>
      after === undefined ? answer.value.items : [...items, ...answer.value.items],
    );
    this.more.set(answer.value.next);
  }
}
