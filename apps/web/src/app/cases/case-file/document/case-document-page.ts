import {
  Component,
  DestroyRef,
  Injector,
  afterNextRender,
  DOCUMENT,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CaseFile, Problem, TimelineEntry } from '@repere/contract';
import type { FieldClass } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { Session } from '../../../access/session';
import type { Answered } from '../../../platform/api';
import { writeThrough } from '../../../platform/form/write-through';
import { PageHeading } from '../../../platform/pages/page-heading';
import { PageTitle } from '../../../platform/pages/page-title';
import { ProblemLine } from '../../../platform/problem-line';
import { ChargeLine } from '../charge/charge-line';
import { CaseCrumb } from '../heading/case-crumb';
import { CaseFileClient } from '../case-file-client';
import { CasesClient } from '../../cases-client';
import { DeviationList } from '../runs/deviation-list';
import { DocumentFacts } from './document-facts';
import { DocumentRun } from './document-run';
import { CallCardPaper } from './card/call-card';
import { JudgeFilePaper } from './judge/judge-file';
import { LeftOutLine } from './left-out-line';
import { INCLUDED, OPTIONAL, PAPERS, paperOf } from './papers';
import { pageMarks } from '../runs/page-marks';
import { deviationsByEntry } from '../runs/shown-deviations';
import { ChronologyList } from '../../chronology/chronology-list';
import { CASE_PAGES } from '../../pages';

/**
 * The case on paper, one of three: a card to carry, a file for a judge, the complete record with every step open. That it is
 * printed is recorded before it is.
 */
@Component({
  selector: 'app-case-document-page',
  imports: [
    CallCardPaper,
    CaseCrumb,
    ChargeLine,
    ChronologyList,
    CodesField,
    DeviationList,
    DocumentFacts,
    DocumentRun,
    FormField,
    JudgeFilePaper,
    LeftOutLine,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
  ],
  templateUrl: './case-document-page.html',
  styleUrl: './case-document-page.scss',
})
export class CaseDocumentPage {
  private readonly cases = inject(CasesClient);
  private readonly client = inject(CaseFileClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly access = inject(Session);
  protected readonly t = inject(Language).t;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly papier = input<string>();

  protected readonly caseFile = signal<CaseFile | null>(null);
  protected readonly entries = signal<readonly TimelineEntry[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly papers = PAPERS;
  protected readonly kind = computed(() => paperOf(this.papier()));
  protected readonly included = linkedSignal(() => INCLUDED[this.kind()]);
  protected readonly includedField = form(
    writeThrough<readonly string[]>(
      () => this.included(),
      (chosen) => this.included.set(OPTIONAL.filter((fieldClass) => chosen.includes(fieldClass))),
    ),
  );
  protected readonly classes = computed(() =>
    OPTIONAL.map((code) => ({ code, label: this.t(`case.document.class.${code}`) })),
  );
  protected readonly leftOut = computed(() =>
    OPTIONAL.filter((fieldClass) => !this.included().includes(fieldClass)),
  );
  /** That this very document is printed stands in the record: what is chosen anew does not. */
  protected readonly isRecorded = linkedSignal({
    source: () => [this.kind(), this.leftOut()],
    computation: () => false,
  });
  /** The grounds of what was done are read besides. */
  protected readonly isWhole = signal(false);
  protected readonly isReady = computed(
    () => this.entries() !== null && (this.kind() !== 'judge' || this.isWhole()),
  );
  protected readonly isFictional = computed(() => this.access.fiction() !== null);
  protected readonly name = computed(() => {
    const child = this.caseFile()?.child;
    return !child || 'redacted' in child ? (child ?? '') : child.calledName;
  });
  protected readonly marks = computed(() => deviationsByEntry(this.caseFile()?.state));
  protected readonly edited = computed(() =>
    this.t('case.document.edited', {
      when: this.time.exactly(this.time.now()),
      by: this.access.account()?.name ?? '',
    }),
  );

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      const leftOut = this.leftOut();
      untracked(() => void this.openDocument(id, leftOut));
    });
    effect((onCleanup) => {
      const caseFile = this.caseFile();
      if (!caseFile) return;
      this.title.name(CASE_PAGES.document.title, caseFile.reference);
      const fiction = this.isFictional() ? this.t('case.document.fictional') : '';
      onCleanup(pageMarks(this.document, caseFile.reference, fiction));
    });
    inject(DestroyRef).onDestroy(() => this.entries.set(null));
  }

  protected reload(): void {
    void this.openDocument(this.caseFileId(), this.leftOut());
  }

  /** Recorded first: what could not be written in the record leaves on no paper. */
  protected async print(): Promise<void> {
    const [paper, leftOut] = [this.kind(), this.leftOut()];
    const answer = await this.client.print(this.caseFileId(), { paper, leftOut: [...leftOut] });
    // Another paper was chosen meanwhile: the record does not say of it that it leaves.
    if (paper !== this.kind() || leftOut !== this.leftOut()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    this.isRecorded.set(answer.ok);
    if (answer.ok) afterNextRender(() => this.document.defaultView?.print(), { injector: this.injector });
  }

  private async openDocument(id: string, leftOut: readonly FieldClass[]): Promise<void> {
    const isAsked = (): boolean => id === this.caseFileId() && leftOut === this.leftOut();
    if (id !== this.caseFile()?.id) this.caseFile.set(null);
    this.entries.set(null);
    this.problem.set(null);
    const [caseFile, entries] = await Promise.all([
      this.cases.caseFile(id, leftOut),
      this.gather(id, leftOut, isAsked),
    ]);
    if (!isAsked()) return;
    for (const it of [caseFile, entries]) if (!it.ok) this.problem.set(it.problem);
    if (!caseFile.ok || !entries.ok) return;
    this.time.zone.set(caseFile.value.territory.zone);
    this.caseFile.set(caseFile.value);
    this.entries.set(entries.value);
  }

  /** The chronology to its end. */
  private async gather(
    id: string,
    leftOut: readonly FieldClass[],
    isAsked: () => boolean,
  ): Promise<Answered<readonly TimelineEntry[]>> {
    const all: TimelineEntry[] = [];
    let next: string | null = null;
    do {
      const answer = await this.client.journal(id, next ?? undefined, leftOut);
      if (!answer.ok) return answer;
      all.push(...answer.value.items);
      next = answer.value.next;
    } while (next !== null && isAsked());
    return { ok: true, value: all, seq: null };
  }
}
