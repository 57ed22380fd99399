import { text } from '@repere/feel';
import { type CheckFinding, toProblem } from '../check/checking';
import { proposeName } from '../check/propose-name';
import type { Problem, SharedDocument } from '../documents/document';
import { typeOf } from '../fact-types/of-fact';
import { checkStructure } from '../yaml/check-structure';
import { readYaml } from '../yaml/yaml-source';

/**
 * In which list of the case it is noted that nobody meets a need, and in which codes: those of the directory stand on the left, those
 * of the list on the right. It stands beside the versions, since a service that says no changes no rule.
 */
export interface UnmetNeedsList {
  /** The list of the case, by its name. */
  readonly list: string;
  /** Its columns: what is missing, why, since which day. */
  readonly need: string;
  readonly reason: string;
  readonly since: string;
  readonly needs: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Turns `unmet-needs.yaml` into where a gap is noted; a list, a column or a code that there is not is an error. Never throws. */
export function loadUnmetNeeds(
  content: string,
  file: string,
  { facts }: Pick<SharedDocument, 'facts'>,
): { readonly unmetNeeds?: UnmetNeedsList; readonly problems: readonly Problem[] } {
  const source = readYaml(content, file);
  const faults = checkStructure(source, 'unmet-needs');
  if (faults.length > 0) return { problems: faults };
  const { language: _language, ...said } = source.value as UnmetNeedsList & { readonly language: 1 };
  const findings = [...checkList(said, facts)];
  return findings.length > 0
    ? { problems: findings.map((finding) => toProblem(source, finding)) }
    : { unmetNeeds: said, problems: [] };
}

function* checkList(said: UnmetNeedsList, facts: SharedDocument['facts']): Iterable<CheckFinding> {
  const columns = facts[said.list]?.row;
  if (!columns) {
    yield unknownName('list', said.list, Object.keys(facts));
    return;
  }
  const since = columns[said.since];
  if (!since || !typeOf(since).isMoment) yield unknownName('since', said.since, Object.keys(columns));
  for (const [column, codes] of [
    ['need', said.needs],
    ['reason', said.reasons],
  ] as const) {
    const values = columns[said[column]]?.values?.map(({ code }) => code);
    if (!values) yield unknownName(column, said[column], Object.keys(columns));
    else
      for (const [code, written] of Object.entries(codes))
        if (!values.includes(written)) yield unknownCode([`${column}s`, code], written, values);
  }
}

const unknownName = (at: string, name: string, known: readonly string[]): CheckFinding => ({
  code: 'unknown-fact',
  at: [at],
  message: text(
    `\`${name}\` n’est ni une liste du dossier, ni une colonne de cette sorte.`,
    `\`${name}\` is no list of the case, and no column of this kind.`,
  ),
  remedy: proposeName(name, known),
});

const unknownCode = (at: readonly string[], code: string, known: readonly string[]): CheckFinding => ({
  code: 'unknown-value',
  at: [...at],
  message: text(
    `\`${code}\` n’est aucune réponse de cette colonne.`,
    `\`${code}\` is no answer of this column.`,
  ),
  remedy: proposeName(code, known),
});
