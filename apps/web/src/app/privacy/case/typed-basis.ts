import { signal } from '@angular/core';
import type { SharingBasis, ToldFirst } from '@repere/privacy';
import { SHARING_GROUNDS, type SharingGround } from '@repere/privacy/grounds';

/** Whether somebody was told first, as far as it was typed; who was not needs a reason. */
class TypedTold {
  readonly told = signal<string | null>(null);
  readonly why = signal('');

  /** `null` while something is missing. */
  read(): ToldFirst | null {
    const [told, why] = [this.told(), this.why().trim()];
    if (told === 'yes') return { told };
    return told === 'no' && why ? { told, why } : null;
  }

  clear(): void {
    this.told.set(null);
    this.why.set('');
  }
}

/** What the law asks before something is told, as far as it was typed (CASF L226-2-2). */
export class TypedBasis {
  readonly bound = signal<string | null>(null);
  readonly ground = signal<string | null>(null);
  readonly why = signal('');
  readonly child = new TypedTold();
  readonly parents = new TypedTold();

  /** What is missing: the field, and the word that says so. */
  missing(): readonly (readonly [field: string, word: string])[] {
    const asked: readonly (readonly [string, string, unknown])[] = [
      ['bound', 'privacy.sharing.bound-missing', this.bound()],
      ['ground', 'privacy.sharing.ground-missing', this.ground()],
      ['why', 'privacy.sharing.why-missing', this.why().trim()],
      ['child', 'privacy.sharing.child-missing', this.child.read()],
      ['parents', 'privacy.sharing.parents-missing', this.parents.read()],
    ];
    return asked.filter(([, , value]) => !value).map(([field, word]) => [field, word]);
  }

  /** `null` while something is missing. */
  read(): (SharingBasis & { readonly ground: SharingGround }) | null {
    const ground = SHARING_GROUNDS.find((code) => code === this.ground());
    const [child, parents] = [this.child.read(), this.parents.read()];
    if (!ground || !child || !parents || this.missing().length > 0) return null;
    return { ground, isBound: this.bound() === 'yes', why: this.why().trim(), child, parents };
  }

  clear(): void {
    for (const choice of [this.bound, this.ground]) choice.set(null);
    this.why.set('');
    for (const first of [this.child, this.parents]) first.clear();
  }
}
