import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CaseAsKnown, CaseFileConformance, DeviationItem, Problem, Replay } from '@repere/contract';
import { epoch, Language, SpaceTime } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { OriginTag } from '@repere/ui/origin';
import { ProblemLine } from '../../../platform/problem-line';
import { ConformanceClient } from '../../conformance/conformance-client';
import { findNeighbours } from '../../replay/moment-neighbours';
import { MomentSlider } from '../../replay/moment-slider';
import { ReplayClient } from '../../replay/replay-client';
import { ReplayedCase } from '../../replay/replayed-case';
import { ReplayedTime } from '../../replay/replayed-time';
import { expectedOf, type ProposedFinding, proposeFinding } from './propose-finding';

/** A case beside the questions about it: what departed from its protocols, each to be taken up in a finding, and the case as it was known. */
@Component({
  selector: 'app-case-beside',
  imports: [Banner, MatButton, MomentSlider, OriginTag, ProblemLine, ReplayedCase],
  providers: [ReplayedTime, { provide: SpaceTime, useExisting: ReplayedTime }],
  templateUrl: './case-beside.html',
  styleUrl: './case-beside.scss',
})
export class CaseBeside {
  private readonly conformance = inject(ConformanceClient);
  private readonly replay = inject(ReplayClient);
  protected readonly time = inject(ReplayedTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFileId = input.required<string>();
  readonly mayRaise = input(false);
  /** A deviation is to be taken up in a finding. */
  readonly proposed = output<ProposedFinding>();

  protected readonly judged = signal<CaseFileConformance | null>(null);
  protected readonly life = signal<Replay | null>(null);
  protected readonly known = signal<CaseAsKnown | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** The moment that is looked at; at first the latest. */
  protected readonly at = signal<string | null>(null);
  protected readonly places = computed(() => {
    const [life, at, known] = [this.life(), this.at(), this.known()];
    return life && at !== null ? findNeighbours(life.moments, at, known?.when ?? life.now) : null;
  });
  protected readonly ways = computed(() => {
    const places = this.places();
    return (
      [
        ['previous', places?.previous],
        ['next', places?.next],
        ['previous-deviation', places?.previousDeviation],
        ['next-deviation', places?.nextDeviation],
      ] as const
    ).flatMap(([name, moment]) => (moment ? [{ name, at: moment.at }] : []));
  });
  protected readonly deviations = computed(() => this.judged()?.deviations ?? []);

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.loadCase(id));
    });
  }

  protected expected(item: DeviationItem): string {
    return expectedOf(item, this.language, this.time);
  }

  protected proposeFinding(item: DeviationItem): void {
    this.proposed.emit(proposeFinding(item, this.language, this.time));
  }

  protected async loadCase(id = this.caseFileId()): Promise<void> {
    this.judged.set(null);
    this.life.set(null);
    this.known.set(null);
    const [judged, life] = await Promise.all([this.conformance.ofCase(id), this.replay.life(id)]);
    if (id !== this.caseFileId()) return;
    this.problem.set(judged.ok ? (life.ok ? null : life.problem) : judged.problem);
    if (judged.ok) this.judged.set(judged.value);
    if (!life.ok) return;
    this.time.zone.set(life.value.zone);
    this.life.set(life.value);
    const latest = life.value.moments.at(-1);
    if (latest) await this.goTo(latest.at);
  }

  protected async goTo(at: string): Promise<void> {
    const id = this.caseFileId();
    this.at.set(at);
    const answer = await this.replay.asKnown(id, at);
    // Somebody who runs on along the slider sees where it stopped.
    if (id !== this.caseFileId() || at !== this.at()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    this.known.set(answer.ok ? answer.value : null);
    this.time.then.set(answer.ok ? epoch(answer.value.when) : null);
  }
}
