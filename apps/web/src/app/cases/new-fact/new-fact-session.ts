import { Injectable, inject, signal } from '@angular/core';
import type { CaseFile, Problem, ProtocolSummary, TriableFact } from '@repere/contract';
import type { FactValues } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { ProtocolsClient } from '../../protocols/protocols-client';
import { CaseFileClient } from '../case-file/case-file-client';
import { CaseNews } from '../case-file/heading/case-news';
import { CasesClient } from '../cases-client';
import { occurredAt } from '../step/step-input';
import { WhatIfClient } from '../what-if/what-if-client';
import { NewFactDraft } from './new-fact-draft';

/** The case of which something is told, and the sending of it. Provided by the page. */
@Injectable()
export class NewFactSession {
  private readonly cases = inject(CasesClient);
  private readonly client = inject(CaseFileClient);
  private readonly whatIf = inject(WhatIfClient);
  private readonly library = inject(ProtocolsClient);
  private readonly news = inject(CaseNews);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly draft = inject(NewFactDraft);
  private readonly shown = signal<CaseFile | null>(null);
  private readonly fault = signal<Problem | null>(null);
  private readonly refused = signal<Problem | null>(null);
  private readonly known = signal<readonly TriableFact[] | null>(null);
  private readonly protocols = signal<readonly ProtocolSummary[]>([]);
  private id = '';
  private isBusy = false;

  readonly caseFile = this.shown.asReadonly();
  readonly unread = this.fault.asReadonly();
  readonly refusal = this.refused.asReadonly();
  readonly facts = this.known.asReadonly();

  async loadCase(id: string): Promise<void> {
    this.id = id;
    this.shown.set(null);
    this.refused.set(null);
    const [caseFile, facts, protocols] = await Promise.all([
      this.cases.caseFile(id),
      this.whatIf.facts(id),
      this.library.listProtocols(),
    ]);
    if (id !== this.id) return;
    this.fault.set(!caseFile.ok ? caseFile.problem : facts.ok ? null : facts.problem);
    if (facts.ok) this.known.set(facts.value);
    if (protocols.ok) this.protocols.set(protocols.value);
    if (!caseFile.ok) return;
    this.time.zone.set(caseFile.value.territory.zone);
    this.shown.set(caseFile.value);
  }

  /** What a protocol in force is called. */
  titleOf(protocol: string): string {
    const found = this.protocols().find((it) => it.protocol === protocol && it.inForce);
    return found ? this.language.localize(found.title) : protocol;
  }

  /** Records what was told, then engages a protocol with it if one is named. Trying again does nothing twice. */
  async sendFact(values: FactValues, protocol: string | null): Promise<'done' | 'stale' | 'refused'> {
    const caseFile = this.shown();
    if (!caseFile || this.isBusy) return 'refused';
    this.isBusy = true;
    this.refused.set(null);
    const outcome = await this.recordFact(caseFile, values, protocol);
    this.isBusy = false;
    return outcome;
  }

  private async recordFact(
    { id, state }: CaseFile,
    values: FactValues,
    protocol: string | null,
  ): Promise<'done' | 'stale' | 'refused'> {
    const when = occurredAt(this.draft.when());
    const note = this.draft.note().trim();
    const facts = { values, ...(note && { note }), ...(when && { occurredAt: when }) };
    const told = await this.client.recordFacts(id, facts, {
      ifMatch: state.seq,
      idempotencyKey: this.draft.key([id, facts]),
    });
    if (!told.ok) return this.refuseFact(told.problem);
    const opened = [...told.value.opened];
    if (protocol !== null && !opened.some((it) => it.protocol === protocol)) {
      const engaged = await this.client.engage(id, protocol, {
        ifMatch: told.value.seq,
        idempotencyKey: this.draft.engageKey([id, facts, protocol]),
      });
      if (!engaged.ok) return this.refuseFact(engaged.problem);
      opened.push(...engaged.value.opened);
    }
    this.draft.clear();
    this.news.announceNews(id, 'case.new-fact.saved', opened);
    return 'done';
  }

  private async refuseFact(problem: Problem): Promise<'stale' | 'refused'> {
    if (problem.status !== 412) {
      this.refused.set(problem);
      return 'refused';
    }
    await this.loadCase(this.id);
    this.refused.set(problem);
    return 'stale';
  }
}
