import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Mission, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { openMissionLengths } from '@repere/contract/lengths';
import { ActProblem } from '../../platform/act-problem';
import type { Answered } from '../../platform/api';
import { planPath } from './mission-paths';
import { MissionsClient } from './missions-client';

/** What its supervisor does with a mission as a whole: change the plan, open, close. */
@Component({
  selector: 'app-mission-acts',
  imports: [ActProblem, MatButton, RouterLink, TextField],
  template: `
    @if (mission().may.open) {
      <div class="box">
        <p>{{ t('audit.mission.open-what') }}</p>
        @if (mission().plan.method === 'random') {
          <details>
            <summary>{{ t('audit.mission.seed-own') }}</summary>
            <rp-text-field
              fieldId="seed"
              [label]="t('audit.mission.seed')"
              [hint]="t('audit.mission.seed-hint')"
              [maxLength]="lengths.seed"
              [(value)]="seed"
            />
          </details>
        }
        <app-act-problem [problem]="problem()" />
        <p class="rp-acts">
          <button matButton="filled" type="button" (click)="open()">{{ t('audit.mission.open') }}</button>
          <a [routerLink]="plan()">{{ t('audit.plan.change') }}</a>
        </p>
      </div>
    }
    @if (mission().may.close) {
      @if (isClosing()) {
        <div class="box" role="group" [attr.aria-label]="t('audit.mission.close')">
          <p>{{ t('audit.mission.close-what') }}</p>
          <app-act-problem [problem]="problem()" />
          <p class="rp-acts">
            <button matButton="filled" type="button" (click)="close()">
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
  protected readonly lengths = openMissionLengths;

  readonly mission = input.required<Mission>();
  readonly changed = output<Mission>();

  protected readonly seed = signal('');
  protected readonly isClosing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected plan(): readonly string[] {
    return planPath(this.mission().id);
  }

  protected async open(): Promise<void> {
    const { id, revision } = this.mission();
    this.take(await this.client.open(id, this.seed().trim() || null, revision));
  }

  protected async close(): Promise<void> {
    const { id, revision } = this.mission();
    this.take(await this.client.close(id, revision));
    this.isClosing.set(false);
  }

  private take(answer: Answered<Mission>): void {
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.changed.emit(answer.value);
  }
}
