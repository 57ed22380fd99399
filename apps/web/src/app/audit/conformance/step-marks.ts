import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseStepConformance } from '@repere/contract';
import { Language } from '@repere/ui';
import { OriginTag } from '@repere/ui/origin';
import { stepPath } from '../../cases/case-paths';

/** A step of a run: whether it was done, in order, in time, by whom it should be, approved; in words. */
@Component({
  selector: 'app-step-marks',
  imports: [OriginTag, RouterLink],
  template: `
    <a [routerLink]="path()">{{ localize(step().title) }}</a>
    <span class="marks">
      @for (mark of marks(); track mark) {
        <span [class.off]="mark.isOff">{{ mark.text }}</span>
      }
      @if (step().lateDays !== null && step().origin; as origin) {
        <rp-origin-tag [origin]="origin" />
      }
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1.5rem;
      padding-block: 0.4rem;
      border-block-end: 1px solid var(--rp-line);
    }
    a {
      min-block-size: 28px;
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.9rem;
      color: var(--rp-ink-soft);
    }
    .off {
      color: var(--rp-ink);
      font-weight: 600;
    }
  `,
})
export class StepMarks {
  private readonly language = inject(Language);
  protected readonly localize = this.language.localize;

  readonly caseFileId = input.required<string>();
  readonly runId = input.required<string>();
  readonly step = input.required<CaseStepConformance>();

  protected readonly path = computed(() => stepPath(this.caseFileId(), this.runId(), this.step().step));
  protected readonly marks = computed(() => {
    const { t, count } = this.language;
    const step = this.step();
    if (step.expectation === 'waived') return [{ text: t('audit.conformance.mark.waived'), isOff: false }];
    if (step.isMet) return [{ text: t('audit.conformance.mark.met'), isOff: false }];
    if (step.isInOrder === null) return [{ text: t('audit.conformance.mark.undone'), isOff: true }];
    const off = [
      ...(step.isInOrder ? [] : [t('audit.conformance.mark.order')]),
      ...(step.isInTime === false ? [count('audit.conformance.mark.late', step.lateDays ?? 0)] : []),
      ...(step.isByWhomItShould === false ? [t('audit.conformance.mark.whom')] : []),
      ...(step.isApproved === false ? [t('audit.conformance.mark.approval')] : []),
    ];
    return off.map((text) => ({ text, isOff: true }));
  });
}
