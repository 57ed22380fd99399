import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AccessEvent } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { AskWhyForm } from './ask-why-form';

/** One access event: who, when, what they did, what for; why it is unusual; what was asked and answered. */
@Component({
  selector: 'app-access-log-line',
  imports: [AskWhyForm, Icon],
  templateUrl: './access-log-line.html',
  styleUrl: './access-log-line.scss',
})
export class AccessLogLine {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly caseFileId = input.required<string>();
  readonly event = input.required<AccessEvent>();
  /** Where the same event stands twice on a page, its fields have ids of their own. */
  readonly place = input.required<string>();
  readonly asked = output<void>();

  protected readonly isAsking = signal(false);
  protected readonly id = computed(() => `${this.place()}-${this.event().id}`);
  protected readonly who = computed(() => this.event().by?.name ?? this.t('audit.access-log.nobody'));

  protected closeForm(): void {
    this.isAsking.set(false);
    setTimeout(() => document.getElementById(this.id())?.focus());
  }

  protected finishAsking(): void {
    this.isAsking.set(false);
    this.asked.emit();
  }
}
