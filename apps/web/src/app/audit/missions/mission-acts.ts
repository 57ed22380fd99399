import { Component, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Mission, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { openMissionLengths } from '@repere/contract/lengths';
import { ActProblem } from '../../platform/act-problem';
import { limitLength } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { planPath } from './mission-paths';
import { MissionsClient } from './missions-client';

/** What its supervisor does with a mission as a whole: change the plan, open, close. */
@Component({
  selector: 'app-mission-acts',
  imports: [ActProblem, ErrorSummary, FormField, MatButton, RouterLink, TextField],
  template: `
    @if (mission().may.open) {
      <form class="box" novalidate (submit)="openMission($event)">
        <p>{{ t('audit.mission.open-what') }}</p>
        <rp-error-summary [problems]="form.problems()" />
        @if (mission().plan.method === 'random') {
          <details [open]="form.problemOf('seed') !== null">
            <summary>{{ t('audit.mission.seed-own') }}</summary>
            <rp-text-field
              fieldId="seed"
              [label]="t('audit.mission.seed')"
              [hint]="t('audit.mission.seed-hint')"
              [problem]="form.problemOf('seed')"
              [formField]="form.fields.seed"
            />
          </details>
        }
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="filled" type="submit">{{ t('audit.mission.open') }}</button>
          <a [routerLink]="planAddress()">{{ t('audit.plan.change') }}</a>
        </p>
      </form>
    }
    @if (mission().may.close) {
      @if (isClosing()) {
        <div class="box" role="group" [attr.aria-label]="t('audit.mission.close')">
          <p>{{ t('audit.mission.close-what') }}</p>
          <app-act-problem [problem]="problem()" />
          <p class="rp-acts">
            <button matButton="filled" type="button" (click)="closeMission()">
              {{ t('audit.mission.close-act') }}
            </button>
            <button matButton="text" type="button" (click)="isClosing.set(false)">
              {{ t('audit.mission.close-not') }}
            </button>
          </p>
        </div>
      } @else {
        <p class="rp-acts">
          <button matButton="outlined" type="button" (click)="isClosing.set(true)">
            {{ t('audit.mission.close') }}
          </button>
        </p>
      }
    }
  `,
  styles: `
    .box {
      max-inline-size: 44rem;
      margin-block: 1rem;
      padding: 1rem 1.25rem;
      border: 1px solid var(--rp-line-strong);
      border-radius: 12px;
    }
    .box > p:first-child {
      margin-block-start: 0;
    }
    .rp-acts {
      gap: 0.75rem 1.5rem;
    }
    summary {
      inline-size: fit-content;
      min-block-size: 40px;
      cursor: pointer;
    }
  `,
})
export class MissionActs {
  private readonly client = inject(MissionsClient);
  protected readonly t = inject(Language).t;

  readonly mission = input.required<Mission>();
  readonly changed = output<Mission>();

  protected readonly form = new SendingForm({ seed: '' }, ({ seed }) =>
    limitLength(seed, openMissionLengths.seed),
  );
  protected readonly isClosing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected planAddress(): readonly string[] {
    return planPath(this.mission().id);
  }

  protected async openMission(event: Event): Promise<void> {
    const { id, revision } = this.mission();
    const seed = this.form.typed().seed.trim() || null;
    const opened = await this.form.sendTyped(
      event,
      ({ idempotencyKey }) => this.client.openMission(id, seed, { ifMatch: revision, idempotencyKey }),
      { about: [id, revision] },
    );
    if (opened) this.changed.emit(opened.value);
  }

  protected async closeMission(): Promise<void> {
    const { id, revision } = this.mission();
    const answer = await this.client.closeMission(id, revision);
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit(answer.value);
    this.isClosing.set(false);
  }
}
