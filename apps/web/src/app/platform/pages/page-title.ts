import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Language } from '@repere/ui';

interface Naming {
  readonly key: string;
  readonly reference: string | null;
}

/**
 * The title of the page: its act and, where there is one, an opaque reference. Never a name, a birth date or content.
 * A route's `title` is a key of the dictionary; a page about one case adds the reference by `name`.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly language = inject(Language);
  private readonly naming = signal<Naming | null>(null);
  private readonly faulty = signal(false);
  private readonly hidden = signal(false);
  private readonly fictional = signal(false);

  private readonly shown = computed(() => {
    const naming = this.naming();
    const fiction = this.fictional() ? `${this.language.t('shell.fiction.tag')} – ` : '';
    if (this.hidden() || !naming) return `${fiction}Repère`;
    const reference = naming.reference ? ` ${naming.reference}` : '';
    const error = this.faulty() ? this.language.t('shell.title-error') : '';
    return `${fiction}${error}${this.language.t(naming.key)}${reference} – Repère`;
  });

  constructor() {
    super();
    effect(() => (document.title = this.shown()));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.faulty.set(false);
    const key = this.buildTitle(snapshot);
    this.naming.set(key ? { key, reference: null } : null);
  }

  /** Adds the case's reference, or names another act, once the page knows. */
  name(key: string, reference: string | null = null): void {
    this.naming.set({ key, reference });
  }

  /** Starts the title with "Erreur :" while a form has to be corrected. */
  markFaulty(isFaulty: boolean): void {
    this.faulty.set(isFaulty);
  }

  /** Starts the title with "FICTIF", whatever else it says or hides: in a training space. */
  markFictional(isFictional: boolean): void {
    this.fictional.set(isFictional);
  }

  hide(isHidden: boolean): void {
    this.hidden.set(isHidden);
  }
}
