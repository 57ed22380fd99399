import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeviationItem } from '@repere/contract';
import { JUDGEMENT_VERDICTS } from '@repere/audit';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { OriginTag } from '@repere/ui/origin';
import { ActProblem } from '../../platform/act-problem';
import { stepPath } from '../../cases/case-paths';
import { shownName } from '../../cases/shown-name';
import { stepLink } from '../../protocols/protocol-paths';
import { caseConformancePath } from './conformance-paths';
import { Judging, type Saying } from './judging';

/** One deviation: what was expected, what happened, by how much, on what evidence; explain it, judge it. */
@Component({
  selector: 'app-deviation-card',
  imports: [ActProblem, FormField, Icon, LongText, MatButton, OriginTag, RouterLink],
  providers: [Judging],
  templateUrl: './deviation-card.html',
  styleUrl: './deviation-card.scss',
})
export class DeviationCard {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly judging = inject(Judging);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly verdicts = JUDGEMENT_VERDICTS;

  readonly item = input.required<DeviationItem>();
  /** Whether the case is named: not on its own page. */
  readonly isInList = input(true);
  /** Something was said: the deviation as it is now, and the words that tell so. */
  readonly said = output<{ readonly item: DeviationItem; readonly words: string }>();

  protected readonly id = computed(() => this.item().key.replaceAll(':', '-'));
  protected readonly name = computed(() => shownName(this.item().calledName, this.t('case.name-redacted')));
  protected readonly case = computed(() => caseConformancePath(this.item().caseFileId));
  protected readonly step = computed(() =>
    stepPath(this.item().caseFileId, this.item().runId, this.item().step),
  );
  protected readonly rule = computed(() =>
    stepLink(this.item().protocol, this.item().version, this.item().step),
  );
  protected readonly isGrave = computed(() =>
    ['no-third-person', 'rights-incident'].includes(this.item().kind),
  );
  protected readonly expected = computed(() => {
    const { kind, since, stepTitle } = this.item();
    return this.t(`audit.deviations.expected.${kind}`, {
      step: this.localize(stepTitle),
      due: this.time.deadline(since),
    });
  });
  protected readonly days = computed(() => {
    const { days } = this.item();
    return days === null ? null : this.language.count('audit.deviations.days', days);
  });
  protected readonly evidence = computed(() => {
    const { enteredBy, since, isOpen, kind } = this.item();
    const when = this.time.moment(since);
    if (enteredBy === null) return this.t(isOpen ? 'audit.deviations.still' : 'audit.deviations.nothing');
    const by = shownName(enteredBy, this.t('case.name-redacted'));
    return kind === 'late'
      ? this.t('audit.deviations.done-by', { by })
      : this.t('audit.deviations.entered', { by, when });
  });
  protected readonly judgements = computed(() =>
    this.item().judgements.map((it) => ({
      text: it.text && shownName(it.text, this.t('case.redacted')),
      head: this.t(`audit.deviations.said.${it.kind}`, {
        by: shownName(it.by, this.t('case.name-redacted')),
        when: this.time.moment(it.at),
      }),
    })),
  );

  protected startJudging(saying: Saying): void {
    this.judging.startJudging(saying);
    this.focusOn(`say-${this.id()}`);
  }

  protected stopJudging(): void {
    const was = this.judging.saying();
    this.judging.stopJudging();
    if (was) this.focusOn(`start-${was}-${this.id()}`);
  }

  protected async sendJudgement(): Promise<void> {
    const saying = this.judging.saying();
    const item = await this.judging.sendJudgement(this.item());
    if (!item) {
      if (this.judging.form.problemOf('text')) this.focusOn(`say-${this.id()}`);
      return;
    }
    const words = this.t(`audit.deviations.told.${saying ?? 'explain'}`, { reference: item.reference });
    this.said.emit({ item, words });
  }

  /** Once it is drawn: the button that was pressed is gone. */
  private focusOn(id: string): void {
    setTimeout(() => document.getElementById(id)?.focus());
  }
}
