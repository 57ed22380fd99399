import { Component, computed, inject, input } from '@angular/core';
import type { CaseFile, TimelineEntry } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { stepPath } from '../../case-paths';
import { DeviationLine, type ShownLine } from './deviation-line';
import { shownDeviations } from './shown-deviations';

/** What departed from the protocols, whoever did it: rights of the child first, each with its step, when and who. */
@Component({
  selector: 'app-deviation-list',
  imports: [DeviationLine, Icon],
  templateUrl: './deviation-list.html',
  styleUrl: './deviation-list.scss',
})
export class DeviationList {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

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
  protected readonly lines = computed((): readonly ShownLine[] => {
    const { id, state } = this.caseFile();
    return shownDeviations(state).map((deviation, key) => {
      const { runId, step, entryId } = deviation;
      const run = state.runs.find((it) => it.runId === runId);
      return {
        ...deviation,
        key,
        title: run?.steps.find((it) => it.id === step)?.title ?? null,
        path: stepPath(id, runId, step),
        entry: this.entries().find((it) => it.entryId === entryId) ?? null,
      };
    });
  });
  protected readonly isIncident = isIncident;
  /** On the page what hurts a child's rights stands open; the rest is folded. On paper all is open. */
  protected readonly shown = computed(() =>
    this.lines().filter((line) => this.isExact() || isIncident(line)),
  );
  protected readonly folded = computed(() =>
    this.lines().filter((line) => !this.isExact() && !isIncident(line)),
  );
}

const isIncident = ({ kind }: { readonly kind: string }): boolean => kind === 'rights-incident';
