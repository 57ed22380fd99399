import type { DraftState, ProtocolFiles, Words } from '@repere/cases';
import { sha256 } from '../hash-of';

/** A draft as the space keeps it. */
export interface DraftRow {
  readonly id: string;
  readonly protocol: string;
  readonly fromVersion: string | null;
  readonly version: string | null;
  readonly title: Words | null;
  readonly files: ProtocolFiles;
  readonly changeNotes: Words | null;
  readonly inForceFrom: Date | null;
  readonly hash: string;
  readonly revision: number;
  readonly state: DraftState;
  readonly authorId: string;
  readonly authorName: string;
  /** Everybody whose words are in it. */
  readonly savedBy: readonly string[];
  readonly changedBy: string;
  readonly changedByName: string;
  readonly changedAt: Date;
  readonly approvedBy: string | null;
  /** Who accepted that proofs are lost, why, and in which exploration; by somebody who neither wrote nor approved it. */
  readonly lossAcceptedBy: string | null;
  readonly lossReason: string | null;
  readonly lossHash: string | null;
}

/** What a second person agrees to: the files and what practitioners are told. */
export const hashOfDraft = ({ files, changeNotes }: Pick<DraftRow, 'files' | 'changeNotes'>): string =>
  sha256(
    JSON.stringify([
      Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)),
      changeNotes && [changeNotes.fr, changeNotes.en],
    ]),
  );

export const isOpen = ({ state }: Pick<DraftRow, 'state'>): boolean =>
  state !== 'published' && state !== 'abandoned';

/** Written and handed on: approval or publishing is what comes next. */
export const WAITING_STATES: readonly DraftState[] = ['in-review', 'approved'];

export const isWaiting = ({ state }: Pick<DraftRow, 'state'>): boolean => WAITING_STATES.includes(state);
