import { Component, computed, inject, input } from '@angular/core';
import type { Verdict } from '@repere/protocol';
import { Icon, type IconName, Language } from '@repere/ui';

const ICONS: Readonly<Record<Verdict | 'none', IconName>> = {
  proven: 'approve',
  bounded: 'search',
  broken: 'danger',
  none: 'wait',
};

/** What exploring found, in a word; the word first, then the icon, colour last. A bounded search is never called proven. */
@Component({
  selector: 'app-proof-word',
  imports: [Icon],
  template: `{{ t('protocols.verdict.' + word()) }} <rp-icon [name]="icon()" />`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.35rem;
      font-weight: 600;
    }
    :host([data-verdict='proven']) {
      color: var(--rp-primary);
    }
    :host([data-verdict='broken']) {
      color: var(--rp-error);
    }
    :host([data-verdict='none']) {
      color: var(--rp-ink-soft);
      font-weight: 450;
    }
  `,
  host: { '[attr.data-verdict]': 'verdictOrNone()' },
})
export class ProofWord {
  protected readonly t = inject(Language).t;

  readonly verdict = input.required<Verdict | null>();

  /** Of many promises together, the worst of which was searched only: the others are proven. */
  readonly ofMany = input(false);

  protected readonly verdictOrNone = computed(() => this.verdict() ?? 'none');
  protected readonly word = computed(() =>
    this.ofMany() && this.verdict() === 'bounded' ? 'in-part' : this.verdictOrNone(),
  );
  protected readonly icon = computed(() => ICONS[this.verdictOrNone()]);
}
