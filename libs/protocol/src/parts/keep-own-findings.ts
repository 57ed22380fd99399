import { findingsOfPart } from './check-parts';
import type { Checking, CheckFinding } from '../check/checking';
import type { PartDefinition, Parts } from './load-parts';
import { beforeUse } from './use-part';

/**
 * Findings of a protocol as its own file has to say them: what is wrong inside a part stands in parts.yaml, once, and an
 * expression that was joined with the part's is counted from its own first character.
 */
export function keepOwnFindings(
  findings: readonly CheckFinding[],
  checking: Checking,
  parts: Parts,
): readonly CheckFinding[] {
  const known = new Map<string, ReadonlySet<string>>();
  return findings.flatMap((finding) => {
    const [root, index] = finding.at;
    const step = root === 'steps' && typeof index === 'number' ? checking.document.steps[index] : undefined;
    const part = step?.part === undefined ? undefined : parts[step.part];
    if (!step || !part) return [finding];
    const id = step.part ?? step.id;
    const ofPart = known.get(id) ?? new Set(findingsOfPart(id, part, checking).map((it) => spell(it, id)));
    known.set(id, ofPart);
    return ofPart.has(spell(finding, id, step.id)) ? [] : fromItsStart(finding, part, checking);
  });
}

/** What a finding says wherever the part is used: without the number of the step, its id that of the part. */
function spell({ code, at, message }: CheckFinding, part: string, id = part): string {
  return [code, ...at.slice(2), message.en.replaceAll(`\`${id}\``, `\`${part}\``)].join(' ');
}

function fromItsStart(
  finding: CheckFinding,
  part: PartDefinition,
  { writtenAt }: Checking,
): readonly CheckFinding[] {
  const key = finding.at[2];
  if (finding.offset === undefined) return [finding];
  if (writtenAt(finding.at) === undefined) return [];
  if (key !== 'when' && key !== 'unless' && key !== 'ready') return [finding];
  const offset = finding.offset - beforeUse(part[key], key === 'unless' ? 'or' : 'and').length;
  return offset < 0 ? [] : [{ ...finding, offset }];
}
