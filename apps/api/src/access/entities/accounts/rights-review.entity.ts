import { ACCOUNT, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('rights_review', {
  purpose: { fr: 'revue annuelle des droits', en: 'yearly review of rights' },
  retention: 'account',
  rights: 'none',
})
export class RightsReviewEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT) reviewedBy: string;
  @Column('text', CODED) verdict: string;
  @Column('text[]', CODED) roles: readonly string[];
  @Column('uuid[]', TEAM) teamIds: readonly string[];
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) at: Date;
}
