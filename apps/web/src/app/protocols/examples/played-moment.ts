import { Component, computed, inject, input } from '@angular/core';
import type { DeadlineView, Expected, RunView, StepView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { Icon, Language, LOCALES } from '@repere/ui';
import { OriginTag } from '@repere/ui/origin';
import { StatusWord, stepStatus } from '@repere/ui/status';
import type { Playing } from './play';
import { formatScenarioDeadline } from './format-scenario-time';

const UNEXPLAINED: readonly StepState[] = ['ready', 'done', 'not-applicable', 'waived'];

/** A story at one moment: what was done and by whom, where each step stands and why, what is due, what the story expects. */
@Component({
  selector: 'app-played-moment',
  imports: [Icon, OriginTag, StatusWord],
  templateUrl: './played-moment.html',
  styleUrl: './played-moment.scss',
})
export class PlayedMomentView {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly playing = input.required<Playing>();
  readonly place = input.required<number>();

  protected readonly moment = computed(() => {
    const moment = this.playing().moments[this.place()];
    if (!moment) throw new RangeError('No such moment');
    return moment;
  });
  private readonly view = computed(() => this.playing().view(this.place()));
  private readonly before = computed(() => (this.place() > 0 ? this.playing().view(this.place() - 1) : null));
  protected readonly runs = computed(() => this.view().runs.map((run) => this.drawn(run)));
  protected readonly expected = computed(() =>
    this.moment().expected.map((it) => ({ holds: it.holds, text: this.words(it) })),
  );

  private drawn(run: RunView) {
    const before = this.before()?.runs.find(({ runId }) => runId === run.runId);
    const shown = run.steps.filter(({ state }) => state !== 'not-applicable');
    const out = run.steps.length - shown.length;
    return {
      ...run,
      isNew: this.before() !== null && !before,
      out: out > 0 ? this.language.count('protocols.play.not-applicable', out) : '',
      steps: shown.map((step) => ({
        ...step,
        isChanged:
          before !== undefined && before.steps.find(({ id }) => id === step.id)?.state !== step.state,
        due: this.due(step),
        why: UNEXPLAINED.includes(step.state)
          ? null
          : this.playing().why(this.place(), run.runId, step.id).summary,
      })),
    };
  }

  /** The deadline that still runs: the step's, else the second person's. */
  private due({ state, deadline, approvalDeadline }: StepView) {
    const isOpen = (it: DeadlineView | null) => it !== null && it.metAt === null;
    const running = [deadline, approvalDeadline].find(isOpen);
    if (!running || stepStatus(state) === 'not-yet' || state === 'waived') return null;
    const { dueAt, lateFrom, atOnce, owner, origin, of } = running;
    const isLate = lateFrom !== null && this.view().now > lateFrom;
    const at =
      dueAt === null ? '' : formatScenarioDeadline(dueAt, this.playing().zone, this.language.current());
    const words = [
      this.t(of === 'approval' ? 'protocols.play.approval-due' : 'protocols.play.due'),
      atOnce ? this.t('protocols.play.at-once') : at || this.t('protocols.play.no-date'),
      isLate ? this.t(owner === 'outside' ? 'protocols.play.to-chase' : 'protocols.play.late') : '',
    ];
    return { words: words.filter(Boolean).join(' '), isLate, origin };
  }

  private words(expected: Expected): string {
    if (expected.kind === 'said') return this.localize(expected.text);
    const states = expected.states.map((state) => this.t(`ui.status.${stepStatus(state)}`));
    const either = new Intl.ListFormat(LOCALES[this.language.current()], { type: 'disjunction' });
    return this.t('protocols.play.expects', {
      title: this.localize(expected.title),
      states: either.format(new Set(states)),
    });
  }
}
