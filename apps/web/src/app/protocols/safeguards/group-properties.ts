import type { ProofFinding, PropertyKind, Verdict } from '@repere/protocol';
import { everyOf } from '../../platform/every-of';

/** What every protocol keeps without writing it, in the order of the page. */
const UNWRITTEN: readonly PropertyKind[] = [
  'two-persons',
  'can-happen',
  'can-be-reached',
  'can-end',
  'no-dead-condition',
];
const FROM_WORST = everyOf<Verdict>()(['broken', 'bounded', 'proven']);

export interface PropertyGroup {
  readonly kind: PropertyKind;
  readonly all: number;
  readonly proven: number;
  readonly worst: Verdict;
  /** Those that aren't proven, the worst first. */
  readonly open: readonly ProofFinding[];
}

/** The unwritten properties, each kind with how many are proven and those that are not. */
export function groupProperties(findings: readonly ProofFinding[]): readonly PropertyGroup[] {
  return UNWRITTEN.flatMap((kind) => {
    const all = findings.filter((it) => it.kind === kind);
    const worst = FROM_WORST.find((verdict) => all.some((it) => it.verdict === verdict));
    if (worst === undefined) return [];
    const open = FROM_WORST.filter((verdict) => verdict !== 'proven').flatMap((verdict) =>
      all.filter((it) => it.verdict === verdict),
    );
    return [{ kind, all: all.length, proven: all.length - open.length, worst, open }];
  });
}
