import { Component, ElementRef, computed, effect, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon, LOCALES, Language } from '@repere/ui';
import { Presence } from './presence';

/**
 * Says, without taking the focus, that the session is about to end. Before the idle end any key or press goes on, the button
 * among them; the end of the day can't be put off.
 */
@Component({
  selector: 'app-idle-notice',
  imports: [Icon, MatButton],
  template: `
    <!-- Live, but no status: a page has one of its own. -->
    <div class="notice" aria-live="polite" [class.shown]="near()">
      @if (near(); as near) {
        <p>
          <rp-icon name="lock" /> {{ t('access.idle.' + near.why, { time: time() }) }}
          {{ t('access.idle.kept') }}
        </p>
      }
    </div>
    @if (near(); as near) {
      <div class="acts" (focusin)="rememberFrom($event)">
        @if (near.why === 'idle') {
          <button matButton="filled" type="button" (click)="presence.noteInput()">
            {{ t('access.idle.go-on') }}
          </button>
        } @else {
          <button matButton="outlined" type="button" (click)="presence.lock('asked')">
            {{ t('access.idle.again') }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host:has(.shown) {
      position: sticky;
      z-index: 11;
      inset-block-start: 0;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1.5rem;
      padding: 0.75rem clamp(1rem, 4vw, 2rem);
      border-block-end: 3px solid var(--rp-accent);
      background: var(--rp-raised);
    }
    p {
      margin: 0;
    }
    .notice {
      flex: 1 1 22rem;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class IdleNotice {
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = this.language.t;
  protected readonly presence = inject(Presence);
  protected readonly near = this.presence.nearEnd;
  /** The machine's clock, not the space's: it is the one that the session goes by. */
  protected readonly time = computed(() =>
    new Intl.DateTimeFormat(LOCALES[this.language.current()], {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(this.near()?.at ?? 0),
  );
  private cameFrom: HTMLElement | null = null;

  constructor() {
    effect(() => {
      // It goes away under one's finger: the focus returns to where it was.
      if (this.near() || !this.cameFrom) return;
      if (document.activeElement === document.body || this.host.contains(document.activeElement))
        this.cameFrom.focus({ preventScroll: true });
      this.cameFrom = null;
    });
  }

  protected rememberFrom({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof HTMLElement && !this.host.contains(relatedTarget))
      this.cameFrom = relatedTarget;
  }
}
