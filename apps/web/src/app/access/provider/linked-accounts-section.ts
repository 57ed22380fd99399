import { Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import type { Problem, ProviderLink } from '@repere/contract';
import { Language, formatMoment } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { viewpointHere } from '../../platform/pages/viewpoint-here';
import { Session } from '../session';
import { Elsewhere } from './elsewhere';
import { ProviderClient } from './provider-client';
import { ProviderNews } from './provider-news';

/** By which identities one's own account is known: link one, unlink it. Nothing where there is no provider. */
@Component({
  selector: 'app-linked-accounts-section',
  imports: [MatButton, ProblemLine, ProviderNews],
  templateUrl: './linked-accounts-section.html',
  styleUrls: ['../account/row-section.scss', './linked-accounts-section.scss'],
})
export class LinkedAccountsSection {
  private readonly client = inject(ProviderClient);
  private readonly elsewhere = inject(Elsewhere);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly links = signal<readonly ProviderLink[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** Key of the provider from which its reader comes back, until they say that it is they. */
  private readonly cameBack = signal<string | null>(null);
  protected readonly toConfirm = computed(
    () =>
      this.links().find(({ provider, linkedAt }) => provider === this.cameBack() && linkedAt === null) ??
      null,
  );

  constructor() {
    this.cameBack.set(inject(ActivatedRoute).snapshot.queryParamMap.get('lier'));
    if (inject(Session).about()?.providers.length) void this.loadLinks();
  }

  protected async loadLinks(): Promise<void> {
    const answer = await this.client.links();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.links.set(answer.value.items);
  }

  protected async link({ provider }: ProviderLink): Promise<void> {
    const answer = await this.client.link(provider);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.elsewhere.leaveFor(answer.value.goTo);
  }

  protected async unlink(link: ProviderLink): Promise<void> {
    const answer = await this.client.unlink(link.provider);
    // Unlinked elsewhere meanwhile: that is what was wanted.
    if (!answer.ok && answer.problem.code !== 'not-found') return this.problem.set(answer.problem);
    await this.loadLinks();
    this.announceNews(this.t('provider.links.gone', { name: this.nameOf(link) }));
  }

  protected nameOf({ label }: ProviderLink): string {
    return label[this.language.current()];
  }

  protected when(at: string): string {
    return formatMoment(Date.parse(at), viewpointHere(this.language));
  }

  /** Links whoever came back to this browser: an address alone links nobody, and says nothing of it any more. */
  protected async confirm({ provider }: ProviderLink): Promise<void> {
    const answer = await this.client.confirm(provider);
    this.cameBack.set(null);
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    if (!answer.ok) {
      await this.loadLinks();
      return this.problem.set(answer.problem);
    }
    this.links.set(answer.value.items);
    const link = this.links().find((it) => it.provider === provider);
    if (link) this.announceNews(this.t('provider.links.done', { name: this.nameOf(link) }));
  }

  private announceNews(news: string): void {
    this.news.set(news);
    document.getElementById('linked')?.focus();
  }
}
