import { Component, computed, inject, input } from '@angular/core';
import type { ReadableProtocol } from '@repere/contract';
import { describeStep, type StepDefinition } from '@repere/protocol';
import { territoryName } from '@repere/territories';
import { Language } from '@repere/ui';
import { OriginTag } from '@repere/ui/origin';
import { guidanceLines } from './guidance-lines';
import { SourceNotes } from './source-notes';
import { ExactConditions } from './exact-conditions';
import { stepMarks } from './step-marks';

/** One step as the protocol has it: what, who, when, why, what is asked and refused, who approves, on what ground. */
@Component({
  selector: 'app-protocol-step',
  imports: [ExactConditions, OriginTag, SourceNotes],
  templateUrl: './protocol-step.html',
  styleUrl: './protocol-step.scss',
})
export class ProtocolStep {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly protocol = input.required<ReadableProtocol>();
  readonly step = input.required<StepDefinition>();
  readonly showsGrounds = input(false);

  protected readonly described = computed(() => {
    const { document, shared } = this.protocol();
    return describeStep(document, shared, this.step());
  });
  protected readonly marks = computed(() => stepMarks(this.step()));
  protected readonly guidance = computed(() => {
    const { guidance } = this.step();
    return guidance ? guidanceLines(this.localize(guidance)) : [];
  });
  protected readonly asks = computed(() =>
    this.described()
      .asks.map((words) => this.localize(words))
      .join(' · '),
  );
  protected readonly evidence = computed(() =>
    this.step()
      .evidence.map((kind) => {
        const words = this.protocol().shared.evidence[kind];
        return words ? this.localize(words) : kind;
      })
      .join(' · '),
  );
  /** Whose own rule the step, its deadline or its second person is. */
  protected readonly locals = computed(() => {
    const { overlay, due, approvedBy } = this.step();
    const lines = { rule: overlay, deadline: due?.overlay, second: approvedBy?.overlay };
    return Object.entries(lines).flatMap(([what, code]) =>
      code === undefined ? [] : [this.t(`protocols.local.${what}`, { place: territoryName(code) })],
    );
  });
  /** All that the step rests on: itself, its deadline, what it refuses and flags. */
  protected readonly basis = computed(() => {
    const { basis, due, requires, flags } = this.step();
    return [...new Set([basis, due?.basis ?? [], ...[...requires, ...flags].map((it) => it.basis)].flat())];
  });
}
