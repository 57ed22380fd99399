import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Problem, ProtocolSummary } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { ProofWord } from './proof-word';
import { partPath } from './protocol-paths';
import { EditingRights } from './editing/editing-rights';
import { ProtocolsClient } from './protocols-client';

/** Which protocols hold today, what each is for, and whether it is proven. */
@Component({
  selector: 'app-protocols-page',
  imports: [PageHeading, ProblemLine, ProofWord, RouterLink],
  templateUrl: './protocols-page.html',
  styleUrl: './protocols-page.scss',
})
export class ProtocolsPage {
  private readonly client = inject(ProtocolsClient);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly rights = inject(EditingRights);
  protected readonly localize = this.language.localize;

  protected readonly protocols = signal<readonly ProtocolSummary[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(() => {
    const inForce = (this.protocols() ?? []).filter((protocol) => protocol.inForce);
    return inForce.map((protocol) => {
      const whole = wholeOf(protocol, inForce);
      return {
        ...protocol,
        path: partPath(protocol.protocol, protocol.version),
        proofPath: partPath(protocol.protocol, protocol.version, 'safeguards'),
        within: whole ? `${whole.code} – ${this.localize(whole.title)}` : null,
        about: this.t('protocols.in-force', {
          version: protocol.version,
          day: this.time.day(protocol.publishedAt),
          steps: this.language.count('protocols.steps', protocol.steps),
        }),
      };
    });
  });

  constructor() {
    void this.loadProtocols();
  }

  protected async loadProtocols(): Promise<void> {
    const answer = await this.client.listProtocols();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.protocols.set(answer.value);
  }
}

/** The protocol that a part belongs to: P6 of P6-Z, P8 of P8.1. */
function wholeOf({ code }: ProtocolSummary, all: readonly ProtocolSummary[]): ProtocolSummary | undefined {
  const [head] = code.split(/[-.]/);
  return head === code ? undefined : all.find((it) => it.code === head);
}
