import type { DeadlineDefinition, StepDefinition } from '../documents/document';
import type { Translation } from '../translation/translation';
import { type DueYaml, listOfBasis, type StepYaml } from '../yaml/yaml-shapes';
import type { Path } from '../yaml/yaml-source';

/**
 * A step with its defaults and both languages. `at` is its place in the file, `key` that of its English, `code` the
 * protocol's printed code.
 */
export function readStep(
  yaml: StepYaml,
  at: Path,
  code: string,
  words: Translation,
  key: Path = ['steps', yaml.id],
): StepDefinition {
  const { title, guidance, tooLate, approvedBy, due, repeatable, waivable, requires, flags, basis, ...rest } =
    yaml;
  return {
    ...rest,
    code: yaml.code ?? code,
    title: words.text(title, [...at, 'title'], [...key, 'title']),
    ...(guidance !== undefined && {
      guidance: words.text(guidance, [...at, 'guidance'], [...key, 'guidance']),
    }),
    ...(tooLate !== undefined && {
      tooLate: words.text(tooLate, [...at, 'tooLate'], [...key, 'tooLate']),
    }),
    after: yaml.after ?? [],
    fields: yaml.fields ?? [],
    required: yaml.required ?? [],
    reasons: yaml.reasons ?? {},
    evidence: yaml.evidence ?? [],
    protective: yaml.protective ?? false,
    ...readRules({ approvedBy, due, repeatable, waivable }),
    requires: (requires ?? []).map((line, index) => ({
      ...line,
      because: words.text(line.because, [...at, 'requires', index, 'because'], [...key, 'requires', index]),
      basis: listOfBasis(line.basis),
    })),
    flags: (flags ?? []).map((line, index) => ({
      ...line,
      because: words.text(line.because, [...at, 'flags', index, 'because'], [...key, 'flags', index]),
      basis: listOfBasis(line.basis),
    })),
    basis: listOfBasis(basis),
  };
}

type Rules = Pick<StepYaml, 'approvedBy' | 'due' | 'repeatable' | 'waivable'>;
type ReadRules = Pick<StepDefinition, 'approvedBy' | 'due' | 'repeatable' | 'waivable' | 'waiverReasons'>;

/** The rules that a step writes in short. */
export function readRules({ approvedBy, due, repeatable, waivable }: Rules): ReadRules {
  return {
    ...(approvedBy && {
      approvedBy: {
        role: approvedBy.role,
        ...(approvedBy.when !== undefined && { when: approvedBy.when }),
        ...(approvedBy.effect && {
          effect: approvedBy.effect === 'before' ? ('before' as const) : ('at-once' as const),
        }),
      },
    }),
    ...(due && { due: readDue(due) }),
    repeatable:
      typeof repeatable === 'object' ? repeatable : repeatable === true ? { newFacts: false } : false,
    waivable:
      typeof waivable !== 'object' ? 'never' : waivable.with === 'approval' ? 'with-approval' : 'with-reason',
    ...(typeof waivable === 'object' && { waiverReasons: waivable.reasons }),
  };
}

function readDue({ every, ...due }: DueYaml): DeadlineDefinition {
  return {
    ...due,
    owner: due.owner ?? 'ours',
    late: due.late ?? [],
    ...(every !== undefined && { every: typeof every === 'string' ? [{ is: every }] : every }),
    basis: listOfBasis(due.basis),
  };
}
