import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language, SpaceTime } from '@repere/ui';
import { DraftSession } from './draft-session';

/** Text that was found on this device, and somebody else's save that came between: both are told, nothing is overwritten. */
@Component({
  selector: 'app-draft-notices',
  imports: [MatButton],
  template: `
    <div role="alert">
      @if (conflict(); as conflict) {
        <section class="notice grave">
          <p>
            <strong>{{ t('editing.conflict.title', conflict) }}</strong>
          </p>
          <p>
            {{
              conflict.files
                ? t('editing.conflict.files', { files: conflict.files })
                : t('editing.conflict.same')
            }}
          </p>
          <div class="rp-acts">
            <button matButton="outlined" type="button" (click)="session.settleConflict('mine')">
              {{ t('editing.conflict.mine') }}
            </button>
            <button matButton="outlined" type="button" (click)="session.settleConflict('theirs')">
              {{ t('editing.conflict.theirs') }}
            </button>
          </div>
        </section>
      } @else if (found(); as moment) {
        <section class="notice">
          <p>{{ t('editing.found', { moment }) }}</p>
          <button matButton="outlined" type="button" (click)="session.revert()">
            {{ t('editing.revert') }}
          </button>
        </section>
      }
    </div>
  `,
  styles: `
    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1.5rem;
      margin-block: 0.5rem 1.25rem;
      padding: 0.75rem 1.1rem;
      border-radius: 10px;
      background: var(--rp-accent-wash);
    }
    .grave {
      display: block;
      border: 2px solid var(--rp-error);
      background: none;
    }
    p {
      margin: 0 0 0.5rem;
    }
    .notice:not(.grave) p {
      margin: 0;
    }
  `,
})
export class DraftNotices {
  private readonly time = inject(SpaceTime);
  protected readonly session = inject(DraftSession);
  protected readonly t = inject(Language).t;

  protected readonly conflict = computed(() => {
    const other = this.session.conflict();
    if (!other) return null;
    return {
      name: other.by,
      moment: this.time.moment(other.at),
      revision: other.draft.revision,
      files: this.session.inConflict().join(', '),
    };
  });
  protected readonly found = computed(() => {
    const at = this.session.foundOnDevice();
    return at === null || !this.session.isChanged() ? null : this.time.moment(at);
  });
}
