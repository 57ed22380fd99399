import type { Mission } from '@repere/contract';
import { drawSample, frameHash } from '@repere/audit';

type Sha256 = (data: Uint8Array) => Uint8Array;

/** Whether the cases of a random sample come out again, in their order, from its seed and its frame. Nothing else is believed. */
export function drawsTheSame({ sampling, cases, plan }: Mission, sha256: Sha256): boolean {
  if (!sampling || sampling.seed === null) return false;
  const { seed, frame } = sampling;
  const drawn = drawSample(frame, { seed, size: plan.size ?? 0, sha256 });
  return (
    frameHash(frame, sha256) === sampling.frameHash &&
    // Cases that were erased since are not on the page any more.
    cases.every(({ alias, place }) => drawn[place - 1]?.id === alias)
  );
}
