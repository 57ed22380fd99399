import type { StepDefinition } from '../documents/document';
import type { PartDefinition } from './load-parts';
import { readRules } from '../load/read-step';
import { listOfBasis, type PartUseYaml } from '../yaml/yaml-shapes';

/**
 * A part at its place in a protocol, an ordinary step from here on. Its conditions are narrowed, never widened: `when` and
 * `ready` are joined by `and`, `unless` by `or`; grounds and evidence are added to the part's; period, second person,
 * repetition and waiver are the use's where it gives them.
 */
export function usePart(use: PartUseYaml, part: PartDefinition, code: string): StepDefinition {
  const { waiverReasons, ...kept } = part;
  const rules = readRules(use);
  const waiver = use.waivable === undefined ? { waivable: part.waivable, waiverReasons } : rules;
  const when = joined(part.when, 'and', use.when);
  const unless = joined(part.unless, 'or', use.unless);
  const ready = joined(part.ready, 'and', use.ready);
  const due = rules.due ?? part.due;
  const approvedBy = rules.approvedBy ?? part.approvedBy;
  const opensAt = use.opensAt ?? part.opensAt;
  return {
    ...kept,
    id: use.id ?? use.part,
    part: use.part,
    code: use.code ?? code,
    after: use.after ?? [],
    ...(when !== undefined && { when }),
    ...(unless !== undefined && { unless }),
    ...(ready !== undefined && { ready }),
    ...(opensAt && { opensAt }),
    ...(due && { due }),
    ...(approvedBy && { approvedBy }),
    repeatable: use.repeatable === undefined ? part.repeatable : rules.repeatable,
    waivable: waiver.waivable,
    ...(waiver.waiverReasons !== undefined && { waiverReasons: waiver.waiverReasons }),
    evidence: added(part.evidence, use.evidence ?? []),
    basis: added(part.basis, listOfBasis(use.basis)),
  };
}

/** What stands before the use's own words in a joined condition, for places of what is wrong in them. */
export function beforeUse(of: string | undefined, word: 'and' | 'or'): string {
  return of === undefined ? '' : `(${of}) ${word} (`;
}

function joined(of: string | undefined, word: 'and' | 'or', own: string | undefined): string | undefined {
  if (of === undefined || own === undefined) return of ?? own;
  return `${beforeUse(of, word)}${own})`;
}

function added(list: readonly string[], more: readonly string[]): readonly string[] {
  return [...list, ...more.filter((one) => !list.includes(one))];
}
