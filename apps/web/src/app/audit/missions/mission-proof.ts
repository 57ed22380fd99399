import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FIELD_CLASSES } from '@repere/access';
import type { Bundle } from '@repere/audit';
import type { Problem } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { isOnTheWay } from '../bundle/bundles-session';
import { MissionsClient } from './missions-client';

const LOOK_AGAIN = 1_500;

/** Evidence of the whole mission to take away: its cases, its own acts, and the proof of both. */
@Component({
  selector: 'app-mission-proof',
  imports: [ActProblem, CodesField, MatButton, TextField],
  templateUrl: './mission-proof.html',
  styleUrl: './mission-proof.scss',
})
export class MissionProof {
  private readonly client = inject(MissionsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  private readonly sendingKey = new SendingKey();
  protected readonly t = this.language.t;
  private again: ReturnType<typeof setTimeout> | undefined;

  readonly missionId = input.required<string>();

  private readonly bundles = signal<readonly Bundle[]>([]);
  protected readonly reason = signal('');
  /** What finds the child, and health, stay in the house unless somebody wants them there. */
  protected readonly classes = signal<readonly string[]>(['contact', 'places', 'health']);
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly classOptions = computed(() =>
    FIELD_CLASSES.map((code) => ({ code, label: this.t(`audit.bundle.class.${code}`) })),
  );
  protected readonly lines = computed(() =>
    this.bundles().map((bundle) => ({
      bundle,
      isOnTheWay: isOnTheWay(bundle),
      asked: this.t('audit.bundle.list.asked', { when: this.time.exactly(bundle.askedAt) }),
      href: bundle.state === 'ready' ? this.client.fileOf(this.missionId(), bundle.id) : null,
    })),
  );

  constructor() {
    effect(() => {
      this.missionId();
      untracked(() => void this.load());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.again));
  }

  protected async order(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(reason.length < 3);
    if (reason.length < 3) return;
    const leaveOut = {
      classes: FIELD_CLASSES.filter((it) => this.classes().includes(it)),
      fields: [],
    };
    const answer = await this.sendingKey.send([reason, leaveOut], (key) =>
      this.client.orderBundle(this.missionId(), { reason, leaveOut }, key),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.reason.set('');
    await this.load();
  }

  private async load(): Promise<void> {
    const answer = await this.client.bundles(this.missionId());
    if (answer.ok) this.bundles.set(answer.value.items);
    this.follow();
  }

  /** Those on the way are looked at again. */
  private follow(): void {
    clearTimeout(this.again);
    if (this.bundles().some(isOnTheWay)) this.again = setTimeout(() => void this.look(), LOOK_AGAIN);
  }

  private async look(): Promise<void> {
    for (const { id } of this.bundles().filter(isOnTheWay)) {
      const answer = await this.client.bundle(this.missionId(), id);
      if (answer.ok) this.bundles.update((all) => all.map((old) => (old.id === id ? answer.value : old)));
    }
    this.follow();
  }
}
