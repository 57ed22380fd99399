import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../../platform/act-problem';
import { Session } from '../../../access/session';
import { hrefOf } from '../../../platform/api-path';
import { EditingRights } from '../editing-rights';
import { DryRunCountsView } from './dry-run-counts';
import { DryRunSession } from './dry-run-session';
import { MoveForm } from './move-form';
import { TrialLines } from './trial-lines';

/** A dry run from asking for it to its cases. Those who see none are told whom to ask. */
@Component({
  selector: 'app-dry-run-view',
  imports: [ActProblem, DryRunCountsView, MatButton, MoveForm, RouterLink, TrialLines],
  templateUrl: './dry-run-view.html',
  styleUrl: './dry-run-view.scss',
})
export class DryRunView {
  private readonly time = inject(SpaceTime);
  private readonly access = inject(Session);
  private readonly rights = inject(EditingRights);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(DryRunSession);

  /** Whether cases can go on under it already: a draft is not in force. */
  readonly isPublished = input(false);
  /** When what is tried was last changed: an earlier dry run is of another text. */
  readonly changedAt = input<string | null>(null);
  readonly asked = output<void>();

  protected readonly dryRun = this.session.dryRun;
  protected readonly isRunning = computed(() => ['waiting', 'running'].includes(this.dryRun()?.state ?? ''));
  protected readonly mayMove = computed(() => this.isPublished() && this.rights.mayMove());
  protected readonly seesNoCases = computed(() => !this.access.worksOnCases());
  protected readonly isOld = computed(() => {
    const [asked, changed] = [this.dryRun()?.askedAt, this.changedAt()];
    return asked !== undefined && changed !== null && Date.parse(asked) < Date.parse(changed);
  });
  protected readonly progress = computed(() => {
    const { done = 0, total = 0 } = this.dryRun() ?? {};
    return { done, total, words: this.t('editing.dry.progress', { done, total }) };
  });
  protected readonly about = computed(() => {
    const dryRun = this.dryRun();
    if (!dryRun) return '';
    return this.t(`editing.dry.state.${dryRun.state}`, {
      moment: this.time.moment(dryRun.finishedAt ?? dryRun.askedAt),
    });
  });
  protected readonly downloads = computed(() =>
    (['csv', 'json'] as const).map((format) => ({
      format,
      href: hrefOf(`/protocol-dry-runs/${this.dryRun()?.id ?? ''}/download`, { format }),
    })),
  );
  protected readonly cases = computed(() =>
    this.session.cases().map((item) => ({
      item,
      moved: item.movedAt ? this.t('editing.move.moved', { moment: this.time.moment(item.movedAt) }) : null,
    })),
  );
}
