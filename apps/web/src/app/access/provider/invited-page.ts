import { Location } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { Session } from '../session';
import { Elsewhere } from './elsewhere';
import { ProviderClient } from './provider-client';

/** Where an administrator's invitation leads: to the provider that it names, and from there into one's account. */
@Component({
  selector: 'app-invited-page',
  imports: [ActProblem, MatButton, PageHeading, RouterLink],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('provider.invited.title') }}</h1>
      @if (name() && token && !isOver()) {
        <p class="rp-lead">{{ t('provider.invited.lead', { name: name() }) }}</p>
        <app-act-problem [problem]="problem()" />
        <div class="rp-acts">
          <button matButton="filled" type="button" (click)="goToProvider()">
            {{ t('provider.ways.go', { name: name() }) }}
          </button>
        </div>
      } @else {
        <div role="alert">
          <p class="rp-lead">
            {{ t(isOver() ? 'provider.refused.invitation-over' : 'provider.invited.broken') }}
          </p>
        </div>
        <p>
          <a routerLink="/connexion">{{ t('accounts.back') }}</a>
        </p>
      }
    </div>
  `,
  styles: `
    .rp-page {
      max-inline-size: 40rem;
    }
    .rp-acts {
      margin-block-start: 0.75rem;
    }
  `,
})
export class InvitedPage {
  private readonly client = inject(ProviderClient);
  private readonly session = inject(Session);
  private readonly elsewhere = inject(Elsewhere);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Key of the provider. */
  readonly provider = input.required<string>();
  /** Behind the #: it reaches no server before it is sent on purpose, and leaves the address at once. */
  protected readonly token = inject(ActivatedRoute).snapshot.fragment;

  protected readonly problem = signal<Problem | null>(null);
  /** Used, withdrawn, or too old. */
  protected readonly isOver = computed(() => this.problem()?.code === 'not-found');
  protected readonly name = computed(
    () =>
      this.session.about()?.providers.find(({ key }) => key === this.provider())?.label[
        this.language.current()
      ] ?? '',
  );

  constructor() {
    // Not for the history, nor for who looks over a shoulder.
    const location = inject(Location);
    location.replaceState(location.path());
  }

  protected async goToProvider(): Promise<void> {
    const answer = await this.client.signIn(this.provider(), this.token ?? '');
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.elsewhere.leaveFor(answer.value.goTo);
  }
}
