import { Injectable, inject } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

interface Left<T> {
  readonly state: T;
  readonly focusId: string | null;
}

/**
 * How one came to a page. Going *back* finds the list as it was left: what it held, and where the focus stood. Kept in
 * memory only, by URL, so that nothing personal is stored.
 */
@Injectable({ providedIn: 'root' })
export class NavigationStateStore {
  private readonly router = inject(Router);
  private readonly left = new Map<string, Left<unknown>>();
  private readonly lastUrls = new Map<string, string>();
  private goesBack = false;
  private focusAtLeaving: string | null = null;
  private restores = false;

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) {
        this.goesBack = event.navigationTrigger === 'popstate';
        this.restores = false;
        this.focusAtLeaving = document.activeElement?.id || null;
      } else if (event instanceof NavigationEnd) {
        const path = event.urlAfterRedirects.split('?')[0] ?? '';
        this.lastUrls.set(path, event.urlAfterRedirects);
      }
    });
  }

  /** Whether the heading takes the focus: always, but when a row that was left gets it back. */
  get focusesHeading(): boolean {
    return !this.restores;
  }

  /** Keeps what a list held when one leaves it. */
  keepState(url: string, state: unknown): void {
    this.left.set(url, { state, focusId: this.focusAtLeaving });
  }

  /** What the list held when it was left, if one came back to it. */
  found<T>(url: string): T | null {
    const left = this.goesBack ? this.left.get(url) : undefined;
    if (!left) return null;
    this.restores = left.focusId !== null;
    return left.state as T;
  }

  /** Gives the focus back to where it was; call once the list is drawn. */
  restoreFocus(url: string): void {
    const id = this.left.get(url)?.focusId;
    const place = id ? document.getElementById(id) : null;
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'nearest' });
  }

  /** The last address of a list, filters included, for links that lead back to it. */
  lastUrl(path: string): string {
    return this.lastUrls.get(path) ?? path;
  }
}
