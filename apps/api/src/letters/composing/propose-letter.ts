import { type FieldClass, JOURNEY_PARTS, type LetterPart, type LetterTemplate } from '@repere/protocol';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { TimelineEntryDto } from '../../cases/page/case-file.dto';
import type { ReferralOfLetter } from '../referral-of-letter.service';
import { actLines, noteLines, saidLines } from './act-lines';
import { asksForChild, childLinesOfLetter } from './child-lines-of-letter';
import { factLines } from './fact-lines';
import { askedLines } from './asked-lines';
import type { JourneyLines } from './journey-lines';
import { type LetterLine, quoted, titled } from './letter-line';
import { milestoneLines } from './milestone-lines';
import { partFor, partForJourney } from './part-for';

/** Acts that stand there by themselves, the newest: a letter has two pages. Those before are left out, and chosen one by one. */
const MOST_ACTS = 15;

export interface ProposedPart {
  readonly part: LetterPart;
  /** What stands there at first. */
  readonly text: string;
}

export interface ProposedLetter {
  readonly parts: readonly ProposedPart[];
  /** What is known besides and stands in no part, until somebody chooses it. */
  readonly leftOut: readonly LeftOutLine[];
}

export interface LeftOutLine extends LetterLine {
  /** The part to which it goes when it is chosen. */
  readonly part: string;
}

interface ProposedFrom {
  readonly now: number;
  /** As the reader sees it. */
  readonly timeline: readonly TimelineEntryDto[];
  readonly referral: Omit<ReferralOfLetter, 'id' | 'toWhom' | 'classes'> | null;
  /** The next journey of the calendar; `null`: the letter asks for none. */
  readonly journey: JourneyLines | null;
  /** Who the child can turn to, of a letter that is their own. */
  readonly ours: readonly LetterLine[];
}

/**
 * A letter as it is first seen. Only what a part asks for, of a class that it may propose and in no words of somebody's own, stands
 * there by itself (G15, G16, F38); what it asks for and nobody recorded is named.
 */
export function proposeLetter(
  file: LoadedCase,
  { language, parts, acts: listed }: LetterTemplate,
  redacted: ReadonlySet<FieldClass>,
  { now, timeline, referral, journey, ours }: ProposedFrom,
): ProposedLetter {
  const told = (lines: readonly LetterLine[]): readonly LetterLine[] =>
    lines.filter((line) => !referral?.sent || isSent(line, referral.sent));
  const child = told(childLinesOfLetter(file, redacted, now));
  const facts = told(factLines(file, redacted));
  const acts = told(actLines(file, redacted, listed));
  const said = told(saidLines(file, timeline));
  const notes = told(noteLines(file, timeline));
  const reached = (part: LetterPart) => milestoneLines(file, part, redacted, language);
  const used = new Set<string>();
  const take = (line: LetterLine): string => {
    used.add(line.id);
    return line.text;
  };
  const proposed = (part: LetterPart): readonly string[] => {
    const open = (line: LetterLine): boolean => line.isOpen && part.classes.includes(line.fieldClass);
    switch (part.from) {
      case 'child':
        return child
          .filter(open)
          .filter((it) => asksForChild(part, it))
          .map(take);
      case 'acts':
        return acts.filter(open).slice(-MOST_ACTS).map(take);
      case 'request':
        return referral ? [referral.what] : [];
      case 'view':
        return referral?.childView ? [viewOf(referral.childView)] : [];
      case 'told':
        return referral ? toldLines(referral) : [];
      case 'said':
        return [];
      case 'journey':
        return JOURNEY_PARTS.filter((it) => part.asks.includes(it)).flatMap((it) => {
          const { lines, named } = journey?.[it] ?? { lines: [], named: [] };
          return [...lines.filter(open).map(take), ...named];
        });
      case 'milestones':
        return reached(part)
          .filter(({ isOpen }) => isOpen)
          .map(take);
      case 'facts':
      case 'words':
        return askedLines(file, part, facts.filter(open), take);
    }
  };
  const written = parts.map((part) => ({
    part,
    text: [part.text.trim(), ...proposed(part)].filter(Boolean).join('\n'),
  }));
  const leftOut = (part: string, lines: readonly LetterLine[]): readonly LeftOutLine[] =>
    lines.filter(({ id }) => !used.has(id)).map((line) => ({ ...line, part }));
  return {
    parts: written,
    // The child's words first: they are read before anything else is.
    leftOut: [
      ...leftOut(parts.at(-1)?.id ?? '', ours),
      ...leftOut(partFor(parts, 'said'), said),
      ...parts.flatMap((it) => leftOut(it.id, reached(it))),
      // That something is not known is said where it is asked for, and is nothing to choose.
      ...leftOut(partFor(parts, 'child'), child).filter(({ isUnknown }) => !isUnknown),
      ...JOURNEY_PARTS.flatMap((it) => leftOut(partForJourney(parts, it), journey?.[it].lines ?? [])),
      ...leftOut(partFor(parts, 'facts'), facts),
      ...leftOut(partFor(parts, 'acts'), acts),
      ...leftOut(partFor(parts, 'notes'), notes),
    ],
  };
}

/** As the register has it. Why somebody was not told stays ours: who gets the letter reads it nowhere else either. */
const toldLines = ({ child, parents }: Pick<ReferralOfLetter, 'child' | 'parents'>): readonly string[] => [
  titled('L’enfant le sait', child.told === 'yes' ? 'oui' : 'non'),
  titled('Ses parents le savent', parents.told === 'yes' ? 'oui' : 'non ; ne les appelez pas'),
];

/** What was sent, or that something is not known. */
const isSent = ({ id, of = id, isUnknown }: LetterLine, sent: ReadonlySet<string>): boolean =>
  isUnknown === true || sent.has(of);

const viewOf = (view: NonNullable<ReferralOfLetter['childView']>): string =>
  'said' in view ? quoted(view.said) : titled('Pas demandé', view.whyNot);
