import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isRedacted } from '@repere/cases';
import type { NightHandOverCase, WorkItem } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { originInLists, OriginTag } from '@repere/ui/origin';
import { formatAgeInList } from '../case-file/heading/format-age';
import { casePath, stepPath } from '../case-paths';
import { formatDangerInList, isGraveInList } from '../shown-danger';
import { shownName } from '../shown-name';

/** One child for the night: what is to be done, by when, and who knows the case. */
@Component({
  selector: 'app-hand-over-card',
  imports: [DeadlineLabel, Icon, OriginTag, RouterLink],
  template: `
    <article [attr.data-urgent]="of().isUrgent ? '' : null" [attr.aria-labelledby]="id()">
      <h3 [id]="id()">
        <a [routerLink]="path()">{{ name() }}</a>
        <span class="reference">{{ of().reference }}</span>
      </h3>
      <p class="child">
        <span>{{ age() }}</span>
        <span [class.grave]="isGrave()">{{ danger() }}</span>
      </p>
      @if (of().isUrgent) {
        <p class="urgent"><rp-icon name="danger" /> {{ t('hand-over.urgent') }}</p>
      }
      <p class="rp-quiet">{{ lead() }}</p>
      <ul>
        @for (act of of().acts; track act.id) {
          <li>
            <a [routerLink]="pathOf(act)">{{ localize(act.title) }}</a>
            <rp-deadline-label
              [dueAt]="act.dueAt"
              [lateFrom]="act.lateFrom"
              [atOnce]="act.atOnce"
              [owner]="act.owner"
            />
            @if (originInLists(act.origin); as origin) {
              <rp-origin-tag [origin]="origin" />
            }
          </li>
        }
      </ul>
    </article>
  `,
  styleUrl: './hand-over-card.scss',
})
export class HandOverCard {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly originInLists = originInLists;

  readonly of = input.required<NightHandOverCase>();

  protected readonly id = computed(() => `child-${this.of().caseFileId}`);
  protected readonly name = computed(() => shownName(this.of().calledName, this.t('cases.hidden-name')));
  protected readonly lead = computed(() => {
    const { lead } = this.of();
    return lead === null ? this.t('hand-over.no-lead') : this.t('hand-over.lead', { name: lead });
  });
  protected readonly age = computed(() => {
    const { age } = this.of();
    return isRedacted(age) ? this.t('case.age.redacted') : formatAgeInList(age, this.language);
  });
  protected readonly isGrave = computed(() => isGraveInList(this.of()));
  protected readonly danger = computed(() => formatDangerInList(this.of(), this.language));
  protected readonly path = computed(() => casePath(this.of().caseFileId));

  protected pathOf({ caseFileId, runId, step }: WorkItem): readonly string[] {
    return runId && step ? stepPath(caseFileId, runId, step) : casePath(caseFileId);
  }
}
