import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { FlowNews } from '@repere/cases';
import { Icon, Language } from '@repere/ui';

/** What the server may say in the address when somebody comes back from a provider; anything else is not repeated. */
const KNOWN: Readonly<Record<FlowNews, true>> = {
  over: true,
  cancelled: true,
  unreachable: true,
  'not-trusted': true,
  'no-account': true,
  closed: true,
  'too-weak': true,
  taken: true,
  'linked-already': true,
  'invitation-over': true,
  'too-many': true,
};

/** Why somebody who comes back from a provider did not come in, in plain words. */
@Component({
  selector: 'app-provider-news',
  imports: [Icon],
  template: `
    @if (word(); as word) {
      <div role="alert">
        <rp-icon name="lock" />
        <p>
          <strong>{{ t('provider.refused.title') }}</strong>
          {{ t('provider.refused.' + word) }}
        </p>
      </div>
    }
  `,
  styles: `
    div {
      display: flex;
      gap: 0.75rem;
      align-items: start;
      margin-block-end: 1.5rem;
      padding: 1rem 1.25rem;
      border-inline-start: 4px solid var(--rp-accent);
      border-radius: 8px;
      background: var(--rp-wash);
    }
    p {
      margin: 0;
    }
    strong {
      display: block;
    }
  `,
})
export class ProviderNews {
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly t = inject(Language).t;
  protected readonly word = computed(() => {
    const said = this.query()?.get('refus');
    if (!said) return null;
    return Object.hasOwn(KNOWN, said) ? said : 'other';
  });
}
