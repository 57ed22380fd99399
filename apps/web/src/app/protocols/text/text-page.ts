import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { periodWords } from '@repere/protocol';
import { territoryName } from '@repere/territories';
import { Language } from '@repere/ui';
import { goToFragment } from './go-to-fragment';
import { isWideScreen } from '../../platform/pages/wide-screen';
import { VersionWork } from '../editing/version-work';
import { OpenProtocol } from '../open-protocol';
import { ProtocolHead } from '../protocol-head';
import { partPath } from '../protocol-paths';
import { SourceNotes } from './source-notes';
import { TitlesInForce } from '../titles-in-force';
import { AskedFacts } from './asked-facts';
import { ExactConditions } from './exact-conditions';
import { ProtocolStep } from './protocol-step';
import { TakeAway } from './take-away';

/** What does the rule say, and on what ground? One version as a text to read. */
@Component({
  selector: 'app-text-page',
  imports: [
    AskedFacts,
    ExactConditions,
    ProtocolHead,
    ProtocolStep,
    RouterLink,
    SourceNotes,
    TakeAway,
    VersionWork,
  ],
  templateUrl: './text-page.html',
  styleUrl: './text-page.scss',
})
export class TextPage {
  private readonly language = inject(Language);
  private readonly titles = inject(TitlesInForce);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly open = inject(OpenProtocol);
  protected readonly protocol = this.open.current;

  /** On a narrow screen the contents wait until they are asked for. */
  protected readonly isWide = isWideScreen();
  protected readonly steps = computed(() => this.protocol().document.steps);
  /** An outcome may have several lines; its words stand on the first. */
  protected readonly outcomes = computed(() => {
    const { outcomes } = this.protocol().document;
    return outcomes.filter(({ id }, place) => outcomes.findIndex((it) => it.id === id) === place);
  });
  protected readonly safeguards = computed(() =>
    this.protocol().document.safeguards.flatMap(({ id, title, basis, overlay }) =>
      title ? [{ id, title, basis, local: overlay === undefined ? null : territoryName(overlay) }] : [],
    ),
  );
  protected readonly opened = computed(() =>
    this.protocol().document.opens.map(({ id, protocol, when, unless, delay, basis }) => ({
      id,
      protocol,
      basis,
      title: this.titles.titleOf(protocol),
      delay: delay && this.t('protocols.opens-later', { period: this.localize(periodWords(delay.after)) }),
      conditions: [
        ...(when ? [{ kind: 'when' as const, text: when }] : []),
        ...(unless ? [{ kind: 'unless' as const, text: unless }] : []),
      ],
    })),
  );
  protected readonly sections = computed(() => [
    ...(this.opened().length > 0 ? ['opens'] : []),
    'outcomes',
    ...(this.safeguards().length > 0 ? ['safeguards'] : []),
    'asked',
  ]);
  protected readonly safeguardsPath = computed(() =>
    partPath(this.protocol().protocol, this.protocol().version, 'safeguards'),
  );

  constructor() {
    goToFragment()();
  }
}
