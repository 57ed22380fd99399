import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { JUDGEMENT_VERDICTS } from '@repere/audit';
import type { DeviationGroup, DeviationItem, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../../platform/act-problem';
import { ProblemLine } from '../../../platform/problem-line';
import { shownName } from '../../../cases/shown-name';
import { type AuditFilters, askedDeviations } from '../audit-filters';
import { ConformanceClient } from '../conformance-client';
import { DeviationCard } from '../deviation-card';
import { JudgingTogether } from './judging-together';

/** What is read of a group at once; the rest comes once these are judged. */
const MOST = 100;

/** Deviations of one kind, of one case or one person: read, tick what the reason holds for, judge together. */
@Component({
  selector: 'app-deviation-group',
  imports: [ActProblem, DeviationCard, FormField, LongText, MatButton, ProblemLine],
  providers: [JudgingTogether],
  templateUrl: './deviation-group.html',
  styleUrl: './deviation-group.scss',
})
export class DeviationGroupCard {
  private readonly client = inject(ConformanceClient);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly judging = inject(JudgingTogether);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly verdicts = JUDGEMENT_VERDICTS;

  readonly group = input.required<DeviationGroup>();
  readonly filters = input.required<AuditFilters>();
  /** So many of it were judged, in words. */
  readonly judged = output<string>();

  protected readonly items = signal<readonly DeviationItem[] | null>(null);
  protected readonly isTruncated = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** By key, those that the reader may judge: whether the reason will hold for it. */
  private readonly chosen = linkedSignal<readonly DeviationItem[], Readonly<Record<string, boolean>>>({
    source: () => (this.items() ?? []).filter((it) => it.mayNotJudge === null),
    computation: (items, before) =>
      Object.fromEntries(items.map(({ key }) => [key, before?.value[key] ?? true])),
  });
  protected readonly ticks = form(this.chosen);
  protected readonly opened = signal<string | null>(null);
  protected readonly id = computed(() => {
    const { kind, caseFileId, person } = this.group();
    return [kind, caseFileId, person].filter(Boolean).join('-');
  });
  protected readonly title = computed(() => {
    const { kind, reference, calledName, person, personName } = this.group();
    const of =
      reference !== null
        ? `${reference} ${shownName(calledName ?? '', this.t('case.name-redacted'))}`
        : person === null
          ? null
          : personName === null
            ? this.t('audit.board.nobody')
            : shownName(personName, this.t('case.name-redacted'));
    return [this.t(`ui.deviation.${kind}`), of].filter(Boolean).join(' – ');
  });
  protected readonly count = computed(() => {
    const { count, cases, caseFileId } = this.group();
    const said = this.language.count('audit.deviations.count.all', count);
    return caseFileId === null ? `${said} · ${this.language.count('audit.conformance.cases', cases)}` : said;
  });
  protected readonly ticked = computed(() => (this.items() ?? []).filter(({ key }) => this.chosen()[key]));
  protected readonly own = computed(
    () => (this.items() ?? []).filter((it) => it.mayNotJudge !== null).length,
  );

  protected lineOf({ since, reference, stepTitle }: DeviationItem): string {
    const when = this.time.day(since);
    return [this.group().caseFileId === null ? reference : '', this.localize(stepTitle), when]
      .filter(Boolean)
      .join(' · ');
  }

  protected toggle(event: Event): void {
    if ((event.target as HTMLDetailsElement).open && this.items() === null) void this.loadDeviations();
  }

  protected async loadDeviations(): Promise<void> {
    const { kind, caseFileId, person } = this.group();
    const asked = askedDeviations({ ...this.filters(), kind }, this.time.now());
    const found: DeviationItem[] = [];
    let cursor: string | null = null;
    do {
      const answer = await this.client.deviations({ ...asked, caseFile: caseFileId, person, cursor });
      this.problem.set(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      found.push(...answer.value.items);
      cursor = answer.value.next;
    } while (cursor !== null && found.length < MOST);
    this.isTruncated.set(cursor !== null);
    this.items.set(found);
  }

  protected async sendJudgements(): Promise<void> {
    const done = await this.judging.sendJudgements(this.ticked());
    if (done.length === 0) return;
    const keys = new Set(done.map(({ key }) => key));
    this.items.update((items) => (items ?? []).filter(({ key }) => !keys.has(key)));
    this.judged.emit(this.language.count('audit.deviations.together.done', done.length));
  }
}
