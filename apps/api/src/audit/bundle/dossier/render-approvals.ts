import type { Words } from '@repere/cases';
import { stepTitle } from '../../../cases/words/entry-title';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Part, table, text } from './dossier-document';
import { moment } from '../../../platform/answers/show-moment';
import { type Language, numberOf, type DossierCase } from './dossier-case';
import type { TimelineEntryDto } from '../../../cases/page/case-file.dto';

/** Decisions that a second person agreed to or sent back, in their order. */
export function renderApprovals(
  { file, leafOf }: DossierCase,
  timeline: readonly TimelineEntryDto[],
  language: Language,
): Part {
  const { zone } = file.territory;
  const byId = new Map(timeline.map((it) => [it.entryId, it]));
  const rows = file.journal.flatMap((entry) => {
    if (entry.kind !== 'entry-approved' && entry.kind !== 'entry-returned') return [];
    const [decided, answered] = [byId.get(entry.entryId), byId.get(entry.id)];
    if (!decided || !answered) return [];
    const word = entry.kind === 'entry-approved' ? W.approved : W.returned;
    return [
      [
        numberOf(leafOf, decided.entryId),
        stepTitle(file, entry.runId, entry.step)[language],
        `${decided.by}, ${moment(decided.recordedAt, zone, language)}`,
        `${word[language]}, ${answered.by}, ${moment(answered.recordedAt, zone, language)}`,
      ],
    ];
  });
  const columns = [W.number, W.decision, W.entered, W.answer].map((words: Words) => words[language]);
  return {
    title: W.approvals[language],
    blocks: rows.length > 0 ? [table(columns, rows)] : [text(W.noApproval[language])],
  };
}
