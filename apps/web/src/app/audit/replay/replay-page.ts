import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CaseAsKnown, Problem, Replay } from '@repere/contract';
import { epoch, Icon, Language, SpaceTime } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { casePath } from '../../cases/case-paths';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { MomentList } from './moment-list';
import { findNeighbours } from './moment-neighbours';
import { MomentSlider } from './moment-slider';
import { ReplayClient } from './replay-client';
import { ReplayedCase } from './replayed-case';
import { ReplayedTime } from './replayed-time';
import { AUDIT_PAGES } from '../pages';

/** What was known when? The page of a case at any moment of its life; nothing can be done there. */
@Component({
  selector: 'app-replay-page',
  imports: [
    Banner,
    CaseCrumb,
    Icon,
    MatAnchor,
    MomentList,
    MomentSlider,
    PageHeading,
    ProblemLine,
    RouterLink,
    ReplayedCase,
  ],
  providers: [ReplayedTime, { provide: SpaceTime, useExisting: ReplayedTime }],
  templateUrl: './replay-page.html',
  styleUrl: './replay-page.scss',
})
export class ReplayPage {
  private readonly client = inject(ReplayClient);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly time = inject(ReplayedTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly au = input<string>();

  protected readonly life = signal<Replay | null>(null);
  protected readonly known = signal<CaseAsKnown | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** The address asks for no moment of this case: why, in words. */
  protected readonly refusal = computed(
    () => this.problem()?.reasons?.find(({ field }) => field === 'at') ?? null,
  );
  /** What the address asks for; without it, the latest moment. */
  protected readonly at = computed(() => this.au() ?? this.life()?.moments.at(-1)?.at ?? null);
  protected readonly places = computed(() => {
    const [life, at, known] = [this.life(), this.at(), this.known()];
    return life && at !== null ? findNeighbours(life.moments, at, known?.when ?? life.now) : null;
  });
  protected readonly when = computed(() => {
    const known = this.known();
    return known && this.time.exactly(known.when);
  });
  protected readonly today = computed(() => casePath(this.caseFileId()));
  /** Said aloud when one has moved. */
  protected readonly news = computed(() => {
    const [known, places, life] = [this.known(), this.places(), this.life()];
    const moment = places && life?.moments[places.here];
    return known && moment
      ? this.t('audit.replay.place', {
          place: (places?.here ?? 0) + 1,
          count: life?.moments.length ?? 0,
          when: this.time.exactly(known.when),
          title: this.localize(moment.title),
        })
      : '';
  });

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.loadLife(id));
    });
    effect(() => {
      const [id, at] = [this.caseFileId(), this.at()];
      if (at !== null) untracked(() => void this.loadMoment(id, at));
    });
    effect(() => {
      const life = this.life();
      if (life) this.title.name(AUDIT_PAGES.replay.title, life.reference);
    });
  }

  protected reload(): void {
    const at = this.at();
    if (this.life() && at !== null) void this.loadMoment(this.caseFileId(), at);
    else void this.loadLife(this.caseFileId());
  }

  /** The slider runs over many moments: none of them is a page to come back to. */
  protected async slideTo(at: string): Promise<void> {
    await this.router.navigate([], { queryParams: { au: at }, replaceUrl: true });
  }

  private async loadLife(id: string): Promise<void> {
    const answer = await this.client.life(id);
    if (id !== this.caseFileId()) return;
    if (!answer.ok) return this.problem.set(answer.problem);
    this.time.zone.set(answer.value.zone);
    this.life.set(answer.value);
  }

  private async loadMoment(id: string, at: string): Promise<void> {
    const answer = await this.client.asKnown(id, at);
    // Somebody who runs on along the slider sees where it stopped.
    if (id !== this.caseFileId() || at !== this.at()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    this.known.set(answer.ok ? answer.value : null);
    this.time.then.set(answer.ok ? epoch(answer.value.when) : null);
  }
}
