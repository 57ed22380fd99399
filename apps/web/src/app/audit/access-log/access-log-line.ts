import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Look } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { AskWhyForm } from './ask-why-form';

/** One look: who, when, what they did, what for; why it is unusual; what was asked and answered. */
@Component({
  selector: 'app-look-line',
  imports: [AskWhyForm, Icon],
  templateUrl: './access-log-line.html',
  styleUrl: './access-log-line.scss',
})
export class AccessLogLine {
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  readonly caseFileId = input.required<string>();
  readonly look = input.required<Look>();
  /** Where the same look stands twice on a page, its fields have ids of their own. */
  readonly place = input.required<string>();
  readonly asked = output<void>();

  protected readonly isAsking = signal(false);
  protected readonly id = computed(() => `${this.place()}-${this.look().id}`);
  protected readonly who = computed(() => this.look().by?.name ?? this.t('audit.looks.nobody'));

  protected close(): void {
    this.isAsking.set(false);
    setTimeout(() => document.getElementById(this.id())?.focus());
  }

  protected finish(): void {
    this.isAsking.set(false);
    this.asked.emit();
  }
}
