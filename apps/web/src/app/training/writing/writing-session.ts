import { Injectable, computed, inject, signal } from '@angular/core';
import type { OwnScenario, Problem } from '@repere/contract';
import { SpaceTime } from '@repere/ui';
import type { SaveState } from '@repere/ui/feedback';
import { Unsent } from '../../platform/drafts/unsent';
import { UnsavedTexts } from '../../protocols/editing/unsaved-texts';
import { OwnScenariosClient } from '../own-scenarios-client';

/** What a scenario's text is called where a place in it is shown. */
export const FILE = 'scenario.yaml';

/**
 * A scenario that is being written: as the server has it, and as it is typed. Saving is asked for; until then the text is kept on this
 * device, and a save of another page never overwrites it. Provided by the page.
 */
@Injectable()
export class WritingSession {
  private readonly client = inject(OwnScenariosClient);
  private readonly kept = inject(UnsavedTexts);
  private readonly time = inject(SpaceTime);
  private readonly loaded = signal<OwnScenario | null>(null);
  private readonly typed = signal('');
  private readonly said = signal<SaveState>({ kind: 'nothing' });
  private readonly other = signal<OwnScenario | null>(null);
  private readonly keptFrom = signal<number | null>(null);
  private running: Promise<boolean> | null = null;

  readonly scenario = this.loaded.asReadonly();
  readonly text = this.typed.asReadonly();
  readonly saveState = this.said.asReadonly();
  /** What another page of the same person saved meanwhile. */
  readonly conflict = this.other.asReadonly();
  /** When the text that was found on this device was typed. */
  readonly foundOnDevice = this.keptFrom.asReadonly();
  /** Why it could not be read. */
  readonly problem = signal<Problem | null>(null);
  /** Why the last save was refused. */
  readonly refused = signal<Problem | null>(null);
  readonly saved = computed(() => this.loaded()?.yaml ?? '');
  readonly isChanged = computed(() => this.loaded() !== null && this.typed() !== this.saved());

  constructor() {
    inject(Unsent).watch(async (when) => when === 'leaving' && this.saveScenario());
  }

  async loadScenario(id: string): Promise<void> {
    const answer = await this.client.readOwn(id);
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.loaded.set(answer.value);
    const kept = this.kept.findText(id);
    const found = kept?.text.files[FILE];
    const isUnsaved = found !== undefined && found !== answer.value.yaml;
    this.typed.set(isUnsaved ? found : answer.value.yaml);
    this.keptFrom.set(isUnsaved && kept ? kept.at : null);
    if (isUnsaved && kept) this.said.set({ kind: 'on-device', at: kept.at });
    else this.settleSaved(answer.value);
    if (isUnsaved && kept?.revision !== answer.value.revision) this.meetOther(answer.value);
  }

  writeText(text: string): void {
    const scenario = this.loaded();
    if (!scenario) return;
    this.typed.set(text);
    if (!this.isChanged()) return this.settleSaved(scenario);
    const at = this.time.now();
    const files = { [FILE]: text };
    this.kept.keepText(scenario.id, {
      text: { files, notesFr: '', notesEn: '', inForceFrom: '' },
      ...{ revision: scenario.revision, at },
    });
    this.said.set({ kind: 'on-device', at });
  }

  /** Whether all that was typed has arrived. */
  saveScenario(): Promise<boolean> {
    this.running ??= this.saveOnce().finally(() => (this.running = null));
    return this.running;
  }

  /** Gives up what was typed since the last save. */
  revert(): void {
    this.writeText(this.saved());
    this.keptFrom.set(null);
  }

  /** Of two texts, mine or the one that was saved elsewhere; what is chosen stands on the newest revision. */
  settleConflict(choice: 'mine' | 'theirs'): void {
    const other = this.other();
    if (!other) return;
    const mine = this.typed();
    this.other.set(null);
    this.refused.set(null);
    this.loaded.set(other);
    this.writeText(choice === 'theirs' ? other.yaml : mine);
  }

  private async saveOnce(): Promise<boolean> {
    for (;;) {
      const scenario = this.loaded();
      if (!scenario || !this.isChanged()) return scenario !== null;
      const sent = this.typed();
      this.said.set({ kind: 'saving' });
      const answer = await this.client.saveText(scenario.id, sent, scenario.revision);
      this.refused.set(answer.ok ? null : answer.problem);
      if (!answer.ok) {
        this.said.set({ kind: 'on-device', at: this.time.now() });
        if (answer.problem.status === 412) await this.meetNewest(scenario.id);
        return false;
      }
      this.loaded.set(answer.value);
      this.keptFrom.set(null);
      if (!this.isChanged()) this.settleSaved(answer.value);
    }
  }

  private async meetNewest(id: string): Promise<void> {
    const answer = await this.client.readOwn(id);
    if (answer.ok) this.meetOther(answer.value);
  }

  private meetOther(scenario: OwnScenario): void {
    this.other.set(scenario);
    this.said.set({ kind: 'to-review' });
  }

  private settleSaved({ id, changedAt }: OwnScenario): void {
    this.kept.drop(id);
    this.said.set({ kind: 'saved', at: changedAt });
  }
}
