import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AlertItem, Problem } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { ActProblem } from '../../platform/act-problem';
import { casePath, stepPath } from '../case-paths';
import { KeysetList } from '../../platform/keyset-list';
import { SendingKey } from '../../platform/sending-key';
import { shownName } from '../shown-name';
import { AlertsClient } from './alerts-client';

/** Beside rights that were hurt, which always are. */
const MOST_IN_SIGHT = 3;

/** What must the supervisor know? Rights of children that were hurt, and what else the protocols tell them; until seen. */
@Component({
  selector: 'app-alert-list',
  imports: [ActProblem, Icon, MatButton, NgTemplateOutlet, ProblemLine, RouterLink],
  templateUrl: './alert-list.html',
  styleUrl: './alert-list.scss',
})
export class AlertList {
  private readonly client = inject(AlertsClient);
  protected readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  private readonly keys = new SendingKey();
  private readonly seen = signal<ReadonlySet<string>>(new Set());
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly list = new KeysetList<AlertItem>((cursor) => this.client.listAlerts(cursor));
  /** Said once one has gone. */
  protected readonly news = signal('');
  protected readonly fault = signal<{ readonly id: string; readonly problem: Problem } | null>(null);
  protected readonly lines = computed(() =>
    this.list
      .content()
      .items.filter(({ id }) => !this.seen().has(id))
      .map((item) => ({
        item,
        name: shownName(item.calledName, this.t('case.name-redacted')),
        case: casePath(item.caseFileId),
        step: stepPath(item.caseFileId, item.runId, item.step),
        when: this.time.moment(item.at),
      })),
  );

  private readonly firstOthers = computed(() =>
    this.lines()
      .filter(({ item }) => item.kind !== 'rights-incident')
      .slice(0, MOST_IN_SIGHT),
  );
  protected readonly inSight = computed(() =>
    this.lines().filter((line) => line.item.kind === 'rights-incident' || this.firstOthers().includes(line)),
  );
  protected readonly rest = computed(() => this.lines().filter((line) => !this.inSight().includes(line)));
  protected readonly showsRest = signal(false);

  constructor() {
    void this.list.loadPages();
  }

  protected unfold(event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.showsRest.set(event.target.open);
  }

  /** Takes it away and leads the focus to the page's heading: the button is gone. */
  protected async see(item: AlertItem): Promise<void> {
    this.fault.set(null);
    const answer = await this.keys.sendOnce(item.id, (idempotencyKey) =>
      this.client.see(item, { idempotencyKey }),
    );
    if (!answer.ok) {
      this.fault.set({ id: item.id, problem: answer.problem });
      return;
    }
    this.seen.update((before) => new Set([...before, item.id]));
    this.news.set(this.t('approvals.alerts.seen', { reference: item.reference }));
    document.querySelector<HTMLElement>('h1')?.focus();
  }
}
