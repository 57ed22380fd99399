import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { ProtocolSet } from '@repere/case-engine';
import type { Problem } from '@repere/protocol';
import type { ReadingGrounds } from '@repere/training';
import { CompiledVersions } from '../scenarios/compiled-versions';
import type { ScenarioReading } from '../scenarios/read-scenario';
import { WritingSession } from './writing-session';

/** Typing pauses for this long before the text is read anew. */
const PAUSE = 450;

/**
 * What the checker says of the text as it stands, while it is typed. Of a saved text the server's word counts: it has told the runs to
 * their ends too. Provided by the page.
 */
@Injectable()
export class ScenarioChecker {
  private readonly session = inject(WritingSession);
  private readonly versions = inject(CompiledVersions);
  private readonly checked = signal<ScenarioReading | null>(null);
  private readonly sets = new Map<string, Promise<ProtocolSet | null>>();
  private pause: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  /** Why nothing can be checked while typing: the server can't be asked. */
  readonly isMissing = signal(false);
  readonly problems = computed<readonly Problem[]>(() => {
    const local = this.checked()?.problems;
    return this.session.isChanged() && local ? local : (this.session.scenario()?.problems ?? []);
  });
  readonly errors = computed(() => this.problems().filter(({ severity }) => severity === 'error'));
  readonly grounds = computed(() => this.checked()?.grounds ?? null);
  /** The last that could be read: what is known while the text is being typed. */
  readonly lastGrounds = signal<ReadingGrounds | null>(null);

  constructor() {
    effect(() => {
      const text = this.session.text();
      if (text !== '') untracked(() => this.planCheck(text));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  private planCheck(text: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.checkText(text), this.checked() ? PAUSE : 0);
  }

  private async checkText(text: string): Promise<void> {
    const turn = ++this.turn;
    const { readScenario, versionsOf } = await import('./check-scenario-text');
    const set = await this.setOf(versionsOf(text));
    if (turn !== this.turn) return;
    this.isMissing.set(set === null);
    if (!set) return;
    const checked = readScenario(set, text);
    this.checked.set(checked);
    if (checked.grounds) this.lastGrounds.set(checked.grounds);
  }

  /** With what there is of the versions that are named, where one of them is not there. */
  private async setOf(named: readonly (readonly [string, string])[]): Promise<ProtocolSet | null> {
    const key = named.flat().join();
    const asked = this.sets.get(key) ?? this.askFor(named);
    this.sets.set(key, asked);
    const set = await asked;
    // Asked again at the next pause.
    if (!set) this.sets.delete(key);
    return set;
  }

  private async askFor(named: readonly (readonly [string, string])[]): Promise<ProtocolSet | null> {
    const answer = await this.versions.compile(named);
    if (answer.ok) return answer.value;
    const inForce = named.length > 0 ? await this.versions.compile([]) : answer;
    return inForce.ok ? inForce.value : null;
  }
}
