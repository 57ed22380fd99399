import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile } from '@repere/contract';
import { type DeadlineView, orderSteps } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/deadline';
import { OriginTag } from '@repere/ui/origin';
import { stepPath } from '../case-paths';
import { DeadlineNote } from './deadline-note';

const OVER = ['not-applicable', 'waived'];
/** Their deadlines count once they have a date. */
const SHUT = ['waiting', 'blocked', 'not-yet'];

/** What can be acted on comes first, in the one order of the case; a date of a step that isn't possible yet, even the law's, comes after it. */
const kindOf = ({ owner, of }: DeadlineView, state: StepState): 'now' | 'later' | 'outside' =>
  owner === 'outside' ? 'outside' : of === 'step' && SHUT.includes(state) ? 'later' : 'now';

/** What has a date, ours and others', with where each date comes from. */
@Component({
  selector: 'app-deadline-list',
  imports: [DeadlineLabel, DeadlineNote, OriginTag, RouterLink],
  templateUrl: './deadline-list.html',
  styleUrl: './deadline-list.scss',
})
export class DeadlineList {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly caseFile = input.required<CaseFile>();

  protected readonly groups = computed(() =>
    (['now', 'later', 'outside'] as const)
      .map((kind) => ({ kind, lines: this.lines().filter((line) => line.kind === kind) }))
      .filter(({ lines }) => lines.length),
  );

  private readonly lines = computed(() => {
    const { id, state } = this.caseFile();
    const order = orderSteps(state).map(({ run, step, of }) => `${run.runId}/${step.id}/${of}`);
    // What has no place in the order is not possible yet: it comes last, by its date.
    const placeOf = ({ runId, step, of }: DeadlineView): number => {
      const place = order.indexOf(`${runId}/${step}/${of}`);
      return place < 0 ? order.length : place;
    };
    return state.deadlines
      .flatMap((deadline) => {
        const step = state.runs
          .find(({ runId }) => runId === deadline.runId)
          ?.steps.find((it) => it.id === deadline.step);
        return deadline.metAt === null &&
          step &&
          !OVER.includes(step.state) &&
          (deadline.dueAt !== null || !SHUT.includes(step.state))
          ? [
              {
                ...deadline,
                kind: kindOf(deadline, step.state),
                key: `${deadline.runId}-${deadline.id}-${deadline.of}`,
                title: this.titleOf(deadline, step.title),
                path: stepPath(id, deadline.runId, deadline.step),
              },
            ]
          : [];
      })
      .sort((a, b) => placeOf(a) - placeOf(b) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || 0);
  });

  private titleOf({ of }: DeadlineView, title: Parameters<Language['say']>[0]): string {
    const words = this.say(title);
    return of === 'approval' ? this.t('case.deadlines.approval', { title: words }) : words;
  }
}
