import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language, SpaceTime } from '@repere/ui';
import { TwoVersions, type Chosen } from '@repere/ui/answer';
import { PageHeading } from '../../../platform/pages/page-heading';
import { differences, merged } from './differences';
import { DraftAutosave } from './draft-autosave';
import { StepSession } from '../step-session';

/** The same draft was written on two devices: both are shown, nothing is thrown away before somebody chose. */
@Component({
  selector: 'app-drafts-view',
  imports: [FormField, MatButton, PageHeading, TwoVersions],
  template: `
    <h1 appPageHeading>{{ t('step.drafts.title') }}</h1>
    <p class="rp-lead">{{ t('step.drafts.lead', { when: when() }) }}</p>
    <rp-two-versions
      [rows]="rows()"
      [theirsFrom]="t('step.drafts.theirs', { when: when() })"
      [formField]="choice"
    />
    <p role="alert" class="rp-problem">{{ isReminded() ? t('step.stale.choose') : '' }}</p>
    <p class="rp-acts">
      <button matButton="filled" type="button" (click)="goOn()">{{ t('step.drafts.go-on') }}</button>
    </p>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 46rem;
    }
  `,
})
export class DraftsView {
  private readonly autosave = inject(DraftAutosave);
  private readonly session = inject(StepSession);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  private readonly chosen = signal<Readonly<Record<string, Chosen>>>({});
  protected readonly choice = form(this.chosen);
  protected readonly isReminded = signal(false);
  protected readonly when = computed(() => this.time.moment(this.autosave.conflict()?.savedAt ?? 0));
  protected readonly rows = computed(() => {
    const page = this.session.page();
    const other = this.autosave.conflict();
    return page && other ? differences(page, this.session.typed(), other.typed, this.language) : [];
  });

  protected goOn(): void {
    const other = this.autosave.conflict();
    const isChosen = this.rows().every(({ id }) => this.chosen()[id]);
    this.isReminded.set(!isChosen);
    if (!other || !isChosen) return;
    const typed = merged(this.session.typed(), other.typed, this.chosen());
    this.autosave.settleConflict(typed);
    this.session.changeTyped(typed, true);
  }
}
