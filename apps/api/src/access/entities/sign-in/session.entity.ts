import { ACCOUNT, CODED, IMPERSONAL, ROW, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('session', {
  purpose: { fr: 'connexions ouvertes', en: 'open sessions' },
  retention: 'sign-in',
  rights: 'by-mac',
})
export class SessionEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @Column('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @PrimaryColumn('bytea', oneWay('256 random bits')) tokenHash: Buffer;
  @Column('uuid', ACCOUNT) accountId: string;
  /** Families of browsers and systems, never the browser's own line. */
  @Column('text', CODED, { nullable: true }) browser: string | null;
  @Column('text', CODED, { nullable: true }) system: string | null;
  @Column('text', CODED, { default: "'password'::text" }) strength: string;
  @Column('bytea', oneWay('256 random bits, which a passkey has to sign'), { nullable: true })
  challenge: Buffer | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) lastSeenAt: Date;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) strengthenedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) challengeAt: Date | null;
}
