import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Problem, ProofOfVersion } from '@repere/contract';
import { territoryName } from '@repere/territories';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../platform/problem-line';
import { goToFragment } from '../text/go-to-fragment';
import { OpenProtocol } from '../open-protocol';
import { ProofWord } from '../proof-word';
import { ProtocolHead } from '../protocol-head';
import { ProtocolsClient } from '../protocols-client';
import { SourceNotes } from '../text/source-notes';
import { countCovered } from './count-covered';
import { FindingLines } from './finding-lines';
import { groupProperties } from './group-properties';

/** What no path may do to a child, and how far that is proven. */
@Component({
  selector: 'app-safeguards-page',
  imports: [FindingLines, ProblemLine, ProofWord, ProtocolHead, SourceNotes],
  templateUrl: './safeguards-page.html',
  styleUrl: './safeguards-page.scss',
})
export class SafeguardsPage {
  private readonly client = inject(ProtocolsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly goTo = goToFragment();
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly protocol = inject(OpenProtocol).current;

  protected readonly proof = signal<ProofOfVersion | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private readonly findings = computed(() => this.proof()?.report?.findings ?? []);

  /** Each safeguard as it is written, with what was found of it; a guard without words has those of its finding. */
  protected readonly lines = computed(() =>
    this.protocol().document.safeguards.flatMap(({ id, title, basis, overlay }) => {
      const finding = this.findings().find((it) => it.kind === 'safeguard' && it.id === id);
      const words = title ?? finding?.title;
      const local = overlay === undefined ? null : territoryName(overlay);
      return words ? [{ id, title: words, basis, finding, local }] : [];
    }),
  );
  protected readonly promises = computed(() =>
    groupProperties(this.findings()).map((group) => ({
      ...group,
      tally: this.language.count('protocols.proof.of', group.all, { proven: group.proven }),
    })),
  );
  protected readonly exploredWords = computed(() => {
    const proof = this.proof();
    if (!proof?.report || proof.exploredAt === null) return '';
    const { covered, subjects } = proof.report;
    const { protocol, version } = this.protocol();
    const others = subjects.filter((it) => it.protocol !== protocol).length;
    return [
      this.t('protocols.proof.explored', { day: this.time.exactly(proof.exploredAt), version }),
      ...(others > 0 ? [this.language.count('protocols.proof.with', others)] : []),
      countCovered(covered, this.language),
    ].join(' · ');
  });

  constructor() {
    effect(() => {
      this.protocol();
      untracked(() => void this.loadSafeguards());
    });
  }

  protected async loadSafeguards(): Promise<void> {
    const { protocol, version } = this.protocol();
    const answer = await this.client.proof(protocol, version);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.proof.set(answer.value);
    this.goTo();
  }
}
