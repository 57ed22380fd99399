import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { FIELD_CLASS_CONTENTS, FIELD_CLASSES } from '@repere/access';
import type { Bundle } from '@repere/contract';
import { Language, SpaceTime, capitalised } from '@repere/ui';
import { CodesField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { bundleRequestLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { isOnTheWay } from '../bundle/bundles-session';
import { MissionsClient } from './missions-client';

const POLL_EVERY_MS = 1_500;

/** Evidence of the whole mission to take away: its cases, its own acts, and the proof of both. */
@Component({
  selector: 'app-mission-proof',
  imports: [ActProblem, CodesField, FormField, MatButton, TextField],
  templateUrl: './mission-proof.html',
  styleUrl: './mission-proof.scss',
})
export class MissionProof {
  private readonly client = inject(MissionsClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private again: ReturnType<typeof setTimeout> | undefined;

  readonly missionId = input.required<string>();

  private readonly bundles = signal<readonly Bundle[]>([]);
  protected readonly form = new SendingForm(
    {
      reason: '',
      /** What finds the child, and health, stay in the house unless somebody wants them there. */
      classes: ['contact', 'places', 'health'] as readonly string[],
    },
    ({ reason }) => {
      checkField(reason, 'audit.bundle.order.reason-missing', (typed) => typed.trim().length < 3);
      limitLength(reason, bundleRequestLengths.reason);
    },
  );

  protected readonly classOptions = computed(() =>
    FIELD_CLASSES.map((code) => ({
      code,
      label: capitalised(this.language.localize(FIELD_CLASS_CONTENTS[code])),
    })),
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
      untracked(() => void this.loadProof());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.again));
  }

  protected async order(event: Event): Promise<void> {
    const typed = this.form.typed();
    const leaveOut = { classes: FIELD_CLASSES.filter((it) => typed.classes.includes(it)), fields: [] };
    const done = await this.form.sendTyped(
      event,
      ({ idempotencyKey }) =>
        this.client.orderBundle(this.missionId(), { reason: typed.reason.trim(), leaveOut }, idempotencyKey),
      { about: this.missionId() },
    );
    if (!done) return;
    this.form.type({ reason: '' });
    await this.loadProof();
  }

  private async loadProof(): Promise<void> {
    const answer = await this.client.bundles(this.missionId());
    if (answer.ok) this.bundles.set(answer.value.items);
    this.follow();
  }

  /** Those on the way are looked at again. */
  private follow(): void {
    clearTimeout(this.again);
    if (this.bundles().some(isOnTheWay))
      this.again = setTimeout(() => void this.pollBundles(), POLL_EVERY_MS);
  }

  private async pollBundles(): Promise<void> {
    for (const { id } of this.bundles().filter(isOnTheWay)) {
      const answer = await this.client.bundle(this.missionId(), id);
      if (answer.ok) this.bundles.update((all) => all.map((old) => (old.id === id ? answer.value : old)));
    }
    this.follow();
  }
}
