import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { MissionSummary, Problem } from '@repere/contract';
import { MISSION_STATE_WORDS } from '@repere/audit';
import { Icon, Language, SpaceTime, capitalised } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { Session } from '../../access/session';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { missionPath } from './mission-paths';
import { MissionsClient } from './missions-client';

/** Missions that one leads or was named in, newest first. */
@Component({
  selector: 'app-missions-page',
  imports: [EmptyState, Icon, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './missions-page.html',
  styleUrl: './missions-page.scss',
})
export class MissionsPage {
  private readonly client = inject(MissionsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  /** The right to approve decisions of a team is the right to open its missions. */
  protected readonly leads = inject(Session).approves;

  protected readonly missions = signal<readonly MissionSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() => (this.missions() ?? []).map((it) => this.lineOf(it)));

  constructor() {
    void this.loadMissions();
  }

  protected async loadMissions(): Promise<void> {
    const answer = await this.client.listMissions();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.missions.set(answer.value.items);
  }

  private lineOf(mission: MissionSummary) {
    const { id, title, reference, state, progress, isOpenToMe, teams, auditors } = mission;
    const { count, localize, t } = this.language;
    const at = mission.closedAt ?? mission.openedAt ?? mission.createdAt;
    return {
      id,
      title,
      reference,
      path: isOpenToMe ? missionPath(id) : null,
      state: capitalised(localize(MISSION_STATE_WORDS[state])),
      when: t(`audit.missions.since.${state}`, { moment: this.time.moment(at) }),
      who: t('audit.missions.who', { teams: namesOf(teams), auditors: namesOf(auditors) }),
      progress:
        progress && state !== 'draft'
          ? [
              t('audit.missions.progress', { examined: progress.examined, cases: progress.cases }),
              count('audit.missions.open-findings', progress.openFindings),
            ].join(' · ')
          : null,
    };
  }
}

const namesOf = (people: readonly { readonly name: string }[]): string =>
  people.map(({ name }) => name).join(', ');
