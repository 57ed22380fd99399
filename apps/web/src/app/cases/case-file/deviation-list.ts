import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile, TimelineEntry } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { stepPath } from '../case-paths';
import { EntryTime } from '../chronology/entry-time';
import { shownDeviations } from './shown-deviations';

/** What departed from the protocols, whoever did it: rights of the child first, each with its step, when and who. */
@Component({
  selector: 'app-deviation-list',
  imports: [EntryTime, Icon, RouterLink],
  templateUrl: './deviation-list.html',
  styleUrl: './deviation-list.scss',
})
export class DeviationList {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly caseFile = input.required<CaseFile>();
  /** Those of the chronology that are there: they say when and who. */
  readonly entries = input<readonly TimelineEntry[]>([]);
  /** On paper: whole dates. */
  readonly isExact = input(false);

  protected readonly broken = computed(() =>
    this.caseFile().state.runs.flatMap(({ runId, brokenSafeguards = [] }) =>
      brokenSafeguards.map(({ id, title }) => ({ key: `${runId}-${id}`, title })),
    ),
  );
  protected readonly lines = computed(() => {
    const { id, state } = this.caseFile();
    return shownDeviations(state).map((deviation) => {
      const { runId, step, entryId } = deviation;
      const run = state.runs.find((it) => it.runId === runId);
      return {
        ...deviation,
        title: run?.steps.find((it) => it.id === step)?.title ?? null,
        path: stepPath(id, runId, step),
        entry: this.entries().find((it) => it.entryId === entryId) ?? null,
      };
    });
  });
}
