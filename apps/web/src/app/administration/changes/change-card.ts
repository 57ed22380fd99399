import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AccountRole } from '@repere/access';
import type { AccountChange, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { formatRoles } from '../../access/format-roles';
import { ActProblem } from '../../platform/act-problem';
import { AdministrationClient } from '../administration-client';
import { accountPath } from '../account-path';

/** One change that waits: what would change, why, who asked. A second administrator agrees or refuses. */
@Component({
  selector: 'app-change-card',
  imports: [ActProblem, MatButton, RouterLink],
  template: `
    <h3>
      <a [routerLink]="accountPath(change().accountId)">{{ change().name }}</a>
    </h3>
    @if (change().kind === 'roles') {
      <p>
        {{
          t('administration.changes.roles', {
            before: formatRoles(change().before),
            after: formatRoles(change().after),
          })
        }}
      </p>
    } @else {
      <p>{{ t('administration.changes.email', { email: change().email ?? '' }) }}</p>
    }
    <p>{{ t('administration.changes.why', { reason: change().reason }) }}</p>
    <p class="rp-quiet">{{ t('administration.changes.by', { name: change().requestedBy }) }}</p>
    <app-act-problem [problem]="problem()" />
    @if (!change().mayDecide) {
      <p class="rp-quiet">{{ t('administration.changes.not-you') }}</p>
    }
    <p class="rp-acts">
      @if (change().mayDecide) {
        <button
          matButton="filled"
          type="button"
          [attr.aria-label]="named('approve')"
          (click)="decide('approve')"
        >
          {{ t('administration.changes.approve') }}
        </button>
      }
      <button
        matButton="outlined"
        type="button"
        [attr.aria-label]="named('refuse')"
        (click)="decide('refuse')"
      >
        {{ t('administration.changes.refuse') }}
      </button>
    </p>
  `,
  styles: `
    h3,
    p {
      margin: 0 0 0.35rem;
    }
  `,
})
export class ChangeCard {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;
  protected readonly accountPath = accountPath;

  readonly change = input.required<AccountChange>();
  readonly decided = output<void>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly none = computed(() => this.t('administration.account.no-role'));

  protected formatRoles(roles: readonly AccountRole[] | null): string {
    return formatRoles(roles ?? [], this.t) || this.none();
  }

  protected named(decision: 'approve' | 'refuse'): string {
    return `${this.t(`administration.changes.${decision}`)} – ${this.change().name}`;
  }

  protected async decide(decision: 'approve' | 'refuse'): Promise<void> {
    const answer = await this.client.decide(this.change().id, decision);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.decided.emit();
  }
}
