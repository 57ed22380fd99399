import { nonAnswerIn } from './convert-value';
import type { FactDefinition } from '../documents/document';
import { formatDate, formatMonths, text, type Text } from '@repere/feel';
import type { FactValue } from './fact-value';

const NON_ANSWERS: Readonly<Record<string, Text>> = {
  unknown: text('ne sait pas', 'not known'),
  'not-asked': text('pas demandé', 'not asked'),
  refused: text('ne veut pas répondre', 'does not want to answer'),
};
const YES_NO: Readonly<Record<string, Text>> = { yes: text('oui', 'yes'), no: text('non', 'no') };

/** `titre : valeur`, in the words of the protocol. */
export function sayAnswer(definition: FactDefinition, value: FactValue): Text {
  const { title } = definition;
  const said = sayValue(definition, value);
  return text(`${title.fr} : ${said.fr}`, `${title.en}: ${said.en}`);
}

function sayValue(definition: FactDefinition, value: FactValue): Text {
  const none = nonAnswerIn(value);
  if (none) return NON_ANSWERS[none] ?? text(none, none);
  const label = (code: string): Text =>
    definition.values?.find((it) => it.code === code)?.label ?? YES_NO[code] ?? text(code, code);
  if (typeof value === 'number') {
    return definition.type === 'months' ? formatMonths(value) : text(String(value), String(value));
  }
  if (typeof value === 'string') {
    if (definition.type === 'date') return text(formatDate(value, 'fr'), formatDate(value, 'en'));
    return label(value);
  }
  if (Array.isArray(value)) return joined((value as readonly string[]).map(label));
  return sayChecklist(definition, value as Readonly<Record<string, FactValue>>);
}

/** Items with the same answer together, and "everything else" where one answer has the most. */
function sayChecklist({ items = [] }: FactDefinition, answers: Readonly<Record<string, FactValue>>): Text {
  const groups = new Map<string, { said: Text; labels: Text[] }>();
  for (const { id, label } of items) {
    const answer = answers[id];
    if (answer === undefined) continue;
    const said =
      (typeof answer === 'string' ? YES_NO[answer] : NON_ANSWERS[nonAnswerIn(answer) ?? '']) ?? label;
    const group = groups.get(said.fr) ?? { said, labels: [] };
    group.labels.push(label);
    groups.set(said.fr, group);
  }
  const sorted = [...groups.values()].sort((a, b) => a.labels.length - b.labels.length);
  return joined(
    sorted.map(({ said, labels }) => {
      const isRest = labels.length > 3;
      const of = isRest
        ? sorted.length === 1
          ? text('tout', 'all')
          : text('tout le reste', 'all the rest')
        : joined(labels);
      return text(`${of.fr} : ${said.fr}`, `${of.en}: ${said.en}`);
    }),
  );
}

export function joined(parts: readonly Text[]): Text {
  return text(parts.map(({ fr }) => fr).join(', '), parts.map(({ en }) => en).join(', '));
}
