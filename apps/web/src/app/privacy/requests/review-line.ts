import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FormField, form } from '@angular/forms/signals';
import type { AccessLine, AccessVerdict } from '@repere/contract';
import type { RedactionReason } from '@repere/privacy';
import { Language } from '@repere/ui';
import { documentsPath } from '../../cases/case-paths';
import { writeThrough } from '../../platform/form/write-through';
import { ChoiceField, SelectField, type Option } from '@repere/ui/choice';

const KEEP = 'keep';
const REDACT = 'withhold';

interface TypedVerdict {
  readonly verdict: string | null;
  readonly reason: string | null;
}

/** One line of what leaves, or does not: its words, what a machine thinks of it, and the verdict of a person. */
@Component({
  selector: 'app-review-line',
  imports: [ChoiceField, FormField, RouterLink, SelectField],
  template: `
    <p>
      <span class="rp-quiet">{{ localize(line().label) }}</span><br />
      {{ localize(line().text) }}
    </p>
    @if (documents(); as path) {
      <p>
        <a [routerLink]="path">{{ t('privacy.request.open-file') }}</a>
      </p>
    }
    @if (line().kind !== 'own') {
      <p class="rp-quiet">{{ t('privacy.request.kind.' + line().kind) }}</p>
    }
    @if (mayJudge()) {
      <rp-choice-field
        layout="row"
        [fieldId]="'line-' + line().id"
        [label]="t('privacy.request.verdict', { label: localize(line().label) })"
        [options]="options()"
        [formField]="form.verdict"
      />
      @if (typed().verdict === 'withhold') {
        <rp-select-field
          [fieldId]="'reason-' + line().id"
          [label]="t('privacy.request.why')"
          [options]="reasons()"
          [formField]="form.reason"
        />
      }
    } @else if (verdict(); as verdict) {
      <p>
        <strong>{{ t('privacy.request.' + (verdict.keep ? 'leaves' : 'stays')) }}</strong>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-block: 0.9rem 1.1rem;
      border-block-start: 1px solid var(--rp-line);
    }
    p {
      margin-block-end: 0.5rem;
    }
    rp-select-field {
      display: block;
      margin-block-start: 0.5rem;
    }
  `,
})
export class ReviewLine {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly line = input.required<AccessLine>();
  /** Of the request; `null`: it is about nobody's case. */
  readonly caseFileId = input.required<string | null>();
  readonly verdict = input.required<AccessVerdict | null>();
  readonly reasons = input.required<readonly Option[]>();
  readonly mayJudge = input.required<boolean>();
  readonly judged = output<AccessVerdict>();

  /** Where the file is opened that leaves with this line. */
  protected readonly documents = computed(() => {
    const caseFileId = this.caseFileId();
    return this.line().fileId !== null && caseFileId !== null ? documentsPath(caseFileId) : null;
  });
  protected readonly options = computed(() => [
    { code: KEEP, label: this.t('privacy.request.leaves') },
    { code: REDACT, label: this.t('privacy.request.stays') },
  ]);
  protected readonly typed = computed<TypedVerdict>(() => {
    const verdict = this.verdict();
    if (!verdict) return { verdict: null, reason: null };
    return { verdict: verdict.keep ? KEEP : REDACT, reason: verdict.reason ?? null };
  });
  protected readonly form = form(writeThrough(this.typed, (typed) => this.judge(typed)));

  /** Whatever stays needs its reason: others’ data until another is chosen. */
  private judge({ verdict, reason }: TypedVerdict): void {
    const { id } = this.line();
    if (verdict === KEEP) this.judged.emit({ id, keep: true });
    else if (verdict === REDACT)
      this.judged.emit({ id, keep: false, reason: (reason ?? 'others') as RedactionReason });
  }
}
