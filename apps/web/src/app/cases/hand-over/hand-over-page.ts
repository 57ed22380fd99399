import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { NightHandOver, Problem } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { dialAddress } from '../on-call/dial-address';
import { CoverClient } from '../cover/cover-client';
import { HandOverCard } from './hand-over-card';

/** What does the night need to know? By child: what protects now, what is due before the morning, whom to call. */
@Component({
  selector: 'app-hand-over-page',
  imports: [EmptyState, HandOverCard, Icon, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './hand-over-page.html',
  styleUrl: './hand-over-page.scss',
})
export class HandOverPage {
  private readonly client = inject(CoverClient);
  protected readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly dialAddress = dialAddress;
  protected readonly scopes = ['me', 'team'] as const;

  /** From the address: whose cases are told. */
  readonly scope = input<NightHandOver['scope']>();

  protected readonly told = signal<NightHandOver | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly key = new SendingKey();
  /** Who was told, once somebody was. */
  protected readonly news = signal<readonly string[]>([]);
  protected readonly shownScope = computed(() => this.told()?.scope ?? this.scope() ?? 'me');
  protected readonly span = computed(() => {
    const told = this.told();
    return told
      ? this.t('hand-over.span', { now: this.time.exactly(told.now), until: this.time.exactly(told.until) })
      : '';
  });

  constructor() {
    effect(() => {
      this.scope();
      void this.loadHandOver();
    });
  }

  protected async loadHandOver(): Promise<void> {
    this.news.set([]);
    const answer = await this.client.handOver(this.scope());
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.told.set(answer.value);
  }

  protected async sendHandOver(): Promise<void> {
    const scope = this.shownScope();
    const answer = await this.key.sendOnce({ scope }, (idempotencyKey) =>
      this.client.sendHandOver(scope, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    const { told, unreached } = answer.value;
    const said = (word: string, names: readonly string[]): readonly string[] =>
      names.length === 0 ? [] : [this.t(word, { names: names.join(', ') })];
    this.news.set([...said('hand-over.told', told), ...said('hand-over.unreached', unreached)]);
  }

  protected print(): void {
    window.print();
  }
}
