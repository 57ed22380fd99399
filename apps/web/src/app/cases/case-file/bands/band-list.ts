import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { CaseFile } from '@repere/contract';
import type { RunView } from '@repere/case-engine';
import { Language } from '@repere/ui';
import { CaseSession, type Unfolding } from '../case-session';
import { type BandLine, caseBands, foldLongBand, FOLDS, OPEN_BANDS } from './case-bands';
import { groupByWhy } from './shown-why';
import { StepRow } from './step-row';

/** Lines that a fold has at once; of more, only those of the most pressing protocol. */
const MOST_UNFOLDED = 12;

/** Everything of a case but its next step: what presses stands open, the rest is folded with its count; so is what is beyond a few of one band. */
@Component({
  selector: 'app-band-list',
  imports: [NgTemplateOutlet, StepRow],
  templateUrl: './band-list.html',
  styleUrl: './band-list.scss',
})
export class BandList {
  protected readonly language = inject(Language);
  protected readonly session = inject(CaseSession);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFile = input.required<CaseFile>();

  /** Asked for once for all open rows: each has the way to its ground. */
  protected readonly showsGrounds = signal(false);

  private readonly bands = computed(() => {
    const { state, next, drafts } = this.caseFile();
    return caseBands(state, next, drafts);
  });
  protected readonly open = computed(() =>
    OPEN_BANDS.map((name) => ({ name, ...foldLongBand(name, this.bands().open[name]) })).filter(
      ({ inSight }) => inSight.length > 0,
    ),
  );
  protected readonly folded = computed(() =>
    FOLDS.map((name) => {
      const lines = this.bands().folded[name];
      const groups = byRun(lines).map(({ run, lines: ofRun }, place) => ({
        run,
        reasons: groupByWhy(this.caseFile(), ofRun),
        count: ofRun.length,
        key: `${name}/${run.runId}` as const,
        isFolded: place > 0 && lines.length > MOST_UNFOLDED,
      }));
      return { name, count: lines.length, groups };
    }).filter(({ count }) => count > 0),
  );

  protected unfold(fold: Unfolding, event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.session.unfold(fold, event.target.open);
  }
}

/** Lines of each protocol together, in the order in which protocols come first among them. */
function byRun(
  lines: readonly BandLine[],
): readonly { readonly run: RunView; readonly lines: readonly BandLine[] }[] {
  const runs = [...new Set(lines.map(({ run }) => run))];
  return runs.map((run) => ({ run, lines: lines.filter((line) => line.run === run) }));
}
