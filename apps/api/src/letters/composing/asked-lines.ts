import type { LetterPart } from '@repere/protocol';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { type LetterLine, NOT_KNOWN, NOT_REPEATED, titled } from './letter-line';

/**
 * What is known of the facts that a part asks for, among `facts` that may stand there. What nobody recorded is named, unless it is to be
 * said where it is known alone. What is recorded and may not stand there is not said to be unknown. Of a sheet of which items are asked
 * for, those that are ticked: the sheet itself stays to be chosen.
 */
export function askedLines(
  file: LoadedCase,
  part: Pick<LetterPart, 'asks' | 'ifKnown'>,
  facts: readonly LetterLine[],
  take: (line: LetterLine) => string,
): readonly string[] {
  const asks = [...part.asks, ...part.ifKnown];
  const sheets = new Set<string>();
  return asks.flatMap((asked): readonly string[] => {
    const [head = asked, item] = asked.split('.');
    const isNamed = part.asks.includes(asked);
    if (item === undefined || !file.findFact(null, head)) {
      const known = facts.filter(({ fact }) => fact === asked);
      return known.length > 0 || !isNamed ? known.map(take) : unknownLine(file, asked);
    }
    if (sheets.has(head)) return [];
    sheets.add(head);
    const sheet = facts.find(({ fact }) => fact === head)?.sheet;
    if (!sheet) return isNamed ? unknownLine(file, head) : [];
    const seen = asks.flatMap((it) =>
      it.startsWith(`${head}.`) ? (sheet.labels.get(it.slice(head.length + 1)) ?? []) : [],
    );
    return seen.length === 0 ? [] : [titled(sheet.title, seen.join(' ; ')) + sheet.since];
  });
}

/** Named as the run calls it, or, where none was opened, as the protocol in force does. */
function unknownLine(file: LoadedCase, asked: string): readonly string[] {
  const [head = asked, ofRun] = asked.split('.');
  const fact = ofRun ?? asked;
  const run = file.view.runs.find(({ protocol }) => ofRun !== undefined && protocol === head);
  const runId = run?.runId ?? null;
  const definition =
    ofRun === undefined || run ? file.findFact(runId, fact) : file.documentInForce(head)?.facts[fact];
  if (!definition) return [];
  const isRecorded = file.view.facts.some((it) => it.fact === fact && it.runId === runId);
  return [titled(definition.title.fr, isRecorded ? NOT_REPEATED : NOT_KNOWN)];
}
