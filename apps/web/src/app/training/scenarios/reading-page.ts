import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Problem } from '@repere/contract';
import { namedVersions } from '@repere/protocol';
import type { ReadingGrounds } from '@repere/training';
import { Icon, Language } from '@repere/ui';
import { Banner } from '@repere/ui/feedback';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { TitlesInForce } from '../../protocols/titles-in-force';
import { OwnScenariosClient, isOwn } from '../own-scenarios-client';
import { type PlayableScenario, TrainingClient } from '../training-client';
import { ClassSheets } from '../paper/class-sheets';
import { LeadingSheets } from '../paper/leading-sheets';
import { CompiledVersions } from './compiled-versions';
import { OutOfForceLines } from './out-of-force';
import { readScenario, versionsOf } from './read-scenario';
import { saveAsFile } from './save-as-file';
import { ScenarioView } from './scenario-view';

/** One scenario, to be read, printed, duplicated, taken away as a file, played. */
@Component({
  selector: 'app-scenario-reading-page',
  imports: [
    ActProblem,
    Banner,
    ClassSheets,
    Icon,
    LeadingSheets,
    MatButton,
    OutOfForceLines,
    PageHeading,
    ProblemLine,
    RouterLink,
    ScenarioView,
  ],
  template: `
    <div class="rp-page">
      <p class="rp-screen-only">
        <a class="rp-back" routerLink="/formation/scenarios"
          ><rp-icon name="back" /> {{ t('scenarios.title') }}</a
        >
      </p>
      <h1 appPageHeading>{{ title() }}</h1>
      <rp-banner kind="training">{{ t('scenarios.fictional') }}</rp-banner>
      <app-problem-line [problem]="problem()" (again)="loadPage()" />
      @if (found(); as found) {
        <p class="rp-quiet">{{ about() }}</p>
        <app-out-of-force [versions]="found.outOfForce" />
        <div class="rp-acts rp-screen-only">
          @if (isOwn()) {
            <a matButton="filled" [routerLink]="['/formation/mes-scenarios', found.id]">{{
              t('scenarios.write')
            }}</a>
          } @else {
            <button matButton="filled" type="button" (click)="duplicate()">
              {{ t('scenarios.duplicate') }}
            </button>
          }
          <a matButton="outlined" [routerLink]="['/formation', found.id]">{{ t('scenarios.play') }}</a>
          <a matButton="outlined" routerLink="/formation" [queryParams]="{ cas: found.id }">{{
            t('scenarios.make-space')
          }}</a>
          <button matButton="text" type="button" (click)="download()">{{ t('scenarios.download') }}</button>
          @if (grounds()) {
            <button matButton="text" type="button" (click)="printSheets('leading')">
              {{ t('scenarios.paper.print-leading') }}
            </button>
            <button matButton="text" type="button" (click)="printSheets('class')">
              {{ t('scenarios.paper.print-class') }}
            </button>
          }
        </div>
        <app-act-problem [problem]="refused()" />
        @if (grounds(); as grounds) {
          <app-scenario-view [grounds]="grounds" />
          @if (sheets() === 'leading') {
            <app-leading-sheets [grounds]="grounds" />
          } @else if (sheets() === 'class') {
            <app-class-sheets [grounds]="grounds" />
          }
        } @else if (isUnreadable()) {
          <p role="alert">{{ t('scenarios.unreadable') }}</p>
        }
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    .rp-bones {
      block-size: 40rem;
    }
    .rp-acts {
      margin-block: 1rem;
    }
  `,
})
export class ScenarioReadingPage {
  private readonly client = inject(TrainingClient);
  private readonly own = inject(OwnScenariosClient);
  private readonly versions = inject(CompiledVersions);
  private readonly titles = inject(TitlesInForce);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly injector = inject(Injector);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;

  // From the address.
  readonly scenario = input.required<string>();

  protected readonly found = signal<PlayableScenario | null>(null);
  protected readonly grounds = signal<ReadingGrounds | null>(null);
  /** Which of its papers is being printed. */
  protected readonly sheets = signal<'leading' | 'class' | null>(null);
  protected readonly isUnreadable = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly isOwn = computed(() => isOwn(this.scenario()));
  protected readonly title = computed(() => {
    const found = this.found();
    return found ? this.language.localize(found.title) : this.t('scenarios.titles.read');
  });
  protected readonly about = computed(() => {
    const scenario = this.grounds()?.scenario;
    if (!scenario) return '';
    const protocols = namedVersions(scenario)
      .map(([it]) => this.titles.titleOf(it))
      .join(' · ');
    const child = scenario.cast[0]?.name ?? '';
    return this.language.count('scenarios.about', scenario.minutes, { child, protocols });
  });

  constructor() {
    effect(() => {
      this.scenario();
      untracked(() => void this.loadPage());
    });
  }

  protected async loadPage(): Promise<void> {
    const answer = await this.client.readScenario(this.scenario());
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.found.set(answer.value);
    const { yaml } = answer.value;
    const compiled = await this.versions.compile(versionsOf(yaml));
    this.grounds.set(compiled.ok ? readScenario(compiled.value, yaml).grounds : null);
    this.isUnreadable.set(this.grounds() === null);
  }

  protected async duplicate(): Promise<void> {
    const from = this.scenario();
    const answer = await this.keys.sendOnce([from], (idempotencyKey) =>
      this.own.beginOwn({ from }, { idempotencyKey }),
    );
    this.refused.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.router.navigate(['/formation/mes-scenarios', answer.value.id]);
  }

  protected download(): void {
    const found = this.found();
    const name = this.grounds()?.scenario.scenario ?? 'scenario';
    if (found) saveAsFile(`${name}.yaml`, found.yaml);
  }

  /** Once it is printed, or not after all, the page prints as it stands again. */
  protected printSheets(sheets: 'leading' | 'class'): void {
    this.sheets.set(sheets);
    afterNextRender(
      () => {
        window.addEventListener('afterprint', () => this.sheets.set(null), { once: true });
        window.print();
      },
      { injector: this.injector },
    );
  }
}
