import type { ProtocolDocument, StepDefinition } from '../documents/document';
import type { OverlayDocument } from './load-overlay';
import { mapValues } from '../yaml/map-values';

/**
 * The protocol as a territory runs it: what the overlay adds comes last, what it tightens is the tool's own (TOOL), since no
 * law or report asked for that number. The version says so, `1.0.0+93`, and every local rule says whose it is. Only for
 * overlays that `checkOverlay` found sound.
 */
export function applyOverlay(document: ProtocolDocument, overlay: OverlayDocument): ProtocolDocument {
  const { territory } = overlay;
  return {
    ...document,
    version: `${document.version}+${territory}${overlay.number === 1 ? '' : `.${overlay.number}`}`,
    limits: mapValues(document.limits, (limit, id) => {
      const value = own(overlay.limits, id);
      return value === undefined ? limit : { ...limit, value, origin: 'TOOL', tightenedBy: territory };
    }),
    steps: [
      ...document.steps.map((step) => tightened(step, overlay)),
      ...overlay.steps.map((step) => ({ ...step, overlay: territory })),
    ],
    safeguards: [
      ...document.safeguards,
      ...overlay.safeguards.map((safeguard) => ({ ...safeguard, overlay: territory })),
    ],
  };
}

function tightened(step: StepDefinition, overlay: OverlayDocument): StepDefinition {
  const { territory } = overlay;
  const due = own(overlay.due, step.id);
  const approval = own(overlay.approvals, step.id);
  // A local second person sees it afterwards: no territory makes a step wait that waits nowhere else.
  const effect = step.approvedBy ? step.approvedBy.effect : ('at-once' as const);
  return {
    ...step,
    ...(due && step.due && { due: { ...step.due, within: due.within, origin: 'TOOL', overlay: territory } }),
    ...(approval && { approvedBy: { role: approval.role, ...(effect && { effect }), overlay: territory } }),
  };
}

function own<T>(map: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(map, id) ? map[id] : undefined;
}
