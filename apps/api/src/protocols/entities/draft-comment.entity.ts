import { ACCOUNT, IMPERSONAL, PUBLISHED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { DraftCommentDto } from '../drafts/drafts.dto';

@Table('draft_comment', {
  purpose: { fr: 'remarques de relecture', en: 'comments of reviewers' },
  retention: 'protocol',
  rights: 'none',
})
export class DraftCommentEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) draftId: string;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) settledBy: string | null;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('integer', IMPERSONAL) revision: number;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) settledAt: Date | null;
  @Column('jsonb', PUBLISHED, { nullable: true }) place: NonNullable<DraftCommentDto['place']> | null;
  /** Free text: a practitioner may well say "as with …". */
  @SealedColumn({ holds: ['narrative'], under: 'space', row: ['id'] }) content: Sealed<string>;
}
