import { Component, computed, inject, input, output } from '@angular/core';
import { Icon, Language } from '@repere/ui';
import { AccessLogLine } from './access-log-line';
import type { AccessEventGroup } from './group-events';

/** Acts that a folded group names; the others are counted. */
const NAMED = 3;

/** What one person did on one day: a line, and folded behind it every access, each to be asked about. */
@Component({
  selector: 'app-access-log-group',
  imports: [AccessLogLine, Icon],
  template: `
    @if (group().events.length === 1) {
      <app-access-log-line
        [caseFileId]="caseFileId()"
        [event]="group().events[0]"
        [place]="place()"
        (asked)="asked.emit()"
      />
    } @else {
      <details [open]="isAskedAbout()">
        <summary>
          <strong>{{ who() }}</strong>&ngsp;
          @if (showsDay()) {
            <span class="soft">{{ group().day }}</span>&ngsp;
          }
          <span>{{ language.count(times(), group().events.length) }}</span>&ngsp;
          <span class="soft">{{ acts() }}</span>
          @for (reason of group().reasons; track reason.code) {
            <span class="reason"><rp-icon name="danger" /> {{ language.localize(reason.text) }}</span>
          }
        </summary>
        <ul class="rp-list">
          @for (event of group().events; track event.id) {
            <li>
              <app-access-log-line
                [caseFileId]="caseFileId()"
                [event]="event"
                [place]="place()"
                (asked)="asked.emit()"
              />
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    summary {
      min-block-size: 44px;
      padding-block: 0.6rem;
      overflow-wrap: anywhere;
    }
    summary > * {
      margin-inline-end: 0.8rem;
    }
    .soft {
      color: var(--rp-ink-soft);
    }
    .reason {
      display: block;
      color: var(--rp-accent);
      font-weight: 600;
    }
    ul {
      padding-inline-start: 1rem;
      border-inline-start: 3px solid var(--rp-line);
    }
  `,
})
export class AccessLogGroup {
  protected readonly language = inject(Language);

  readonly caseFileId = input.required<string>();
  readonly group = input.required<AccessEventGroup>();
  readonly place = input.required<string>();
  readonly showsDay = input(false);
  /** Whether what they did that day is all here: what is still to be asked for may hold more of it. */
  readonly isWhole = input(true);
  readonly asked = output<void>();

  /** What was asked, and answered, is not folded away. */
  protected readonly isAskedAbout = computed(() => this.group().events.some((it) => it.questions.length > 0));
  protected readonly who = computed(
    () => this.group().events[0].by?.name ?? this.language.t('audit.access-log.nobody'),
  );
  protected readonly times = computed(() =>
    this.isWhole() ? 'audit.access-log.times' : 'audit.access-log.times-or-more',
  );
  protected readonly acts = computed(() => {
    const { acts } = this.group();
    const named = acts
      .slice(0, NAMED)
      .map(({ act, count }) =>
        count > 1 ? `${this.language.localize(act)} (${String(count)})` : this.language.localize(act),
      );
    const others = acts.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
    return [...named, ...(others ? [this.language.count('audit.access-log.others', others)] : [])].join(', ');
  });
}
