import { Injectable, computed, inject, signal } from '@angular/core';
import type { CaseFile, Problem, TimelineEntry } from '@repere/contract';
import { SpaceTime } from '@repere/ui';
import type { Answered, Sending } from '../../platform/api';
import { CasesClient } from '../cases-client';
import { KeysetList, type ListContent } from '../../platform/keyset-list';
import { SendingKey } from '../../platform/sending-key';
import type { Fold, OpenBand } from './bands/case-bands';
import { CaseFileClient } from './case-file-client';

/** What a case page holds, to be found again on coming back. */
export interface KeptCase {
  readonly caseFile: CaseFile;
  readonly entries: ListContent<TimelineEntry>;
  readonly shownEntries: number;
  readonly unfolded: readonly Unfolding[];
}

/** What can be unfolded: the rest of a band, a fold, one protocol in it. */
export type Unfolding = Fold | OpenBand | `${Fold}/${string}`;

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
  /** With what was asked, sent and answered between the entries of the journal. */
  private isChronology = false;

  readonly caseFile = this.shown.asReadonly();
  readonly problem = this.fault.asReadonly();
  /** Newest first. */
  readonly entries = new KeysetList<TimelineEntry>((cursor) => this.client.journal(this.id, cursor));

  private readonly entriesInSight = signal(ENTRIES_AT_ONCE);
  readonly shownEntries = this.entriesInSight.asReadonly();

  private readonly unfolded = signal<readonly Unfolding[]>([]);

  readonly kept = computed<KeptCase | null>(() => {
    const caseFile = this.shown();
    const shownEntries = this.entriesInSight();
    const unfolded = this.unfolded();
    return caseFile && { caseFile, entries: this.entries.content(), shownEntries, unfolded };
  });

  /** `kept` stands there at once while the newest comes. `inSight`: how many entries are shown before more are asked for. */
  async loadCase(id: string, kept: KeptCase | null = null, inSight = ENTRIES_AT_ONCE): Promise<void> {
    this.id = id;
    this.shown.set(kept?.caseFile ?? null);
    this.fault.set(null);
    this.entriesInSight.set(kept?.shownEntries ?? inSight);
    this.unfolded.set(kept?.unfolded ?? []);
    if (kept) this.entries.restore(kept.entries);
    await this.readAnew(kept?.entries.pages);
  }

  /** The case with its whole chronology: what was asked, sent and answered stands between the entries. */
  async loadChronology(id: string): Promise<void> {
    this.isChronology = true;
    await this.loadCase(id);
  }

  isUnfolded(fold: Unfolding): boolean {
    return this.unfolded().includes(fold);
  }

  unfold(fold: Unfolding, isOpen: boolean): void {
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
    if (answer.ok) this.showCase(answer.value);
    else this.fault.set(answer.problem);
  }

  /** Case and newest entries in one request; of more that stood there, or with what stands between them, so many pages. */
  private async readAnew(pages = 1): Promise<void> {
    if (pages > 1 || this.isChronology) {
      await Promise.all([this.refresh(), this.entries.loadPages(pages)]);
      return;
    }
    const { id } = this;
    const answer = await this.client.page(id);
    if (id !== this.id) return;
    if (!answer.ok) {
      this.fault.set(answer.problem);
      return;
    }
    this.entries.restore({ ...answer.value.journal, pages: 1 });
    this.showCase(answer.value.caseFile);
  }

  private showCase(caseFile: CaseFile): void {
    this.fault.set(null);
    this.time.zone.set(caseFile.territory.zone);
    this.shown.set(caseFile);
  }

  /** Sends an act and shows the case as it is after; `null`, or why not. The same content sent again is the same act. */
  async sendAct<T>(
    content: unknown,
    send: (id: string, sending: Sending) => Promise<Answered<T>>,
    done: (value: T) => void = () => undefined,
  ): Promise<Problem | null> {
    const caseFile = this.shown();
    if (!caseFile) return null;
    const answer = await this.keys.sendOnce([this.id, content], (idempotencyKey) =>
      send(this.id, { ifMatch: caseFile.state.seq, idempotencyKey }),
    );
    if (!answer.ok) {
      // Somebody was faster: show the case as it is, so that trying again means what it says.
      if (answer.problem.status === 412) await this.refresh();
      return answer.problem;
    }
    await this.readAnew(this.entries.content().pages);
    done(answer.value);
    return null;
  }
}
