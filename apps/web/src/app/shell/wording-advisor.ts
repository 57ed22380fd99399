import { findBlamingWordsIn } from '@repere/protocol';
import { inject, Injectable, signal, untracked } from '@angular/core';
import type { AdviseWording } from '@repere/ui/field';
import { Session } from '../access/session';
import { vWording } from '@repere/contract/protocols/traceability/traceability';
import { Api } from '../platform/api';

/** Finds words that blame a child in what is typed, in either language: letters are French on English pages. The list is asked for once, when somebody first types. */
@Injectable({ providedIn: 'root' })
export class WordingAdvisor {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly find = signal<AdviseWording | null>(null);
  private isAsked = false;

  /** None until the list is there. */
  readonly advise: AdviseWording = (text) => {
    const find = this.find();
    if (text.trim() === '') return [];
    if (!find) untracked(() => void this.loadWording());
    return find?.(text) ?? [];
  };

  private async loadWording(): Promise<void> {
    if (this.isAsked || !this.session.mayDo('read-protocols')) return;
    this.isAsked = true;
    const answer = await this.api.get('/protocols/wording', vWording);
    this.isAsked = answer.ok;
    if (!answer.ok) return;
    const words = { ...answer.value.fr, ...answer.value.en };
    this.find.set((text) => findBlamingWordsIn(text, words));
  }
}
