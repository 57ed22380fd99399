import { APP_BASE_HREF } from '@angular/common';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { AccountRole } from '@repere/access';
import type { About, Problem, Session as SignedIn, SignIn } from '@repere/cases';
import { Language, SpaceTime, type LanguageCode } from '@repere/ui';
import { keepLanguage } from '../shell/kept-choices';
import { AccessClient } from './access-client';
import { Lock } from './lock';

const CASE_ROLES: readonly AccountRole[] = ['caseworker', 'ase-referent', 'assessor', 'supervisor'];

/** Who is signed in here, in which space. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(AccessClient);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  private readonly lock = inject(Lock);
  private readonly base = inject(APP_BASE_HREF);
  private readonly signedIn = signal<SignedIn | null>(null);
  private readonly place = signal<About | null>(null);
  /** A language chosen before signing in goes before the account's. */
  private chosenBefore: LanguageCode | null = null;

  readonly about = this.place.asReadonly();
  readonly account = computed(() => this.signedIn()?.account ?? null);
  readonly worksOnCases = computed(() => this.holdsAny(CASE_ROLES));
  /** What kind of fiction this is; `null`: real children. */
  readonly fiction = computed<'training' | 'demo' | null>(() => {
    const about = this.place();
    if (about?.space.kind === 'training') return 'training';
    return (about?.demoAccounts.length ?? 0) > 0 ? 'demo' : null;
  });
  readonly approves = computed(() => this.holdsAny(['supervisor']));

  /** Learns where one is and who one is, before the first page is drawn. */
  async begin(): Promise<void> {
    const [about, session] = await Promise.all([this.client.about(), this.client.session()]);
    if (about.ok) {
      this.place.set(about.value);
      this.time.follow(about.value.space.now);
    }
    if (session.ok) await this.take(session.value);
  }

  /** `null` when signed in, else why not. */
  async signIn(signIn: SignIn): Promise<Problem | null> {
    const before = this.account();
    const answer = await this.client.signIn(signIn);
    if (!answer.ok) return answer.problem;
    if (before && before.id !== answer.value.account.id) {
      // Somebody else: what the page held isn't theirs to see.
      location.assign(this.base);
      return null;
    }
    await this.take(answer.value);
    this.lock.open();
    return null;
  }

  /** Leaves, and starts afresh so that nothing stays in memory. */
  async signOut(): Promise<void> {
    await this.client.signOut();
    location.assign(`${this.base}connexion`);
  }

  async chooseLanguage(code: LanguageCode): Promise<void> {
    keepLanguage(code);
    await this.language.use(code);
    if (this.account()) await this.client.chooseLanguage(code);
    else this.chosenBefore = code;
  }

  private async take(session: SignedIn): Promise<void> {
    this.signedIn.set(session);
    const wanted = this.chosenBefore ?? session.account.language;
    if (this.chosenBefore && this.chosenBefore !== session.account.language)
      await this.client.chooseLanguage(this.chosenBefore);
    this.chosenBefore = null;
    keepLanguage(wanted);
    await this.language.use(wanted);
  }

  private holdsAny(roles: readonly AccountRole[]): boolean {
    return this.account()?.roles.some((role) => roles.includes(role)) ?? false;
  }
}
