import { ACCOUNT, ANYTHING, CODED, IMPERSONAL, ROW, keyedHash } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

@Table('idempotency_key', {
  purpose: { fr: 'première réponse d’une demande répétée', en: 'first answer to a request that is repeated' },
  retention: 'machine',
  rights: 'none',
})
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @PrimaryColumn('text', ROW) key: string;
  @Column('text', CODED) act: string;
  @Column('bytea', keyedHash('the request')) requestHash: Buffer;
  @Column('integer', IMPERSONAL, { nullable: true }) status: number | null;
  @SealedColumn({
    holds: ANYTHING,
    under: 'case-or-space',
    row: ['accountId', 'key'],
    keyId: 'keyId',
    form: 'packed-json',
    nullable: true,
  })
  answer: Sealed<unknown> | null;
  @Column('uuid', ROW, { nullable: true }) keyId: string | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
}
