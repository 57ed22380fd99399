import type { ProtocolDocument } from './document';
import type { OverlayDocument } from './load-overlay';
import { mapValues } from './map-values';

/**
 * The protocol as a territory runs it: what the overlay adds comes last, what it tightens is the tool's own (TOOL), since no
 * law or report asked for that number. The version says so: `1.0.0+93`. Only for overlays that `checkOverlay` found sound.
 */
export function applyOverlay(document: ProtocolDocument, overlay: OverlayDocument): ProtocolDocument {
  return {
    ...document,
    version: `${document.version}+${overlay.territory}`,
    limits: mapValues(document.limits, (limit, id) => {
      const value = Object.hasOwn(overlay.limits, id) ? overlay.limits[id] : undefined;
      return value === undefined ? limit : { ...limit, value, origin: 'TOOL' };
    }),
    steps: [
      ...document.steps.map((step) => {
        const due = Object.hasOwn(overlay.due, step.id) ? overlay.due[step.id] : undefined;
        return due && step.due
          ? { ...step, due: { ...step.due, within: due.within, origin: 'TOOL' as const } }
          : step;
      }),
      ...overlay.steps,
    ],
    safeguards: [...document.safeguards, ...overlay.safeguards],
  };
}
