import { Component, ElementRef, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import type { Translated } from '@repere/protocol';
import { Language } from '@repere/ui';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { EnglishText } from './english-text';

/** Texts whose French changed, or that have no English yet. What is settled here is typed into `en.yaml`, stamp and all. */
@Component({
  selector: 'app-english-list',
  imports: [EnglishText],
  template: `
    <h2 #heading tabindex="-1">{{ t('editing.english.title') }}</h2>
    <p role="status">
      {{ done() }}
      <strong>{{ summary() }}</strong>
    </p>
    @if (pairs().length) {
      <p class="rp-quiet">{{ t('editing.english.lead') }}</p>
    }
    <ul class="rp-list">
      @for (pair of pairs(); track pair.key) {
        <li>
          <app-english-text
            [pair]="pair"
            [isReadOnly]="!session.mayWrite()"
            (settled)="settlePair(pair, $event)"
          />
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin: 0 0 0.25rem;
      font-size: 1.15rem;
    }
    li {
      padding: 0.5rem 0 0.75rem 0.9rem;
      margin-block-end: 0.75rem;
      border-inline-start: 4px solid var(--rp-accent);
    }
  `,
})
export class EnglishList {
  private readonly language = inject(Language);
  private readonly checker = inject(DraftChecker);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly t = this.language.t;
  protected readonly session = inject(DraftSession);
  /** Gone from the list at once; the checker, which reads the file anew, has the last word. */
  private readonly settledNow = signal<{
    readonly of: readonly Translated[];
    readonly keys: readonly string[];
  }>({
    of: [],
    keys: [],
  });
  protected readonly done = signal('');

  protected readonly pairs = computed(() => {
    const all = this.checker.unsettled();
    const { of, keys } = this.settledNow();
    return of === all ? all.filter(({ key }) => !keys.includes(key)) : all;
  });
  protected readonly summary = computed(() => {
    if (this.checker.isMissing()) return this.t('editing.problems.offline');
    if (this.pairs().length > 0) return this.language.count('editing.english.left', this.pairs().length);
    return this.t(
      this.checker.document() || this.checker.isChecking()
        ? 'editing.english.none'
        : 'editing.english.unread',
    );
  });

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async settlePair(pair: Translated, en: string): Promise<void> {
    const { writeEnglish } = await import('../checking/check-text');
    const { files } = this.session.text();
    const { document } = this.checker;
    const begun = `of: ${document()?.protocol ?? ''}@${document()?.version ?? ''}\n`;
    this.session.writeFile('en.yaml', writeEnglish(files['en.yaml'] ?? begun, pair, en));
    const of = this.checker.unsettled();
    const before = this.settledNow();
    this.settledNow.set({ of, keys: [...(before.of === of ? before.keys : []), pair.key] });
    this.done.set(this.t('editing.english.done', { key: pair.key }));
    this.heading().nativeElement.focus();
  }
}
