import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Problem, ServiceToTell } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { accessPath, referralsPath, REFERRING } from '../../cases/case-paths';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { TellForm } from '../capacity/tell-form';
import { REFERRAL_PAGES } from '../pages';
import { ReferralsClient } from '../referrals-client';

/** A service without account is told of a child, by telephone or letter: a referral, whose answer is waited for as every other. */
@Component({
  selector: 'app-refer-to-service-page',
  imports: [CaseCrumb, PageHeading, ProblemLine, RouterLink, TellForm],
  template: `
    <div class="rp-page">
      @if (page(); as page) {
        <app-case-crumb
          [caseFileId]="caseFileId()"
          [reference]="page.reference"
          [calledName]="page.calledName"
        />
        <h1 appPageHeading>{{ t('capacity.told.title') }}</h1>
        <h2>{{ page.service.name }}</h2>
        <p>
          @for (phone of page.phones; track phone) {
            <a class="phone" [href]="'tel:' + phone.replaceAll(' ', '')">{{ phone }}</a>
          } @empty {
            <span class="rp-quiet">{{ t('capacity.no-phone') }}</span>
          }
        </p>
        @if (page.hasAccount) {
          <p>{{ t('capacity.told.has-account') }}</p>
          <p class="rp-acts">
            <a [routerLink]="access()" [queryParams]="referring">{{ t('referrals.form.summary') }}</a>
          </p>
        } @else {
          <p class="rp-lead">{{ t('capacity.told.lead-loop') }}</p>
          <p>{{ t(page.hasMail ? 'capacity.told.link' : 'capacity.told.no-way') }}</p>
          <app-tell-form
            [caseFileId]="caseFileId()"
            [serviceId]="serviceId()"
            [openNeeds]="page.openNeeds"
            [preparedId]="preparee()"
            (told)="showReferrals()"
          />
        }
      } @else if (unread(); as problem) {
        <h1 appPageHeading>{{ t('capacity.told.title') }}</h1>
        <app-problem-line [problem]="problem" (again)="loadService()" />
      } @else {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    .rp-page {
      max-inline-size: 44rem;
    }
    .phone {
      display: inline-block;
      margin-inline-end: 1rem;
      padding-block: 0.25rem;
      font-weight: 600;
    }
  `,
})
export class ReferToServicePage {
  private readonly client = inject(ReferralsClient);
  private readonly router = inject(Router);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  protected readonly t = inject(Language).t;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly serviceId = input.required<string>();
  /** A referral that was prepared, to go on from. */
  readonly preparee = input<string>();

  protected readonly page = signal<ServiceToTell | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly access = computed(() => accessPath(this.caseFileId()));
  protected readonly referring = REFERRING;

  constructor() {
    effect(() => {
      this.serviceId();
      untracked(() => void this.loadService());
    });
  }

  protected async loadService(): Promise<void> {
    const answer = await this.client.serviceToTell(this.caseFileId(), this.serviceId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(REFERRAL_PAGES.tell.title, answer.value.reference);
  }

  protected showReferrals(): void {
    void this.router.navigate([...referralsPath(this.caseFileId())]);
  }
}
