import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { MissionChoices } from '@repere/audit';
import type { Problem } from '@repere/cases';
import { Icon, Language } from '@repere/ui';
import { NumberField } from '@repere/ui/amount';
import { ChoiceField, CodesField } from '@repere/ui/choice';
import { DateField, typeDate } from '@repere/ui/date';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { LongText, TextField } from '@repere/ui/field';
import { SendingKey } from '../../platform/sending-key';
import { PageHeading } from '../../platform/page-heading';
import { PageTitle } from '../../platform/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { problemText } from '../../platform/problem-lines';
import { FrameSize } from './frame-size';
import { missionPath } from './mission-paths';
import { MissionsClient } from './missions-client';
import { TypedPlan } from './typed-plan';

/** What is looked at, by whom, with which question; a draft until it is opened. */
@Component({
  selector: 'app-plan-page',
  imports: [
    ChoiceField,
    CodesField,
    DateField,
    ErrorSummary,
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
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  private readonly sendingKey = new SendingKey();
  protected readonly t = this.language.t;
  protected readonly typed = new TypedPlan();

  /** Of the draft that is changed; absent: a new one. */
  readonly missionId = input<string>();

  protected readonly choices = signal<MissionChoices | null>(null);
  protected readonly unreadable = signal<Problem | null>(null);
  private readonly isTried = signal(false);
  private readonly refusal = signal<Problem | null>(null);
  private readonly revision = signal<number | null>(null);

  protected readonly problems = computed<readonly FieldProblem[]>(() => [
    ...(this.isTried()
      ? this.typed.mistakes().map(({ fieldId, key }) => ({ fieldId, text: this.t(key) }))
      : []),
    ...this.refused(),
  ]);
  protected readonly byField = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(this.problems().flatMap(({ fieldId, text }) => (fieldId ? [[fieldId, text]] : []))),
  );
  protected readonly options = computed(() => {
    const { teams = [], auditors = [], protocols = [] } = this.choices() ?? {};
    const optionOf = ({ id, name }: { id: string; name: string }) => ({ code: id, label: name });
    return {
      teams: teams.map(optionOf),
      auditors: auditors.map(optionOf),
      protocols: protocols.map(({ name, title }) => ({ code: name, label: this.language.say(title) })),
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
      untracked(() => void this.load(id));
    });
  }

  protected async load(id = this.missionId()): Promise<void> {
    const choices = await this.client.choices();
    const mission = id === undefined ? null : await this.client.read(id);
    this.unreadable.set(!choices.ok ? choices.problem : mission?.ok === false ? mission.problem : null);
    if (choices.ok && mission?.ok) {
      this.typed.fill(mission.value.plan);
      this.revision.set(mission.value.revision);
    } else if (choices.ok && !mission) this.propose(choices.value);
    if (choices.ok) this.choices.set(choices.value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    this.refusal.set(null);
    const plan = this.typed.read();
    const id = this.missionId();
    if (plan) {
      const answer = await this.sendingKey.send(plan, (idempotencyKey) =>
        id === undefined
          ? this.client.plan(plan, idempotencyKey)
          : this.client.change(id, plan, { ifMatch: this.revision() ?? 0, idempotencyKey }),
      );
      if (answer.ok) await this.router.navigate([...missionPath(answer.value.id)]);
      else this.refusal.set(answer.problem);
    }
    this.title.markFaulty(this.problems().length > 0);
  }

  /** What most begin with: all of one's teams, the last three months. */
  private propose({ teams, today }: MissionChoices): void {
    this.typed.teamIds.set(teams.map(({ id }) => id));
    const from = new Date(`${today}T00:00:00Z`);
    from.setUTCMonth(from.getUTCMonth() - 3);
    this.typed.from.set(typeDate(from.toISOString().slice(0, 10)));
    this.typed.to.set(typeDate(today));
    this.typed.size.set('10');
    this.typed.checklist.set(this.t('audit.plan.checklist-start'));
  }

  private refused(): readonly FieldProblem[] {
    const refusal = this.refusal();
    if (!refusal) return [];
    if (refusal.reasons?.length)
      return refusal.reasons.map(({ text, field }) => ({
        text: this.language.say(text),
        ...(field !== undefined && field in FIELDS && { fieldId: FIELDS[field] }),
      }));
    return [{ text: problemText(refusal, this.language) }];
  }
}

/** Where the server's fields stand on the page. */
const FIELDS: Readonly<Record<string, string>> = {
  auditorIds: 'auditors',
  teamIds: 'teams',
  to: 'to',
  from: 'from',
  size: 'size',
  checklist: 'checklist',
  title: 'title',
  question: 'question',
};
