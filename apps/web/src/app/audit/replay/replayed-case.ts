import { Component, computed, inject, input } from '@angular/core';
import type { CaseAsKnown } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { runsByUrgency } from '../../cases/case-file/runs/run-order';
import { formatAge } from '../../cases/case-file/heading/format-age';
import { shownDeviations } from '../../cases/case-file/runs/shown-deviations';
import { EntryBody } from '../../cases/chronology/entry-body';
import { PeopleSection } from '../../cases/people/people-section';
import { dangerOf, formatDanger } from '../../cases/shown-danger';
import { shownName } from '../../cases/shown-name';
import { isWideScreen } from '../../platform/pages/wide-screen';
import { ReplayedRun } from './replayed-run';

/** The case as its page was at a moment: what had just been done, what came next, what was late or departed, step by step. */
@Component({
  selector: 'app-replayed-case',
  imports: [DeadlineLabel, EntryBody, Icon, PeopleSection, ReplayedRun],
  templateUrl: './replayed-case.html',
  styleUrl: './replayed-case.scss',
})
export class ReplayedCase {
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly known = input.required<CaseAsKnown>();

  protected readonly caseFile = computed(() => this.known().caseFile);
  protected readonly runs = computed(() => runsByUrgency(this.caseFile().state));
  protected readonly deviations = computed(() => shownDeviations(this.caseFile().state));
  protected readonly late = computed(() =>
    this.caseFile().state.deviations.filter(({ kind, by }) => kind === 'late' && by !== undefined),
  );
  protected readonly lead = computed(() => {
    const { lead } = this.caseFile();
    return lead ? shownName(lead.name, this.t('case.name-redacted')) : this.t('case.no-lead');
  });
  protected readonly age = computed(() => {
    const { child } = this.caseFile();
    return 'redacted' in child
      ? this.t('case.age.redacted')
      : formatAge(child.birth, this.caseFile(), this.time.now(), this.language);
  });
  protected readonly isWide = isWideScreen();
  /** The runs that the moment is about: of what had just been recorded, and of the step that came next. */
  protected readonly inQuestion = computed(() => {
    const { entries, caseFile } = this.known();
    return new Set([...entries.map(({ runId }) => runId), caseFile.next?.runId]);
  });
  protected readonly danger = computed(() => formatDanger(dangerOf(this.caseFile()), this.language));
}
