import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DEVIATION_KIND_WORDS } from '@repere/case-engine';
import type { Handling, HandlingGroup, Problem } from '@repere/contract';
import {
  findCommonDeviations,
  gravestOf,
  type ProtocolTally,
  STEP_HANDLINGS,
  type StepHandling,
  tallyRuns,
} from '@repere/training';
import { Language } from '@repere/ui';
import { PartFold } from '../../platform/pages/part-fold';
import { ProblemLine } from '../../platform/problem-line';
import { type BoxMark, DiagramDrawing } from '../../protocols/diagram/diagram-drawing';
import { GroupClient } from '../group-client';
import { GroupHours } from '../hours/group-hours';
import { ProtocolDrawings } from './protocol-drawings';

/** Protocols drawn and coloured by what a class did, and what departed from them most; whoever leads counts their other classes with it. */
@Component({
  selector: 'app-handling-view',
  imports: [DiagramDrawing, GroupHours, MatButton, PartFold, ProblemLine],
  providers: [ProtocolDrawings],
  templateUrl: './handling-view.html',
  styleUrl: './handling-view.scss',
})
export class HandlingView {
  private readonly client = inject(GroupClient);
  protected readonly drawings = inject(ProtocolDrawings);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly count = this.language.count;
  protected readonly kinds = STEP_HANDLINGS;

  readonly handling = input.required<Handling>();
  readonly mayCompare = input.required<boolean>();

  /** `null`: this class alone. */
  protected readonly groups = signal<readonly HandlingGroup[] | null>(null);
  /** Side by side: two at least. */
  protected readonly compared = computed(() => {
    const groups = this.groups();
    return groups !== null && groups.length > 1 ? groups : null;
  });
  protected readonly problem = signal<Problem | null>(null);
  /** Of the protocols that are drawn, the one in sight. */
  protected readonly shown = signal(0);

  private readonly counted = computed<readonly Handling[]>(
    () => this.groups()?.map(({ handling }) => handling) ?? [this.handling()],
  );
  protected readonly groupsSaid = computed(() => {
    const groups = this.groups();
    if (!groups) return '';
    if (groups.length < 2) return this.t('training.handling.alone');
    const titles = groups.map(({ title }) => title).join(', ');
    return this.count('training.handling.groups', groups.length, { titles });
  });
  private readonly tallies = computed(() => tallyRuns(this.counted().flatMap(({ runs }) => runs)));
  protected readonly protocols = computed(() => this.tallies().map((tally) => this.showTally(tally)));
  protected readonly deviations = computed(() => {
    const of = this.counted().length;
    return findCommonDeviations(this.counted().map(({ deviations }) => deviations)).map((it) => ({
      key: [it.kind, it.protocol, it.step].join(' '),
      kind: this.localize(DEVIATION_KIND_WORDS[it.kind]),
      title: this.localize(it.title),
      text: this.localize(it.text),
      often: [
        this.count('training.handling.times', it.times),
        ...(of > 1 ? [this.count('training.handling.in-groups', it.groups, { of })] : []),
        ...(it.who.length > 0 ? [this.t('training.handling.by', { who: it.who.join(', ') })] : []),
      ].join(' · '),
    }));
  });

  constructor() {
    effect(() => {
      this.tallies();
      untracked(() => this.readDrawings());
    });
  }

  protected readDrawings(): void {
    this.drawings.problem.set(null);
    for (const { protocol, version } of this.tallies()) void this.drawings.readProtocol(protocol, version);
  }

  protected async compareGroups(): Promise<void> {
    const answer = await this.client.handlingGroups();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.groups.set(answer.value);
  }

  private showTally({ protocol, version, runs, steps }: ProtocolTally) {
    const run = this.counted()
      .flatMap((it) => it.runs)
      .find((it) => it.protocol === protocol);
    const touched = steps.filter(({ counts }) => gravestOf(counts) !== 'open');
    return {
      key: `${protocol}@${version}`,
      title: run ? this.localize(run.title) : protocol,
      diagram: this.drawings.drawingOf(protocol, version),
      marks: new Map(touched.map(({ step, counts }) => [step, this.markOf(counts, runs)] as const)),
      rows: touched.map(({ step, title, counts }) => ({
        ...{ step, title: this.localize(title), tone: gravestOf(counts) },
        how: this.kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => this.t('training.handling.count', { what: this.wordOf(kind), n: counts[kind] }))
          .join(' · '),
      })),
      rest: steps.length - touched.length,
    };
  }

  private markOf(counts: Readonly<Record<StepHandling, number>>, of: number): BoxMark {
    const tone = gravestOf(counts);
    return {
      tone,
      text: this.t('training.handling.mark', { what: this.wordOf(tone), n: counts[tone], of }),
    };
  }

  private wordOf(kind: StepHandling): string {
    return this.t(`training.handling.kind.${kind}`);
  }
}
