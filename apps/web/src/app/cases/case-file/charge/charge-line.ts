import { Component, computed, inject, input } from '@angular/core';
import { isRedacted } from '@repere/cases';
import type { CaseFile } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { shownName } from '../../shown-name';
import { formatAuthority } from './format-authority';

/** On paper: who leads the case, and which authority is competent, why and on which texts. */
@Component({
  selector: 'app-charge-line',
  template: `
    <p>
      <strong>{{ language.label(t('case.lead')) }}</strong> {{ lead() }}
      @if (authority(); as words) {
        <br /><strong>{{ language.label(t('case.charge.authority')) }}</strong> {{ words }}
      }
      @if (why(); as words) {
        <br />{{ words }}
      }
    </p>
  `,
})
export class ChargeLine {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();

  protected readonly lead = computed(() => {
    const { lead, team } = this.caseFile();
    return lead
      ? shownName(lead.name, this.t('case.name-redacted'))
      : this.t('case.charge.no-lead', { team: team.name });
  });
  protected readonly authority = computed(() =>
    formatAuthority(this.caseFile(), this.language, (at) => this.time.exactly(at), { isOnPaper: true }),
  );
  protected readonly why = computed(() => {
    const authority = this.caseFile().charge?.authority;
    if (!authority || isRedacted(authority)) return null;
    const texts = authority.basis.map(({ text }) => this.language.localize(text)).join(' · ');
    return `${this.language.localize(authority.because)} (${texts})`;
  });
}
