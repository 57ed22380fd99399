import { APP_BASE_HREF } from '@angular/common';
import { Injectable, computed, inject, signal } from '@angular/core';
import { may, mayEver, type AccountRole, type ServiceAct, type TeamAct } from '@repere/access';
import type { About, SecondStepDue, Session as SignedIn, SignIn } from '@repere/contract';
import { Language, SpaceTime, type LanguageCode } from '@repere/ui';
import type { Answered } from '../platform/api';
import { hrefOf } from '../platform/api-path';
import { clearStorage, storedLanguage, storeLanguage } from '../platform/device-preferences';
import { AccessClient } from './access-client';
import { Lock } from './lock';
import { Tabs } from './sessions/tabs';
import { Unsent } from '../platform/drafts/unsent';

/** Who is signed in here, in which space. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(AccessClient);
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  private readonly lock = inject(Lock);
  private readonly tabs = inject(Tabs);
  private readonly unsent = inject(Unsent);
  private readonly base = inject(APP_BASE_HREF);
  private readonly signedIn = signal<SignedIn | null>(null);
  private readonly place = signal<About | null>(null);
  /** A language chosen before signing in goes before the account's. */
  private chosenBefore: LanguageCode | null = null;

  /** `null`: nobody is signed in. */
  readonly current = this.signedIn.asReadonly();
  readonly about = this.place.asReadonly();
  readonly account = computed(() => this.signedIn()?.account ?? null);
  readonly worksOnCases = computed(() =>
    (this.account()?.roles ?? []).some((role) => mayEver(role, 'protect')),
  );
  /** What kind of fiction this is; `null`: real children. */
  readonly fiction = computed<'training' | 'demo' | null>(() => {
    const about = this.place();
    if (about?.space.kind === 'training') return 'training';
    return (about?.demoAccounts.length ?? 0) > 0 ? 'demo' : null;
  });
  readonly approves = computed(() => this.holdsAny(['supervisor']));
  readonly audits = computed(() => this.holdsAny(['auditor']));
  /** Somebody outside, to whom parts of cases are referred. */
  readonly receives = computed(() => this.holdsAny(['partner']));
  /** Works here, and is in no training space: certificates are taken in for them. */
  readonly isLiveStaff = computed(() => !this.receives() && this.place()?.space.kind === 'live');
  readonly administers = computed(() => this.holdsAny(['administrator']));

  /** Learns where one is and who one is, before the first page is drawn. */
  async beginSession(): Promise<void> {
    const [about, session] = await Promise.all([this.client.readAbout(), this.client.session()]);
    if (about.ok) {
      this.place.set(about.value);
      this.time.follow(about.value.space.now);
    }
    if (!session.ok) return;
    this.tabs.notifyTabs({ kind: 'here' });
    await this.takeSession(session.value);
  }

  /** `null` when signed in, or the second step that is due. */
  async signIn(signIn: SignIn): Promise<Answered<SecondStepDue | null>> {
    const answer = await this.client.signIn(signIn);
    if (!answer.ok) return answer;
    if ('means' in answer.value) return { ...answer, value: answer.value };
    await this.enterSession(answer.value);
    return { ...answer, value: null };
  }

  /** Somebody has signed in, by whatever way. A page that was locked opens for its own reader, with the rights it was drawn by. */
  async enterSession(session: SignedIn): Promise<void> {
    this.tabs.notifyTabs({ kind: 'opened' });
    await this.openSession(session);
  }

  /** Somebody has signed in in another tab; a page of somebody else stays, or gets, locked. */
  async enterElsewhere(): Promise<void> {
    if (!this.account()) return;
    const answer = await this.client.session();
    if (answer.ok) await this.openSession(answer.value);
    else this.lock.shut('ended');
  }

  /** Leaves, and starts afresh so that nothing stays: neither in memory nor on this device. */
  async signOut(): Promise<void> {
    await this.unsent.settleUnsent('leaving');
    // At the provider's as well: the way there is a page, and ends the session here on its way.
    // A page that is locked has no session to end there.
    const provider = this.lock.isShut() ? null : this.current()?.provider;
    if (provider) {
      this.tabs.notifyTabs({ kind: 'left' });
      clearStorage();
      return location.replace(hrefOf('/provider-sign-out'));
    }
    const answer = await this.client.signOut();
    if (!answer.ok && answer.problem.code === 'unreachable') return this.lock.shut('offline');
    this.tabs.notifyTabs({ kind: 'left' });
    this.leaveSession();
  }

  /** Forgets all, and shows the way in. */
  leaveSession(): void {
    clearStorage();
    location.replace(`${this.base}connexion`);
  }

  async chooseLanguage(code: LanguageCode): Promise<void> {
    storeLanguage(code);
    await this.language.use(code);
    if (this.account()) await this.client.chooseLanguage(code);
    else this.chosenBefore = code;
  }

  private async openSession(session: SignedIn): Promise<void> {
    const before = this.signedIn();
    // Somebody else, or the same with other rights: what the page held isn't theirs to see.
    if (before && before.account.id !== session.account.id) return location.replace(this.base);
    if (before && rightsOf(before) !== rightsOf(session)) return location.reload();
    await this.takeSession(session);
    this.lock.openAgain();
  }

  private async takeSession(session: SignedIn): Promise<void> {
    this.signedIn.set(session);
    // Who is played in a training space speaks whatever whoever plays reads: on this device, whose words may still be on their way.
    const own = this.fiction() === 'training' ? storedLanguage() : session.account.language;
    const wanted = this.chosenBefore ?? own;
    if (this.chosenBefore && this.chosenBefore !== session.account.language)
      await this.client.chooseLanguage(this.chosenBefore);
    this.chosenBefore = null;
    storeLanguage(wanted);
    await this.language.use(wanted);
  }

  /** Whether the reader may do this in one of their teams, or for the service: by the tables that the server reads. */
  mayDo(act: TeamAct | ServiceAct): boolean {
    const account = this.account();
    if (!account) return false;
    const teamIds = account.teams.map(({ id }) => id);
    const asker = { id: account.id, roles: account.roles, teamIds, dutyTeamIds: [], standsInFor: [] };
    return (
      may(asker, act, { kind: 'service' }).yes ||
      teamIds.some((teamId) => may(asker, act, { kind: 'team', teamId }).yes)
    );
  }

  private holdsAny(roles: readonly AccountRole[]): boolean {
    return this.account()?.roles.some((role) => roles.includes(role)) ?? false;
  }
}

/** What decides what a page may show. */
const rightsOf = ({ account: { roles, teams } }: SignedIn): string =>
  [...roles, ...teams.map(({ id }) => id)].sort().join(' ');
