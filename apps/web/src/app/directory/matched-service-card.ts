import { Component, computed, inject, input } from '@angular/core';
import type { MatchedService } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { SERVICE_KINDS_WORDS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { formatCriterion } from './format-criterion';

/** A service that may help: how it stands, why, whom to call; where it is, if the reader sees places. */
@Component({
  selector: 'app-matched-service',
  template: `
    <h3>{{ service().name }}</h3>
    <p class="state">
      <strong>{{ t('directory.standing.' + service().standing) }}</strong>
      <span>{{ kind() }}</span>
      <span>{{ service().territoryNames.join(', ') || t('directory.distance.country') }}</span>
    </p>
    <p>
      @for (phone of service().phones; track phone) {
        <a class="phone" [href]="'tel:' + phone.replaceAll(' ', '')">{{ phone }}</a>
      } @empty {
        <span class="rp-quiet">{{ t('directory.no-phone') }}</span>
      }
    </p>
    @if (against().length) {
      <h4>{{ t('directory.against') }}</h4>
      <ul>
        @for (line of against(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
    }
    @if (toAsk().length) {
      <h4>{{ t('directory.to-ask') }}</h4>
      <ul>
        @for (line of toAsk(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
    }
    @if (service().hasNamesake) {
      <p class="alert">{{ t('directory.namesake') }}</p>
    }
    @if (service().lostToAge) {
      <p class="alert">{{ t('directory.lost') }}</p>
    } @else if (service().excludesSixteenSeventeen) {
      <p class="alert">{{ t('directory.excludes') }}</p>
    }
    <details>
      <summary>
        {{ t('directory.more-of') }} <span class="rp-out-of-sight">– {{ service().name }}</span>
      </summary>
      <ul>
        @for (line of fits(); track line) {
          <li>{{ line }}</li>
        }
        @for (line of secondary(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
      @if (service().say; as say) {
        <p>{{ say }}</p>
      }
      <p>{{ address() }}</p>
      <p class="rp-quiet">
        {{
          t(service().isStale ? 'directory.stale' : 'directory.verified', {
            day: time.day(service().verifiedAt),
          })
        }}
      </p>
    </details>
  `,
  styles: `
    h3 {
      margin: 0;
      font-size: 1.05rem;
    }
    h4 {
      margin: 0.5rem 0 0;
      font-size: 0.95rem;
    }
    p,
    ul {
      margin-block: 0.25rem;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1rem;
    }
    .phone {
      display: inline-block;
      margin-inline-end: 1rem;
      padding-block: 0.25rem;
      font-weight: 600;
    }
    .alert {
      padding: 0.5rem 0.75rem;
      border-inline-start: 4px solid var(--rp-primary);
      background: var(--rp-primary-wash);
    }
  `,
})
export class MatchedServiceCard {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly service = input.required<MatchedService>();

  protected readonly kind = computed(() => this.language.localize(SERVICE_KINDS_WORDS[this.service().kind]));
  protected readonly against = computed(() => this.lines((it) => it.verdict === 'no' && it.decides));
  /** Of one that can't, nobody asks the rest. */
  protected readonly toAsk = computed(() =>
    this.service().standing === 'no' ? [] : this.lines((it) => it.verdict === 'ask' && it.decides),
  );
  protected readonly fits = computed(() => this.lines((it) => it.verdict === 'fits'));
  protected readonly secondary = computed(() =>
    this.lines(
      (it) =>
        it.verdict !== 'fits' && (!it.decides || (it.verdict === 'ask' && this.service().standing === 'no')),
    ),
  );
  protected readonly address = computed(() => {
    const { address, hasSecretAddress } = this.service();
    if (isRedacted(address)) return this.t('directory.address.hidden');
    if (!address) return this.t('directory.address.unknown');
    return this.t(hasSecretAddress ? 'directory.address.secret' : 'directory.address.is', { address });
  });

  private lines(holds: (it: MatchedService['criteria'][number]) => boolean): readonly string[] {
    const service = this.service();
    return service.criteria.filter(holds).map((it) => formatCriterion(it, service, this.language));
  }
}
