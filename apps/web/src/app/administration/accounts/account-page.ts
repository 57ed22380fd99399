import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AccountDetail, Problem } from '@repere/contract';
import { Language, formatMoment } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import type { Answered } from '../../platform/api';
import { viewpointHere } from '../../platform/pages/viewpoint-here';
import { AdministrationClient } from '../administration-client';
import { ChangeCard } from '../changes/change-card';
import { AccountAccessForm } from './account-access-form';
import { DatesForm } from './dates-form';
import { EmailForm } from './email-form';
import { ProviderInvitation } from './provider-invitation';
import { RolesForm } from './roles-form';
import { TeamsForm } from './teams-form';

/** One account: who it is, what it may, how many cases it holds, until when. */
@Component({
  selector: 'app-administered-account-page',
  imports: [
    AccountAccessForm,
    ActProblem,
    ChangeCard,
    DatesForm,
    EmailForm,
    MatButton,
    PageHeading,
    ProblemLine,
    ProviderInvitation,
    RolesForm,
    RouterLink,
    TeamsForm,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  private readonly client = inject(AdministrationClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** From the address. */
  readonly accountId = input.required<string>();

  protected readonly account = signal<AccountDetail | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly refusal = signal<Problem | null>(null);
  protected readonly news = signal('');
  private readonly said = viewChild<ElementRef<HTMLElement>>('said');
  private readonly injector = inject(Injector);
  protected readonly held = computed(() =>
    (this.account()?.held ?? []).map(({ team, leads, assigned }) =>
      [
        this.language.label(team),
        [
          this.language.count('administration.account.leads', leads),
          this.language.count('administration.account.assigned', assigned),
        ].join(', '),
      ].join(' '),
    ),
  );

  constructor() {
    effect(() => {
      this.accountId();
      untracked(() => void this.loadAccount());
    });
  }

  protected async loadAccount(): Promise<void> {
    const answer = await this.client.account(this.accountId());
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.account.set(answer.value);
  }

  protected async inviteAgain({ id }: AccountDetail): Promise<void> {
    this.takeAnswer(await this.client.inviteAgain(id));
  }

  /** What a form of the page has done. */
  protected takeAnswer(answer: Answered<AccountDetail>): void {
    this.refusal.set(answer.ok ? null : answer.problem);
    this.news.set(
      answer.ok ? this.t(`administration.account.${answer.value.waits ? 'waits' : 'saved'}`) : '',
    );
    if (answer.ok) this.account.set(answer.value);
    // The form may be a screen below.
    afterNextRender(() => this.said()?.nativeElement.focus(), { injector: this.injector });
  }

  protected when(at: string): string {
    return formatMoment(Date.parse(at), viewpointHere(this.language));
  }
}
