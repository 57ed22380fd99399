import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isRedacted } from '@repere/cases';
import type { CasePrivacy } from '@repere/contract';
import { Language } from '@repere/ui';
import { PrivacyClient } from '../privacy-client';
import { formatDate } from '../format-date';
import { casePrivacyPath } from '../privacy-paths';

const NEWEST = 3;

/** On the page of a case: whether it is held, what was shared last, and the way to all of it. */
@Component({
  selector: 'app-privacy-section',
  imports: [RouterLink],
  template: `
    <section aria-labelledby="privacy-title">
      <h2 id="privacy-title">{{ t('privacy.case.title') }}</h2>
      @if (isHeld()) {
        <p>
          <strong>{{ t('privacy.held') }}</strong>
        </p>
      }
      @if (newest().length) {
        <ul>
          @for (sharing of newest(); track sharing.id) {
            <li>{{ sharing.day }} · {{ sharing.to }}</li>
          }
        </ul>
      } @else {
        <p class="rp-quiet">{{ t('privacy.sharing.none') }}</p>
      }
      <p>
        <a [routerLink]="casePrivacyPath(caseFileId())">{{ t('privacy.case.all') }}</a>
      </p>
    </section>
  `,
})
export class PrivacySection {
  private readonly client = inject(PrivacyClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly casePrivacyPath = casePrivacyPath;

  readonly caseFileId = input.required<string>();

  private readonly privacy = signal<CasePrivacy | null>(null);
  protected readonly isHeld = computed(
    () => this.privacy()?.holds.some(({ liftedAt }) => liftedAt === null) ?? false,
  );
  protected readonly newest = computed(() =>
    (this.privacy()?.sharing ?? [])
      .filter(({ correctedBy }) => correctedBy === null)
      .slice(0, NEWEST)
      .map(({ id, at, content }) => ({
        id,
        day: formatDate(at, this.language.current()),
        to:
          content && !isRedacted(content)
            ? content.toWhom
            : this.t(content ? 'case.redacted' : 'privacy.sharing.gone'),
      })),
  );

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.loadPrivacy(id));
    });
  }

  private async loadPrivacy(id: string): Promise<void> {
    const answer = await this.client.ofCase(id);
    if (answer.ok) this.privacy.set(answer.value);
  }
}
