import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { InboxItem } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { originInLists, OriginTag } from '@repere/ui/origin';
import { stepPath } from '../cases/case-paths';
import { shownName } from '../cases/shown-name';

/** One thing that the reader was told of: what, for whom, by when, why they. */
@Component({
  selector: 'app-reminder-row',
  imports: [DeadlineLabel, MatButton, OriginTag, RouterLink],
  template: `
    <div class="row">
      <div class="what">
        <p class="when">
          <rp-deadline-label
            [dueAt]="item().dueAt"
            [lateFrom]="item().lateFrom"
            [atOnce]="item().atOnce"
            owner="ours"
          />
          @if (origin(); as origin) {
            <rp-origin-tag [origin]="origin" />
          }
        </p>
        <a class="title" [routerLink]="path()">{{ title() }}</a>
        <p>{{ name() }} {{ item().reference }}</p>
        <p class="rp-quiet">
          {{ t('reminders.why.' + item().why) }} {{ t('reminders.told', { moment: time.moment(item().at) }) }}
          @if (item().answeredAt; as at) {
            {{ t('reminders.answered-by', { name: item().answeredBy ?? '', moment: time.moment(at) }) }}
          }
        </p>
      </div>
      @if (!item().answeredAt) {
        <button matButton="outlined" type="button" (click)="answered.emit()">
          {{ t('reminders.answer')
          }}<span class="rp-out-of-sight">
            {{ t('reminders.answer-which', { title: title(), reference: item().reference }) }}</span
          >
        </button>
      }
    </div>
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1.5rem;
      padding-block: 0.9rem;
      border-block-end: 1px solid var(--rp-line);
    }
    .what {
      flex: 1 1 18rem;
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .when {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.75rem;
    }
    .title {
      display: inline-block;
      padding-block: 0.4rem;
      font-weight: 600;
    }
  `,
})
export class ReminderRow {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly item = input.required<InboxItem>();
  /** The reader sees to it. */
  readonly answered = output<void>();

  protected readonly origin = computed(() => originInLists(this.item().origin));
  protected readonly name = computed(() => shownName(this.item().calledName, this.t('worklist.hidden-name')));
  protected readonly title = computed(() => {
    const { of, title } = this.item();
    const said = this.language.localize(title);
    return of === 'approval' ? this.t('reminders.to-approve', { title: said }) : said;
  });
  protected readonly path = computed(() => {
    const { of, caseFileId, runId, step } = this.item();
    return of === 'approval' ? ['/approbations'] : stepPath(caseFileId, runId, step);
  });
}
