import type { OpensDefinition, OutcomeDefinition, SafeguardDefinition } from '../documents/document';
import type { Translation } from '../translation/translation';
import { listOfBasis, type OutcomeYaml, type ProtocolYaml, type SafeguardYaml } from '../yaml/yaml-shapes';
import type { Path } from '../yaml/yaml-source';

/** Outcomes in order. Several lines may have one id: its title is that of the first, and so is its note where they have none. */
export function readOutcomes(
  lines: readonly OutcomeYaml[],
  words: Translation,
): readonly OutcomeDefinition[] {
  const first = new Map<string, Pick<OutcomeDefinition, 'title' | 'note'>>();
  return lines.map(({ title, note, otherwise, rests, ...rest }, index) => {
    const key: Path = ['outcomes', rest.id];
    const before = first.get(rest.id);
    const noteKey = before === undefined ? 'note' : `note ${index + 1}`;
    const said = {
      title:
        before?.title ??
        words.text(title ?? { fr: rest.id, en: rest.id }, ['outcomes', index, 'title'], [...key, 'title']),
      ...(note === undefined
        ? before?.note && { note: before.note }
        : { note: words.text(note, ['outcomes', index, 'note'], [...key, noteKey]) }),
    };
    if (before === undefined) first.set(rest.id, said);
    return {
      ...rest,
      ...said,
      otherwise: otherwise ?? false,
      ...(rests && { rests: { ...rests, keeps: rests.keeps ?? 'nothing' } }),
    };
  });
}

export function readOpens(lines: ProtocolYaml['opens']): readonly OpensDefinition[] {
  return (lines ?? []).map((line) => ({
    ...line,
    again: line.again ?? false,
    basis: listOfBasis(line.basis),
  }));
}

export function readSafeguards(
  lines: readonly SafeguardYaml[],
  words: Translation,
  at: Path = ['safeguards'],
): readonly SafeguardDefinition[] {
  return lines.map(({ title, basis, ...rest }, index) => ({
    ...rest,
    ...(title !== undefined && {
      title: words.text(title, [...at, index, 'title'], ['safeguards', rest.id, 'title']),
    }),
    basis: listOfBasis(basis),
  }));
}
