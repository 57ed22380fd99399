import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { STRENGTH_WORDS } from '@repere/access';
import type { OwnSession, OwnSessions, Problem } from '@repere/contract';
import { Icon, Language, formatMoment } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { viewpointHere } from '../../platform/pages/viewpoint-here';
import { AccessClient } from '../access-client';

/** Where one is signed in: this device first. Each of the others, or all of them, can be ended from here. */
@Component({
  selector: 'app-sessions-section',
  imports: [Icon, MatButton, ProblemLine],
  templateUrl: './sessions-section.html',
  styleUrls: ['../account/row-section.scss', './sessions-section.scss'],
})
export class SessionsSection {
  private readonly client = inject(AccessClient);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly strengthWords = STRENGTH_WORDS;

  protected readonly sessions = signal<OwnSessions | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly others = computed(() => this.sessions()?.items.filter(({ isThis }) => !isThis) ?? []);

  constructor() {
    void this.loadSessions();
  }

  protected async loadSessions(): Promise<void> {
    const answer = await this.client.sessions();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.sessions.set(answer.value);
  }

  protected async endSession({ id }: OwnSession): Promise<void> {
    const answer = await this.client.endSession(id);
    // It may have ended by itself meanwhile: that is what was wanted.
    if (!answer.ok && answer.problem.code !== 'not-found') return this.problem.set(answer.problem);
    await this.announceNews(this.t('account.sessions.ended'));
  }

  protected async endOthers(): Promise<void> {
    const answer = await this.client.endOtherSessions();
    if (!answer.ok) return this.problem.set(answer.problem);
    await this.announceNews(this.language.count('account.sessions.ended-others', answer.value.ended));
  }

  protected deviceOf({ browser, system }: OwnSession): string {
    return this.t('account.sessions.device', {
      browser: this.t(`account.sessions.browser.${browser}`),
      system: this.t(`account.sessions.system.${system}`),
    });
  }

  /** By the machine's clock and where this device is: a training space's own time says nothing here. */
  protected when(at: string): string {
    return formatMoment(Date.parse(at), {
      ...viewpointHere(this.language),
      now: Date.parse(this.sessions()?.now ?? at),
    });
  }

  private async announceNews(news: string): Promise<void> {
    await this.loadSessions();
    this.news.set(news);
    // The button that was pressed is gone.
    document.getElementById('where')?.focus();
  }
}
