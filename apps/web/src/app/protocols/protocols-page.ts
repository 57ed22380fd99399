import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, ProtocolSummary } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../shell/page-heading';
import { ProblemLine } from '../shell/problem-line';
import { ProtocolsClient } from './protocols-client';

/** Which protocols there are, in force and earlier. */
@Component({
  selector: 'app-protocols-page',
  imports: [PageHeading, ProblemLine, RouterLink],
  templateUrl: './protocols-page.html',
  styles: `
    .rp-page {
      max-inline-size: 52rem;
    }
    li {
      padding-block: 1.1rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h2 {
      margin: 0;
    }
    h2 a {
      color: inherit;
      text-decoration-color: var(--rp-line-strong);
    }
    p {
      margin: 0.2rem 0 0;
    }
    .rp-bones {
      block-size: 20rem;
    }
  `,
})
export class ProtocolsPage {
  private readonly client = inject(ProtocolsClient);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly say = this.language.say;

  protected readonly protocols = signal<readonly ProtocolSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() =>
    (this.protocols() ?? []).map((protocol) => ({
      ...protocol,
      path: ['/protocoles', protocol.protocol, protocol.version],
      about: this.t(protocol.inForce ? 'protocols.in-force' : 'protocols.earlier', {
        version: protocol.version,
        day: this.time.day(protocol.publishedAt),
        steps: this.language.count('protocols.steps', protocol.steps),
      }),
    })),
  );

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    const answer = await this.client.list();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.protocols.set(answer.value);
  }
}
