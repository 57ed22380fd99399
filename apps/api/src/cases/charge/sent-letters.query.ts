/** That a letter left, as the line of its case has it; moments in ISO 8601. No words of it, nor to whom. */
export interface SentLetterRow {
  /** Name of its kind. */
  readonly template: string;
  /** The step that it was written for; `null`: for none, as letters of the list of letters are. */
  readonly runId: string | null;
  readonly step: string | null;
  readonly sentAt: string;
  readonly recordedAt: string;
}

/** SQL: letters of the case `c` that left, as far as the reader sees them: with the case they cost no statement of their own. */
export const SENT_LETTERS = `coalesce((
  SELECT json_agg(json_build_object('template', l.template, 'runId', l.run_id, 'step', l.step, 'sentAt', s.sent_at, 'recordedAt', s.at))
    FROM letter_sending s JOIN letter l ON l.id = s.letter_id WHERE s.case_file_id = c.id), '[]')`;
