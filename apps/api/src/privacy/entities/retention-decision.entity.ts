import type { PeriodInForce } from '@repere/privacy';
import { ACCOUNT, CODED, IMPERSONAL, ROW, oneWay, staff } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('retention_decision', {
  purpose: {
    fr: 'durées de conservation que le service s’est données',
    en: 'periods of retention that the service gave itself',
  },
  retention: 'record',
  rights: 'none',
})
export class RetentionDecisionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', CODED) rule: PeriodInForce['rule'];
  @Column('integer', CODED, { nullable: true }) months: number | null;
  @Column('text', CODED, { nullable: true }) outcome: 'agreed' | 'refused' | null;
  @Column(
    'text',
    staff('the text or decision that a period stands on, as the service wrote it: about no child'),
  )
  source: string;
  @Column('uuid', ACCOUNT) proposedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) settledBy: string | null;
  @Column('timestamptz', IMPERSONAL) proposedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) settledAt: Date | null;
  @Column('text', oneWay('rule, months and source')) hash: string;
  @Column('text', oneWay('rule, months and source'), { nullable: true }) settledHash: string | null;
}
