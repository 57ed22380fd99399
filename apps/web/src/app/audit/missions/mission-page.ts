import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Finding, Mission, MissionCase, Problem } from '@repere/contract';
import { RISK_WORDS, MISSION_STATE_WORDS } from '@repere/audit';
import { Icon, Language, SpaceTime, capitalised } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { FindingCard } from './findings/finding-card';
import { FindingForm } from './findings/finding-form';
import { hrefOf } from '../../platform/api-path';
import { MissionActs } from './mission-acts';
import { MissionProof } from './mission-proof';
import { examinePath } from './mission-paths';
import { MissionsClient } from './missions-client';
import { SamplingView } from './sampling-view';
import { AUDIT_PAGES } from '../pages';

/** A mission: its question and scope, how far it is, its cases, its findings, its report. */
@Component({
  selector: 'app-mission-page',
  imports: [
    EmptyState,
    FindingCard,
    FindingForm,
    Icon,
    MissionActs,
    MissionProof,
    PageHeading,
    ProblemLine,
    RouterLink,
    SamplingView,
  ],
  templateUrl: './mission-page.html',
  styleUrl: './mission-page.scss',
})
export class MissionPage {
  private readonly client = inject(MissionsClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly capitalised = capitalised;
  protected readonly STATE_WORDS = MISSION_STATE_WORDS;

  readonly missionId = input.required<string>();

  protected readonly mission = signal<Mission | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly about = computed(() => {
    const mission = this.mission();
    return mission ? this.aboutOf(mission) : [];
  });
  protected readonly lines = computed(() => (this.mission()?.cases ?? []).map((it) => this.lineOf(it)));
  protected readonly reports = computed(() => {
    const mission = `/missions/${encodeURIComponent(this.missionId())}` as const;
    const question = { language: this.language.current() };
    return {
      html: hrefOf(`${mission}/report.html`, question),
      pdf: hrefOf(`${mission}/report.pdf`, question),
    };
  });

  constructor() {
    effect(() => {
      this.missionId();
      untracked(() => void this.loadMission());
    });
  }

  protected async loadMission(): Promise<void> {
    const answer = await this.client.readMission(this.missionId());
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.takeMission(answer.value);
  }

  protected takeMission(mission: Mission): void {
    this.mission.set(mission);
    this.title.name(AUDIT_PAGES.mission.title, mission.reference);
  }

  protected replace(changed: Finding): void {
    this.mission.update(
      (it) => it && { ...it, findings: it.findings.map((old) => (old.id === changed.id ? changed : old)) },
    );
  }

  protected async addFinding(finding: Finding): Promise<void> {
    await this.loadMission();
    this.news.set(this.t('audit.findings.raised', { reference: finding.reference }));
  }

  private aboutOf({
    plan,
    teams,
    auditors,
    protocolTitles,
    openedBy,
    openedAt,
    closedBy,
    closedAt,
  }: Mission) {
    const day = (iso: string): string => this.time.day(`${iso}T12:00:00Z`);
    const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).join(', ');
    const by = (who: { readonly name: string } | null, at: string | null) =>
      who && at ? this.t('audit.findings.by', { name: who.name, moment: this.time.moment(at) }) : '';
    const protocols = plan.protocols.map((name) => {
      const title = protocolTitles[name];
      return title ? this.language.localize(title) : name;
    });
    return [
      ['teams', names(teams)],
      ['period', this.t('audit.mission.from-to', { from: day(plan.from), to: day(plan.to) })],
      ['protocols', protocols.join(', ') || this.t('audit.mission.all-protocols')],
      ['auditors', names(auditors)],
      ['opened', by(openedBy, openedAt)],
      ['closed', by(closedBy, closedAt)],
    ].flatMap(([key = '', said]) => (said ? [{ key, label: this.t(`audit.mission.${key}`), said }] : []));
  }

  private lineOf({
    caseFileId,
    reference,
    reasons,
    score,
    examination,
    examinedAt,
    examinedBy,
  }: MissionCase) {
    const findings =
      this.mission()?.findings.filter(({ caseFile }) => caseFile?.id === caseFileId).length ?? 0;
    const state = examination.done ? 'done' : examination.answers.length > 0 ? 'started' : 'todo';
    return {
      id: caseFileId,
      reference,
      path: examinePath(this.missionId(), caseFileId),
      state,
      word: this.t(`audit.mission.case.${state}`),
      by:
        examinedAt && examinedBy
          ? this.t('audit.findings.by', { name: examinedBy.name, moment: this.time.moment(examinedAt) })
          : null,
      findings: findings > 0 ? this.language.count('audit.mission.case-findings', findings) : null,
      why:
        score === null
          ? null
          : [
              this.language.count('audit.risk.points', score),
              ...reasons.map(
                ({ kind, count }) => `${this.language.localize(RISK_WORDS[kind])} (${String(count)})`,
              ),
            ].join(' · '),
    };
  }
}
