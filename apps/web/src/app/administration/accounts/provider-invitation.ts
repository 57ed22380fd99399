import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountDetail, Invited, Problem, Provider } from '@repere/contract';
import { Language, formatMoment } from '@repere/ui';
import { Session } from '../../access/session';
import { ActProblem } from '../../platform/act-problem';
import { viewpointHere } from '../../platform/pages/viewpoint-here';
import { AdministrationClient } from '../administration-client';

/** Invites the owner of an account to come in by a provider: a link to hand over, shown once. Nothing without a provider. */
@Component({
  selector: 'app-provider-invitation',
  imports: [ActProblem, MatButton],
  templateUrl: './provider-invitation.html',
  styles: `
    h2:focus {
      outline: none;
    }
    .news {
      font-weight: 600;
    }
    .news:empty {
      display: none;
    }
    .rp-input {
      max-inline-size: none;
      margin-block-end: 1rem;
    }
    .rp-acts {
      margin: 0;
    }
  `,
})
export class ProviderInvitation {
  private readonly client = inject(AdministrationClient);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly account = input.required<AccountDetail>();
  /** There is another invitation than was shown, or none any more. */
  readonly changed = output<void>();

  protected readonly providers = computed(() => this.session.about()?.providers ?? []);
  /** The link that was just made: it is told to nobody again. */
  protected readonly made = signal<Invited | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected async invite({ key }: Provider): Promise<void> {
    const answer = await this.client.inviteByProvider(this.account().id, key);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.made.set(answer.value);
    this.announceNews(this.t('administration.by-provider.made'));
  }

  protected async withdraw(id: string): Promise<void> {
    const answer = await this.client.withdrawProviderInvitation(id);
    // Used or over meanwhile: there is none to withdraw, and the page says so.
    this.problem.set(answer.ok || answer.problem.code === 'not-found' ? null : answer.problem);
    if (this.problem()) return;
    this.made.set(null);
    this.announceNews(this.t(`administration.by-provider.${answer.ok ? 'withdrawn' : 'over'}`));
  }

  protected nameOf(key: string): string {
    return this.providers().find((it) => it.key === key)?.label[this.language.current()] ?? key;
  }

  protected when(at: string): string {
    return formatMoment(Date.parse(at), viewpointHere(this.language));
  }

  private announceNews(news: string): void {
    this.news.set(news);
    this.heading()?.nativeElement.focus();
    this.changed.emit();
  }
}
