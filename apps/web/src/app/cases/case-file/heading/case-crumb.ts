import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Shown } from '@repere/cases';
import { Icon, Language } from '@repere/ui';
import { casePath } from '../../case-paths';
import { PaperByButton } from '../document/paper-by-button';
import { shownName } from '../../shown-name';

/** Whose case a sub-page belongs to, and the way back to it. */
@Component({
  selector: 'app-case-crumb',
  imports: [Icon, PaperByButton, RouterLink],
  template: `
    <a [routerLink]="path()" [attr.aria-label]="t('case.back-to', { reference: reference() })">
      <rp-icon name="back" /> <span>{{ reference() }}</span>
    </a>
    <strong>{{ name() }}</strong>
    @if (!mayLeave()) {
      <app-paper-by-button />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 1rem;
      margin-block-end: 1.25rem;
      padding-block-end: 0.5rem;
      border-block-end: 1px solid var(--rp-line);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-block-size: 44px;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.02em;
    }
    strong {
      overflow-wrap: anywhere;
    }
  `,
})
export class CaseCrumb {
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly reference = input.required<string>();
  /** The page may be printed as it stands. */
  readonly mayLeave = input(false);
  readonly calledName = input.required<Shown<string>>();

  protected readonly path = computed(() => casePath(this.caseFileId()));
  protected readonly name = computed(() => shownName(this.calledName(), this.t('case.name-redacted')));
}
