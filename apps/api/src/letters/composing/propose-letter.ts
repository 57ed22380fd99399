import type { FieldClass, LetterPart, LetterTemplate } from '@repere/protocol';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { TimelineEntryDto } from '../../cases/page/case-file.dto';
import { actLines, noteLines } from './act-lines';
import { childLinesOfLetter } from './child-lines-of-letter';
import { factLines } from './fact-lines';
import { type LetterLine, NOT_KNOWN, titled } from './letter-line';

export interface ProposedPart {
  readonly part: LetterPart;
  /** What stands there at first. */
  readonly text: string;
}

export interface ProposedLetter {
  readonly parts: readonly ProposedPart[];
  /** What is known besides and stands in no part, until somebody chooses it. */
  readonly leftOut: readonly LetterLine[];
}

/**
 * A letter as it is first seen. Only what a part asks for, of a class that it may propose and in no words of somebody's own, stands
 * there by itself (G15, G16, F38); what it asks for and nobody recorded is named. `timeline`: as the reader sees it.
 */
export function proposeLetter(
  file: LoadedCase,
  { parts }: LetterTemplate,
  redacted: ReadonlySet<FieldClass>,
  { now, timeline }: { readonly now: number; readonly timeline: readonly TimelineEntryDto[] },
): ProposedLetter {
  const child = childLinesOfLetter(file, redacted, now);
  const facts = factLines(file, redacted);
  const acts = actLines(file, redacted);
  const used = new Set<string>();
  const take = (line: LetterLine): string => {
    used.add(line.id);
    return line.text;
  };
  const proposed = (part: LetterPart): readonly string[] => {
    const open = (line: LetterLine): boolean => line.isCoded && part.classes.includes(line.fieldClass);
    switch (part.from) {
      case 'child':
        return child.filter(open).map(take);
      case 'acts':
        return acts.filter(open).map(take);
      case 'facts':
      case 'words':
        return part.asks.map((fact) => askedLine(file, facts.filter(open), fact, take));
    }
  };
  const written = parts.map((part) => ({
    part,
    text: [part.text.trim(), ...proposed(part)].filter(Boolean).join('\n'),
  }));
  const all = [...child, ...facts, ...acts, ...noteLines(file, timeline)];
  return { parts: written, leftOut: all.filter(({ id }) => !used.has(id)) };
}

/** What is known of a fact that is asked for. What is recorded and may not stand here is not said to be unknown. */
function askedLine(
  file: LoadedCase,
  facts: readonly LetterLine[],
  fact: string,
  take: (line: LetterLine) => string,
): string {
  const line = facts.find((it) => it.fact === fact);
  if (line) return take(line);
  const isRecorded = file.view.facts.some((it) => it.fact === fact && it.runId === null);
  const title = file.findFact(null, fact)?.title.fr ?? fact;
  return titled(title, isRecorded ? 'noté au dossier, non repris ici' : NOT_KNOWN);
}
