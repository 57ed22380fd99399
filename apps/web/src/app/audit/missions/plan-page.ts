import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { MissionChoices, Named, Problem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { ChoiceField, CodesField } from '@repere/ui/choice';
import { DateField, typeDate } from '@repere/ui/date';
import { ErrorSummary } from '@repere/ui/feedback';
import { LongText, TextField } from '@repere/ui/field';
import { SendingForm } from '../../platform/form/sending-form';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { FrameSize } from './frame-size';
import { missionPath } from './mission-paths';
import { MissionsClient } from './missions-client';
import { NO_PLAN, checkPlan, readPlan, scopeOf, typePlan } from './typed-plan';

/** What is looked at, by whom, with which question; a draft until it is opened. */
@Component({
  selector: 'app-plan-page',
  imports: [
    ChoiceField,
    CodesField,
    DateField,
    ErrorSummary,
    FormField,
    FrameSize,
    Icon,
    LongText,
    MatButton,
    NumberField,
    PageHeading,
    ProblemLine,
    RouterLink,
    TextField,
  ],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.scss',
})
export class PlanPage {
  private readonly client = inject(MissionsClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly form = new SendingForm(NO_PLAN, checkPlan, {
    isPage: true,
    isAllInSummary: true,
    ids: { auditorIds: 'auditors', teamIds: 'teams' },
  });
  protected readonly scope = computed(() => scopeOf(this.form.typed()));

  /** Of the draft that is changed; absent: a new one. */
  readonly missionId = input<string>();

  protected readonly choices = signal<MissionChoices | null>(null);
  protected readonly unreadable = signal<Problem | null>(null);
  private readonly revision = signal<number | null>(null);

  protected readonly options = computed(() => {
    const { teams = [], auditors = [], protocols = [] } = this.choices() ?? {};
    const optionOf = ({ id, name }: Named) => ({ code: id, label: name });
    return {
      teams: teams.map(optionOf),
      auditors: auditors.map(optionOf),
      protocols: protocols.map(({ name, title }) => ({ code: name, label: this.language.localize(title) })),
      methods: (['random', 'risk', 'all'] as const).map((code) => ({
        code,
        label: this.t(`audit.plan.method.${code}`),
        hint: this.t(`audit.plan.method-hint.${code}`),
      })),
    };
  });

  constructor() {
    effect(() => {
      const id = this.missionId();
      untracked(() => void this.loadMission(id));
    });
  }

  protected async loadMission(id = this.missionId()): Promise<void> {
    const choices = await this.client.choices();
    const mission = id === undefined ? null : await this.client.readMission(id);
    this.unreadable.set(!choices.ok ? choices.problem : mission?.ok === false ? mission.problem : null);
    if (choices.ok && mission?.ok) {
      this.form.type(typePlan(mission.value.plan));
      this.revision.set(mission.value.revision);
    } else if (choices.ok && !mission) this.proposePlan(choices.value);
    if (choices.ok) this.choices.set(choices.value);
  }

  protected async savePlan(event: Event): Promise<void> {
    const plan = readPlan(this.form.typed());
    const id = this.missionId();
    const done = await this.form.sendTyped(
      event,
      ({ idempotencyKey }) =>
        plan &&
        (id === undefined
          ? this.client.planMission(plan, idempotencyKey)
          : this.client.changeMission(id, plan, { ifMatch: this.revision() ?? 0, idempotencyKey })),
    );
    if (done) await this.router.navigate([...missionPath(done.value.id)]);
  }

  /** What most begin with: all of one's teams, the last three months. */
  private proposePlan({ teams, today }: MissionChoices): void {
    const from = new Date(`${today}T00:00:00Z`);
    from.setUTCMonth(from.getUTCMonth() - 3);
    this.form.type({
      teamIds: teams.map(({ id }) => id),
      from: typeDate(from.toISOString().slice(0, 10)),
      to: typeDate(today),
      size: '10',
      checklist: this.t('audit.plan.checklist-start'),
    });
  }
}
