/** The line of a case, with its team and who is assigned. `child` is ciphertext. */
export interface CaseRow {
  readonly id: string;
  readonly reference: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly leadId: string | null;
  readonly assignedIds: readonly string[];
  /** INSEE code. */
  readonly territory: string;
  readonly openedAt: Date;
  readonly seq: number;
  readonly dataKeyId: string;
  readonly child: Buffer;
}

/** Where the child's identity is bound to. */
export const childPlace = (caseFileId: string) => ({ table: 'case_file', column: 'child', row: caseFileId });
