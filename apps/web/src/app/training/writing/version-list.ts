import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { OwnScenariosClient } from '../own-scenarios-client';
import { WritingSession } from './writing-session';

/** Texts that were saved, the newest first; an earlier one is taken into the editor, and counts once it is saved. */
@Component({
  selector: 'app-version-list',
  imports: [ActProblem, MatButton],
  template: `
    <p class="rp-quiet">{{ t('scenarios.versions.lead') }}</p>
    <p role="status">{{ news() }}</p>
    <app-act-problem [problem]="problem()" />
    <ol class="rp-list">
      @for (version of versions(); track version.revision) {
        <li>
          <span>{{ version.label }}</span>
          @if (!version.isNewest) {
            <button
              matButton="text"
              type="button"
              (click)="takeBack(version.revision)"
              [attr.aria-label]="
                t('scenarios.labelled', { act: t('scenarios.versions.take'), title: version.label })
              "
            >
              {{ t('scenarios.versions.take') }}
            </button>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class VersionList {
  private readonly session = inject(WritingSession);
  private readonly client = inject(OwnScenariosClient);
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly versions = computed(() => {
    const scenario = this.session.scenario();
    return (scenario?.versions ?? []).map(({ revision, savedAt }) => ({
      revision,
      isNewest: revision === scenario?.revision,
      label: this.t('scenarios.versions.label', { revision, moment: this.time.moment(savedAt) }),
    }));
  });

  protected async takeBack(revision: number): Promise<void> {
    const scenario = this.session.scenario();
    if (!scenario) return;
    const answer = await this.client.readVersion(scenario.id, revision);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.session.writeText(answer.value.yaml);
    this.news.set(this.t('scenarios.versions.taken', { revision }));
  }
}
