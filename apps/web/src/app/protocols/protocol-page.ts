import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, ReadableProtocol } from '@repere/cases';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../shell/page-heading';
import { PageTitle } from '../shell/page-title';
import { ProblemLine } from '../shell/problem-line';
import { ProtocolStep } from './protocol-step';
import { SourceNotes } from './source-notes';
import { ProtocolsClient } from './protocols-client';

/** What does the rule say, and on what ground? One version as a text to read. */
@Component({
  selector: 'app-protocol-page',
  imports: [Icon, PageHeading, ProblemLine, ProtocolStep, RouterLink, SourceNotes],
  templateUrl: './protocol-page.html',
  styleUrl: './protocol-page.scss',
})
export class ProtocolPage {
  private readonly client = inject(ProtocolsClient);
  private readonly title = inject(PageTitle);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  // From the address.
  readonly name = input.required<string>();
  readonly version = input.required<string>();

  protected readonly protocol = signal<ReadableProtocol | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly about = computed(() => {
    const protocol = this.protocol();
    return protocol
      ? this.t(protocol.inForce ? 'protocols.in-force' : 'protocols.earlier', {
          version: protocol.version,
          day: this.time.day(protocol.publishedAt),
          steps: this.language.count('protocols.steps', protocol.steps),
        })
      : '';
  });
  /** An outcome may have several lines; its words stand on the first. */
  protected readonly outcomes = computed(() => {
    const outcomes = this.protocol()?.document.outcomes ?? [];
    return outcomes.filter(({ id }, place) => outcomes.findIndex((it) => it.id === id) === place);
  });
  protected readonly safeguards = computed(() =>
    (this.protocol()?.document.safeguards ?? []).flatMap(({ id, title, basis }) => (title ? [{ id, title, basis }] : [])),
  );

  constructor() {
    this.title.name('protocols.one');
    effect(() => {
      this.name();
      this.version();
      untracked(() => void this.load());
    });
  }

  protected async load(): Promise<void> {
    this.protocol.set(null);
    const answer = await this.client.read(this.name(), this.version());
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.protocol.set(answer.value);
  }
}
