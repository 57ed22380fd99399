import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile, TimelineEntry } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { EntryTime } from '../../../chronology/entry-time';
import { dangerOf, formatDanger } from '../../../shown-danger';
import { shownName } from '../../../shown-name';
import { formatAuthority } from '../../charge/format-authority';
import { formatAge } from '../../heading/format-age';
import { composeCallCard, isLargeCard } from './compose-call-card';

/** One page to carry: who, how to reach them, their words, whom to call and whom not, what is due. */
@Component({
  selector: 'app-call-card',
  imports: [EntryTime],
  templateUrl: './call-card.html',
  styleUrl: './call-card.scss',
  host: { '[class.large]': 'isLarge()' },
})
export class CallCardPaper {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly caseFile = input.required<CaseFile>();
  readonly entries = input.required<readonly TimelineEntry[]>();

  protected readonly card = computed(() =>
    composeCallCard(this.caseFile(), this.entries(), this.language, this.time),
  );
  protected readonly isLarge = computed(() => isLargeCard(this.card()));
  protected readonly head = computed(() => {
    const caseFile = this.caseFile();
    const { child } = caseFile;
    return [
      isRedacted(child)
        ? this.t('case.age.redacted')
        : formatAge(child.birth, caseFile, this.time.now(), this.language),
      formatDanger(dangerOf(caseFile), this.language),
    ];
  });
  protected readonly name = computed(() => {
    const { child } = this.caseFile();
    return isRedacted(child) ? this.t('case.name-redacted') : child.calledName;
  });
  protected readonly lead = computed(() => {
    const { lead, team } = this.caseFile();
    const name = lead ? shownName(lead.name, this.t('case.name-redacted')) : this.t('case.no-lead');
    return `${name} · ${team.name}`;
  });
  protected readonly authority = computed(() =>
    formatAuthority(this.caseFile(), this.language, (at) => this.time.exactly(at), { isOnPaper: true }),
  );
  protected readonly numbers = (['17', '15', '119', '116000'] as const).map((key) => ({
    key,
    shown: key.replace(/^116/, '116 '),
  }));
}
