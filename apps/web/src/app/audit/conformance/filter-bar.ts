import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FollowedRules } from '@repere/contract';
import { Language } from '@repere/ui';
import { type AuditFilters, auditParams, PERIODS } from './audit-filters';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Team, protocol, period: what the page is about. Lives in the address. */
@Component({
  selector: 'app-filter-bar',
  imports: [RouterLink],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
})
export class FilterBar {
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;
  protected readonly periods = [...PERIODS, null] as const;

  readonly filters = input.required<AuditFilters>();
  readonly teams = input.required<readonly Named[]>();
  readonly protocols = input.required<readonly FollowedRules[]>();

  /** The address with something changed. */
  protected with(change: Partial<AuditFilters>) {
    return auditParams({ ...this.filters(), ...change });
  }

  protected choose(name: 'team' | 'protocol', event: Event): void {
    const value = (event.target as HTMLSelectElement).value || null;
    // A step belongs to its protocol.
    const change = name === 'protocol' ? { protocol: value, step: null } : { team: value };
    void this.router.navigate([], { queryParams: this.with(change) });
  }
}
