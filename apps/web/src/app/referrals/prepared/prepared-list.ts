import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Params, RouterLink } from '@angular/router';
import type { PreparedReferral, Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { accessPath, REFERRING, tellServicePath } from '../../cases/case-paths';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { PreparedClient } from './prepared-client';

/** What is composed for a service and was not sent: seen by whoever may refer, taken up again or dropped. */
@Component({
  selector: 'app-prepared-list',
  imports: [ActProblem, MatButton, RouterLink],
  template: `
    <section aria-labelledby="prepared-title">
      <h2 id="prepared-title">{{ t('referrals.prepared.title') }}</h2>
      <p class="rp-quiet">{{ t('referrals.prepared.lead') }}</p>
      <ul class="rp-list">
        @for (it of prepared(); track it.id) {
          <li>
            <h3>{{ it.to || t('referrals.prepared.nobody') }}</h3>
            @if (it.request) {
              <p class="request">{{ it.request }}</p>
            }
            <p>
              <span>{{ t('referrals.prepared.since', { by: it.by, moment: time.moment(it.at) }) }}</span>
              &ngsp;<strong>{{
                it.isDue
                  ? t('referrals.prepared.is-due')
                  : t('referrals.prepared.due', { moment: time.moment(it.dueAt) })
              }}</strong>
            </p>
            @if (it.bar; as bar) {
              <p>{{ t('referrals.prepared.bar.' + bar) }}</p>
            }
            <p class="rp-acts">
              <a
                matButton="filled"
                [routerLink]="pathOf(it)"
                [queryParams]="questionOf(it)"
                [attr.aria-label]="t('referrals.prepared.resume') + ' – ' + it.to"
                >{{ t('referrals.prepared.resume') }}</a
              >
              <button
                matButton="outlined"
                type="button"
                [attr.aria-label]="t('referrals.prepared.drop') + ' – ' + it.to"
                (click)="drop(it)"
              >
                {{ t('referrals.prepared.drop') }}
              </button>
            </p>
          </li>
        }
      </ul>
      <app-act-problem [problem]="problem()" />
    </section>
  `,
  styles: `
    li {
      padding-block: 0.6rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h3 {
      margin: 0;
      font-size: 1.05rem;
    }
    p {
      margin-block: 0.2rem;
      overflow-wrap: anywhere;
    }
    .request {
      white-space: pre-line;
    }
  `,
})
export class PreparedList {
  private readonly client = inject(PreparedClient);
  private readonly keys = new SendingKey();
  protected readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly prepared = input.required<readonly PreparedReferral[]>();
  readonly dropped = output();

  protected readonly problem = signal<Problem | null>(null);

  /** Where it was composed. */
  protected pathOf({ serviceId }: PreparedReferral): readonly string[] {
    return serviceId === null ? accessPath(this.caseFileId()) : tellServicePath(this.caseFileId(), serviceId);
  }

  protected questionOf({ id, serviceId }: PreparedReferral): Params {
    return serviceId === null ? { ...REFERRING, preparee: id } : { preparee: id };
  }

  protected async drop({ id, version }: PreparedReferral): Promise<void> {
    const answer = await this.keys.sendOnce([id, version], (idempotencyKey) =>
      this.client.drop(this.caseFileId(), id, version, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.dropped.emit();
  }
}
