import type { WhatIf } from '@repere/contract';
import { stepStatus, type StepStatus } from '@repere/ui/status';
import { everyOf } from '../../platform/every-of';

type TriedStep = WhatIf['steps'][number];

/** A step that would be otherwise on screen. `before` null: its protocol isn't engaged yet. */
export interface StepEffectView extends TriedStep {
  readonly was: StepStatus | null;
  readonly is: StepStatus;
}

/** Steps of one protocol. */
export interface ProtocolEffectsView {
  readonly runId: string;
  readonly title: TriedStep['protocolTitle'];
  readonly isNew: boolean;
  /** To do first, then what isn't possible yet, then what no longer applies. */
  readonly steps: readonly StepEffectView[];
}

const ORDER = everyOf<StepStatus>()(['to-do', 'started', 'not-yet', 'not-applicable', 'done']);

/**
 * What would be otherwise, by protocol: only steps whose word on screen changes. Of a protocol that would open, steps that
 * don't apply say nothing.
 */
export function effectViews({ steps }: Pick<WhatIf, 'steps'>): readonly ProtocolEffectsView[] {
  const told = new Map<
    string,
    { title: TriedStep['protocolTitle']; isNew: boolean; steps: StepEffectView[] }
  >();
  for (const step of steps) {
    const was = step.before && stepStatus(step.before, false);
    const is = stepStatus(step.after ?? 'not-applicable', false);
    if (was === is || (was === null && is === 'not-applicable')) continue;
    const protocol = told.get(step.runId) ?? { title: step.protocolTitle, isNew: was === null, steps: [] };
    protocol.steps.push({ ...step, was, is });
    told.set(step.runId, protocol);
  }
  return [...told].map(([runId, protocol]) => ({
    ...protocol,
    runId,
    steps: protocol.steps.toSorted((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is)),
  }));
}
