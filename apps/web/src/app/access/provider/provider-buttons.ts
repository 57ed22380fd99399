import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, Provider } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { Session } from '../session';
import { Elsewhere } from './elsewhere';
import { ProviderClient } from './provider-client';

/** One button for each provider that one may sign in with; nothing at all where there is none. */
@Component({
  selector: 'app-provider-buttons',
  imports: [ActProblem, MatButton],
  template: `
    @if (providers().length) {
      <section aria-labelledby="other-ways">
        <h2 id="other-ways">{{ t('provider.ways.title') }}</h2>
        <app-act-problem [problem]="problem()" />
        @for (provider of providers(); track provider.key) {
          <button matButton="outlined" type="button" (click)="goToProvider(provider)">
            {{ t('provider.ways.go', { name: provider.label[language.current()] }) }}
          </button>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      justify-items: start;
      gap: 0.75rem;
      margin-block-start: 2rem;
    }
    h2 {
      margin: 0;
      font-size: 1.1rem;
    }
  `,
})
export class ProviderButtons {
  private readonly client = inject(ProviderClient);
  private readonly session = inject(Session);
  private readonly elsewhere = inject(Elsewhere);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly providers = computed(() => this.session.about()?.providers ?? []);
  protected readonly problem = signal<Problem | null>(null);

  protected async goToProvider({ key }: Provider): Promise<void> {
    const answer = await this.client.signIn(key);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.elsewhere.leaveFor(answer.value.goTo);
  }
}
