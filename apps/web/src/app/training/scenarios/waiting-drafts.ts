import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AffectedLessons, DraftEffect, Problem, WaitingDraft } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { TitlesInForce } from '../../protocols/titles-in-force';
import { DraftEffectsClient } from './draft-effects-client';

/** What was told with one draft. */
interface Told {
  readonly id: string;
  readonly effect: DraftEffect;
}

/** Drafts of protocols that wait for approval, and which exercises each would change. None waits: nothing is there. */
@Component({
  selector: 'app-waiting-drafts',
  imports: [ActProblem, MatButton],
  template: `
    <app-act-problem [problem]="problem()" />
    @if (lines().length) {
      <section aria-labelledby="drafts-title">
        <h2 id="drafts-title">{{ t('scenarios.drafts.title') }}</h2>
        <p>{{ t('scenarios.drafts.lead') }}</p>
        <ul class="rp-list">
          @for (line of lines(); track line.id) {
            <li>
              <h3>{{ line.name }}</h3>
              <button
                matButton="outlined"
                type="button"
                [disabled]="busy() !== null"
                (click)="tryDraft(line.id)"
                [attr.aria-label]="
                  t('scenarios.labelled', { act: t('scenarios.drafts.ask'), title: line.name })
                "
              >
                {{ t('scenarios.drafts.ask') }}
              </button>
              @if (told()?.id === line.id) {
                <div role="status">
                  @for (sentence of sentences(); track $index) {
                    <p>
                      <strong>{{ sentence }}</strong>
                    </p>
                  }
                  <ul>
                    @for (lesson of changed(); track lesson.scenario) {
                      <li>{{ lesson.text }}</li>
                    }
                  </ul>
                </div>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    h3 {
      margin: 0;
      font-size: 1.15rem;
    }
    p {
      max-inline-size: 42rem;
      margin-block: 0.3rem;
    }
    li > button {
      margin-block: 0.5rem;
    }
  `,
})
export class WaitingDrafts {
  private readonly client = inject(DraftEffectsClient);
  private readonly titles = inject(TitlesInForce);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  private readonly drafts = signal<readonly WaitingDraft[]>([]);
  protected readonly told = signal<Told | null>(null);
  protected readonly busy = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly lines = computed(() =>
    this.drafts().map(({ id, protocol, version, title }) => {
      const named = title ? this.language.localize(title) : this.titles.titleOf(protocol);
      return {
        id,
        name: version === null ? named : this.t('scenarios.drafts.version', { title: named, version }),
      };
    }),
  );
  protected readonly sentences = computed(() => {
    const effect = this.told()?.effect;
    if (!effect) return [];
    const { shipped, own } = effect;
    return [
      this.sentence(shipped, 'shipped', shipped.total),
      ...(own.total > 0 ? [this.sentence(own, 'own', own.tried)] : []),
      ...(own.total > own.tried && !own.isStopped
        ? [this.language.count('scenarios.drafts.left', own.total - own.tried)]
        : []),
    ];
  });
  /** One’s own first: nobody else can mend them. */
  protected readonly changed = computed(() => {
    const { shipped, own } = this.told()?.effect ?? {};
    return [...(own?.changed ?? []), ...(shipped?.changed ?? [])].map(({ scenario, title, child }) => ({
      scenario,
      text: this.t('scenarios.drafts.lesson', { title: this.language.localize(title), child }),
    }));
  });

  constructor() {
    void this.loadDrafts();
  }

  protected async tryDraft(id: string): Promise<void> {
    this.busy.set(id);
    this.told.set(null);
    const answer = await this.client.readEffect(id);
    this.busy.set(null);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.told.set({ id, effect: answer.value });
  }

  private async loadDrafts(): Promise<void> {
    const answer = await this.client.listDrafts();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.drafts.set(answer.value);
  }

  private sentence(
    { tried, isStopped, changed }: AffectedLessons,
    whose: 'shipped' | 'own',
    total: number,
  ): string {
    const { count } = this.language;
    if (isStopped) return this.t(`scenarios.drafts.${whose}.stopped`);
    if (tried === 0) return this.t(`scenarios.drafts.${whose}.none`);
    return changed.length > 0
      ? count(`scenarios.drafts.${whose}.rewrite`, changed.length, { total })
      : count(`scenarios.drafts.${whose}.hold`, tried);
  }
}
