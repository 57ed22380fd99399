import { Component, ElementRef, effect, inject, input, viewChild } from '@angular/core';
import { Language } from '../language/language';

/** One mistake, in the field's own words. */
export interface FieldProblem {
  /** Id of the field to go to; absent when the mistake belongs to no field. */
  readonly fieldId?: string;
  readonly text: string;
}

/** What has to be mended before the form can be sent. Takes the focus whenever a new list of problems is handed in. */
@Component({
  selector: 'rp-error-summary',
  template: `
    @if (problems().length) {
      <section #box class="box" role="alert" tabindex="-1" aria-labelledby="rp-error-summary-title">
        <h2 id="rp-error-summary-title">{{ t('ui.errors.title') }}</h2>
        <ul>
          @for (problem of problems(); track $index) {
            <li>
              @if (problem.fieldId; as fieldId) {
                <a [href]="'#' + fieldId" (click)="goTo($event, fieldId)">{{ problem.text }}</a>
              } @else {
                {{ problem.text }}
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './error-summary.scss',
})
export class ErrorSummary {
  protected readonly t = inject(Language).t;
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  readonly problems = input.required<readonly FieldProblem[]>();

  constructor() {
    effect(() => {
      if (this.problems().length) this.box()?.nativeElement.focus();
    });
  }

  protected goTo(event: Event, fieldId: string): void {
    event.preventDefault();
    const field = document.getElementById(fieldId);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }
}
