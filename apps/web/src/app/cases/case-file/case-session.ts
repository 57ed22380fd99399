import { Injectable, computed, inject, signal } from '@angular/core';
import type { CaseFile, Problem, TimelineEntry } from '@repere/contract';
import { SpaceTime } from '@repere/ui';
import type { Answered, Sending } from '../../platform/api';
import { CasesClient } from '../cases-client';
import { KeysetList, type ListContent } from '../../platform/keyset-list';
import { SendingKey } from '../../platform/sending-key';
import type { Fold } from './bands/case-bands';
import { CaseFileClient } from './case-file-client';

/** What a case page holds, to be found again on coming back. */
export interface KeptCase {
  readonly caseFile: CaseFile;
  readonly entries: ListContent<TimelineEntry>;
  readonly shownEntries: number;
  readonly unfolded: readonly Fold[];
}

/** Entries that are in sight first, and that come with each press. */
const ENTRIES_AT_ONCE = 10;

/** One case while it is on screen, and what is done to it there. Provided by the page. */
@Injectable()
export class CaseSession {
  private readonly cases = inject(CasesClient);
  private readonly client = inject(CaseFileClient);
  private readonly time = inject(SpaceTime);
  private readonly shown = signal<CaseFile | null>(null);
  private readonly fault = signal<Problem | null>(null);
  private readonly keys = new SendingKey();
  private id = '';

  readonly caseFile = this.shown.asReadonly();
  readonly problem = this.fault.asReadonly();
  /** Newest first. */
  readonly entries = new KeysetList<TimelineEntry>((cursor) => this.client.journal(this.id, cursor));

  private readonly entriesInSight = signal(ENTRIES_AT_ONCE);
  readonly shownEntries = this.entriesInSight.asReadonly();

  private readonly unfolded = signal<readonly Fold[]>([]);

  readonly kept = computed<KeptCase | null>(() => {
    const caseFile = this.shown();
    const shownEntries = this.entriesInSight();
    const unfolded = this.unfolded();
    return caseFile && { caseFile, entries: this.entries.content(), shownEntries, unfolded };
  });

  /** `kept` stands there at once while the newest comes. `inSight`: how many entries are shown before more are asked for. */
  async load(id: string, kept: KeptCase | null = null, inSight = ENTRIES_AT_ONCE): Promise<void> {
    this.id = id;
    this.shown.set(kept?.caseFile ?? null);
    this.fault.set(null);
    this.entriesInSight.set(kept?.shownEntries ?? inSight);
    this.unfolded.set(kept?.unfolded ?? []);
    if (kept) this.entries.restore(kept.entries);
    await Promise.all([this.refresh(), this.entries.load(kept?.entries.pages)]);
  }

  isUnfolded(fold: Fold): boolean {
    return this.unfolded().includes(fold);
  }

  unfold(fold: Fold, isOpen: boolean): void {
    if (isOpen !== this.isUnfolded(fold))
      this.unfolded.update((all) => (isOpen ? [...all, fold] : all.filter((it) => it !== fold)));
  }

  async showMoreEntries(): Promise<void> {
    this.entriesInSight.update((count) => count + ENTRIES_AT_ONCE);
    const { items, next } = this.entries.content();
    if (next && items.length < this.entriesInSight()) await this.entries.more();
  }

  async refresh(): Promise<void> {
    const { id } = this;
    const answer = await this.cases.caseFile(id);
    if (id !== this.id) return;
    this.fault.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.territory.zone);
    this.shown.set(answer.value);
  }

  /** Sends an act and shows the case as it is after; `null`, or why not. The same content sent again is the same act. */
  async act<T>(
    content: unknown,
    send: (id: string, sending: Sending) => Promise<Answered<T>>,
    done: (value: T) => void = () => undefined,
  ): Promise<Problem | null> {
    const caseFile = this.shown();
    if (!caseFile) return null;
    const answer = await this.keys.send([this.id, content], (idempotencyKey) =>
      send(this.id, { ifMatch: caseFile.state.seq, idempotencyKey }),
    );
    if (!answer.ok) {
      // Somebody was faster: show the case as it is, so that trying again means what it says.
      if (answer.problem.status === 412) await this.refresh();
      return answer.problem;
    }
    await Promise.all([this.refresh(), this.entries.load(this.entries.content().pages)]);
    done(answer.value);
    return null;
  }
}
