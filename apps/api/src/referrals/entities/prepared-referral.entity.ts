import { ACCOUNT, ANYTHING, CASE, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { PreparedTermsDto } from '../prepared/prepared-terms.dto';

/**
 * What is composed for a service and not sent: it opens nothing, tells nobody outside, and is anybody’s of the case to send or drop. Gone
 * once it is sent or dropped; that it was stays in the record.
 */
@Table('prepared_referral', {
  purpose: {
    fr: 'orientations préparées, pas encore envoyées',
    en: 'referrals that are prepared and not sent yet',
  },
  retention: 'case',
  rights: 'none',
})
export class PreparedReferralEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  /** Whom it is for: an account of a partner. */
  @Column('uuid', ACCOUNT, { nullable: true }) partnerId: string | null;
  /** Or a service of the directory without one. */
  @Column('uuid', ROW, { nullable: true }) serviceId: string | null;
  @Column('integer', IMPERSONAL) version: number;
  /** Who kept it last, and when. */
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** From then on it is due (TOOL): to be sent or dropped. */
  @Column('timestamptz', IMPERSONAL) dueAt: Date;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<PreparedTermsDto>;
}
