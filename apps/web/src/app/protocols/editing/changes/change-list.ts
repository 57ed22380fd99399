import { Component, computed, inject, input } from '@angular/core';
import type { ChangeEffect, VersionDiff } from '@repere/protocol';
import { Icon, Language } from '@repere/ui';
import { everyOf } from '../../../platform/every-of';

/** Gravest first. */
const ORDER = everyOf<ChangeEffect>()(['protects-less', 'to-review', 'protects-more', 'words']);

/** What differs between two versions, in words: what protects less first, in red and with a word. */
@Component({
  selector: 'app-change-list',
  imports: [Icon],
  template: `
    @for (group of groups(); track group.effect) {
      <h3 [class.grave]="group.effect === 'protects-less'">
        @if (group.effect === 'protects-less') {
          <rp-icon name="danger" />
        }
        {{ t('editing.changes.effect.' + group.effect) }} ({{ group.changes.length }})
      </h3>
      <ul class="rp-list">
        @for (change of group.changes; track $index) {
          <li [class.less]="group.effect === 'protects-less'">
            @if (change.lost) {
              <strong class="lost">{{ t('editing.changes.lost') }}</strong>
            }
            {{ change.words }}
            @if (change.before || change.after) {
              <details>
                <summary>{{ t('editing.changes.as-written') }}</summary>
                @if (change.before; as before) {
                  <p>
                    {{ t('editing.changes.before') }}
                    <del
                      ><code>{{ before }}</code></del
                    >
                  </p>
                }
                @if (change.after; as after) {
                  <p>
                    {{ t('editing.changes.after') }}
                    <ins
                      ><code>{{ after }}</code></ins
                    >
                  </p>
                }
              </details>
            }
          </li>
        }
      </ul>
    } @empty {
      <p>{{ t('editing.changes.none') }}</p>
    }
  `,
  styles: `
    h3 {
      display: flex;
      align-items: center;
      gap: 0.4rem;
    }
    .grave,
    .lost {
      color: var(--rp-error);
    }
    li {
      padding: 0.35rem 0 0.35rem 0.9rem;
      margin-block-end: 0.4rem;
      border-inline-start: 4px solid var(--rp-line-strong);
    }
    li.less {
      border-color: var(--rp-error);
    }
    summary {
      inline-size: fit-content;
      min-block-size: 28px;
      color: var(--rp-primary);
      font-size: 0.92rem;
      cursor: pointer;
    }
    details p {
      margin: 0.2rem 0;
      font-size: 0.92rem;
    }
    ins {
      text-decoration: none;
    }
    code {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class ChangeList {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly diff = input.required<VersionDiff>();

  protected readonly groups = computed(() =>
    ORDER.flatMap((effect) => {
      const changes = this.diff()
        .changes.filter((change) => change.effect === effect)
        .map(({ what, how, text, before, after }) => ({
          words: this.language.localize(text),
          lost: what === 'safeguard' && how === 'removed',
          before,
          after,
        }));
      return changes.length > 0 ? [{ effect, changes }] : [];
    }),
  );
}
