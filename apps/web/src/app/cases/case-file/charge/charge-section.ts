import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isRedacted } from '@repere/cases';
import type { CaseFile, Charge } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { OriginTag } from '@repere/ui/origin';
import { DeadlineLabel } from '@repere/ui/status';
import { stepPath } from '../../case-paths';
import { SourceLines } from '../../step/fields/source-lines';
import { formatAuthority, knownAuthority } from './format-authority';

/** Requests that stand open; older ones are a press away. */
const NEWEST = 3;

/** Who answers for the child: which authority and why, what is to be asked with its letter, what was asked of whom since when. */
@Component({
  selector: 'app-charge-section',
  imports: [DeadlineLabel, NgTemplateOutlet, OriginTag, RouterLink, SourceLines],
  templateUrl: './charge-section.html',
  styleUrl: './charge-section.scss',
})
export class ChargeSection {
  protected readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFile = input.required<CaseFile>();
  readonly charge = input.required<Charge>();

  protected readonly authority = computed(() => knownAuthority({ charge: this.charge() }));
  protected readonly isHidden = computed(() => isRedacted(this.charge().open));
  protected readonly questions = computed(() => {
    const { open } = this.charge();
    return isRedacted(open) ? [] : open;
  });
  protected readonly newest = computed(() => this.charge().asked.slice(0, NEWEST));
  protected readonly older = computed(() => this.charge().asked.slice(NEWEST));

  /** Answers that should have come. */
  protected readonly late = computed(
    () => this.charge().asked.filter(({ waitsFor }) => waitsFor?.isLate).length,
  );
  /** What stands behind the fold, counted: to ask without a letter, which stands in the head; waited for; to chase. */
  protected readonly counts = computed(() => {
    const { asked, toAsk } = this.charge();
    const waits = asked.filter(({ waitsFor }) => waitsFor && !waitsFor.isLate).length;
    return (
      [
        ['to-ask', toAsk.filter(({ letters }) => letters.length === 0).length],
        ['waits', waits],
        ['late', this.late()],
      ] as const
    )
      .flatMap(([key, n]) => (n > 0 ? [this.t(`case.charge.count.${key}`, { n })] : []))
      .join(' · ');
  });
  /** Which authority, and what waits behind the fold: one line on a phone. */
  protected readonly shortly = computed(() =>
    [formatAuthority(this.caseFile(), this.language, (at) => this.time.moment(at)), this.counts()]
      .filter(Boolean)
      .join(' · '),
  );

  /** When a letter that does this step left, and nobody has ended it since. */
  protected sentAt({ runId, step }: { readonly runId: string; readonly step: string }): string | null {
    return this.caseFile().letterSentAt[`${runId}/${step}`] ?? null;
  }

  protected pathOf({ runId, step }: { readonly runId: string; readonly step: string }): readonly string[] {
    return stepPath(this.caseFile().id, runId, step);
  }
}
