import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { OwnScenarioSummary, Problem, ScenarioSummary } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { UnsavedTexts } from '../../protocols/editing/unsaved-texts';
import { TitlesInForce } from '../../protocols/titles-in-force';
import { OwnScenariosClient } from '../own-scenarios-client';
import { TrainingClient } from '../training-client';
import { ImportScenarioForm } from './import-form';
import { OutOfForceLines } from './out-of-force';
import { WaitingDrafts } from './waiting-drafts';

/** Scenarios: those that came with the product, and those that whoever leads writes. */
@Component({
  selector: 'app-scenario-list-page',
  imports: [
    ...[ActProblem, Banner, Icon, ImportScenarioForm, MatButton, OutOfForceLines, PageHeading, ProblemLine],
    ...[RouterLink, WaitingDrafts],
  ],
  templateUrl: './scenario-list-page.html',
  styleUrl: './scenario-list-page.scss',
})
export class ScenarioListPage {
  private readonly client = inject(TrainingClient);
  private readonly own = inject(OwnScenariosClient);
  private readonly titles = inject(TitlesInForce);
  private readonly unsaved = inject(UnsavedTexts);
  private readonly time = inject(SpaceTime);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;

  private readonly shipped = signal<readonly ScenarioSummary[] | null>(null);
  private readonly written = signal<readonly OwnScenarioSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** The one that is deleted once that was said twice. */
  protected readonly asked = signal<string | null>(null);
  protected readonly isLoaded = computed(() => this.shipped() !== null && this.written() !== null);
  protected readonly shippedLines = computed(() =>
    (this.shipped() ?? []).map(({ id, title, child, protocols, minutes, objectives, outOfForce }) => ({
      ...{ id, outOfForce, title: this.language.localize(title) },
      about: this.aboutOf(child, protocols, minutes),
      point: objectives[0] ? this.language.localize(objectives[0]) : '',
    })),
  );
  protected readonly writtenLines = computed(() =>
    (this.written() ?? []).map((it) => ({
      id: it.id,
      title: it.title ? this.language.localize(it.title) : (it.name ?? this.t('scenarios.nameless')),
      about: it.title ? this.aboutOf(it.child ?? '', it.protocols, it.minutes ?? 0) : '',
      outOfForce: it.outOfForce,
      errors: it.errors ? this.language.count('scenarios.errors', it.errors) : '',
      changed: this.t('scenarios.changed', {
        moment: this.time.moment(it.changedAt),
        revision: it.revision,
      }),
    })),
  );

  constructor() {
    void this.loadPage();
  }

  protected async loadPage(): Promise<void> {
    const [shipped, written] = await Promise.all([this.client.listScenarios(), this.own.listOwn()]);
    const refused = [shipped, written].find((it) => !it.ok);
    this.problem.set(refused && !refused.ok ? refused.problem : null);
    if (shipped.ok) this.shipped.set(shipped.value);
    if (written.ok) this.written.set(written.value);
  }

  protected async duplicate(from: string): Promise<void> {
    const answer = await this.keys.sendOnce([from], (idempotencyKey) =>
      this.own.beginOwn({ from }, { idempotencyKey }),
    );
    this.refused.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.router.navigate(['/formation/mes-scenarios', answer.value.id]);
  }

  protected async removeScenario(id: string): Promise<void> {
    this.asked.set(null);
    const answer = await this.own.removeOwn(id);
    this.refused.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    // What was typed of it here and never saved goes as well.
    this.unsaved.drop(id);
    this.news.set(this.t('scenarios.deleted'));
    await this.loadPage();
  }

  private aboutOf(child: string, protocols: readonly string[], minutes: number): string {
    const named = protocols.map((it) => this.titles.titleOf(it)).join(' · ');
    return this.language.count('scenarios.about', minutes, { child, protocols: named });
  }
}
