import { Component, computed, inject, input } from '@angular/core';
import type { CitedSource } from '@repere/contract';
import { CONFIDENCE_WORDS } from '@repere/protocol';
import { Language } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';

/** What is cited: its words, how surely they are known, since when it holds, and the other names of renumbered texts. */
@Component({
  selector: 'app-source-lines',
  template: `
    <dl>
      @for (source of lines(); track source.code) {
        <dt>{{ source.code }}</dt>
        <dd>
          {{ source.title }}
          @for (more of source.more; track $index) {
            <span class="rp-quiet">{{ more }}</span>
          }
        </dd>
      }
    </dl>
    @if (own(); as own) {
      <p class="rp-quiet">{{ own }}</p>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(3.5rem, auto) minmax(0, 1fr);
      gap: 0 1rem;
      margin: 0;
      font-size: 0.95rem;
    }
    dt {
      padding-block: 0.4rem;
      font-weight: 650;
    }
    dd {
      margin: 0;
      padding-block: 0.4rem;
    }
    dd > span {
      display: block;
    }
    p {
      margin: 0;
      padding-block: 0.25rem;
      font-size: 0.95rem;
    }
  `,
})
export class SourceLines {
  private readonly language = inject(Language);

  readonly sources = input.required<readonly CitedSource[]>();

  /** Places of the method itself have a code and no words. */
  protected readonly own = computed(() => {
    const codes = this.sources()
      .filter((source) => !hasWords(source))
      .map(({ code }) => code);
    return codes.length ? this.language.t('step.sources.own', { codes: codes.join(', ') }) : null;
  });
  protected readonly lines = computed(() => {
    const { t, localize, current } = this.language;
    const day = (iso: string) => formatEdtf(iso, current());
    return this.sources()
      .filter(hasWords)
      .map(({ code, text, confidence, lines, inForce, aliases = [] }) => ({
        code,
        title: localize(text),
        more: [
          ...(lines ? [t('step.sources.lines', { lines })] : []),
          [
            ...(inForce ? [t('step.sources.in-force', { day: day(inForce) })] : []),
            ...(confidence ? [localize(CONFIDENCE_WORDS[confidence])] : []),
          ].join(' · '),
          ...aliases.map(({ was, is, from }) => t('step.sources.alias', { was, is, day: day(from) })),
        ].filter(Boolean),
      }));
  });
}

const hasWords = ({ code, text }: CitedSource) => text.fr !== code;
