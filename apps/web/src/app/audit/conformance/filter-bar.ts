import { Component, inject, input } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { FollowedRules, Named } from '@repere/contract';
import { Language } from '@repere/ui';
import { writeThrough } from '../../platform/form/write-through';
import { type AuditFilters, auditParams, PERIODS } from './audit-filters';

/** Team, protocol, period: what the page is about. Lives in the address. */
@Component({
  selector: 'app-filter-bar',
  imports: [FormField, RouterLink],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
})
export class FilterBar {
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly periods = [...PERIODS, null] as const;

  readonly filters = input.required<AuditFilters>();
  readonly teams = input.required<readonly Named[]>();
  readonly protocols = input.required<readonly FollowedRules[]>();
  protected readonly form = form(
    writeThrough(
      () => ({ team: this.filters().team ?? '', protocol: this.filters().protocol ?? '' }),
      (chosen) => this.chooseFilter(chosen),
    ),
  );

  /** The address with something changed. */
  protected with(change: Partial<AuditFilters>) {
    return auditParams({ ...this.filters(), ...change });
  }

  private chooseFilter({ team, protocol }: { readonly team: string; readonly protocol: string }): void {
    // A step belongs to its protocol.
    const isOther = protocol !== (this.filters().protocol ?? '');
    const change = { team: team || null, protocol: protocol || null, ...(isOther && { step: null }) };
    void this.router.navigate([], { queryParams: this.with(change) });
  }
}
