import { ACCOUNT, CODED, IMPERSONAL, ROW, keyedHash, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('provider_session', {
  purpose: {
    fr: 'l’autre bout d’une connexion, chez le fournisseur',
    en: 'the other end of a session, at the provider',
  },
  retention: 'sign-in',
  rights: 'none',
})
export class ProviderSessionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('bytea', oneWay('256 random bits'), { nullable: true }) sessionHash: Buffer | null;
  @Column('bytea', oneWay('256 random bits'), { nullable: true }) pendingHash: Buffer | null;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('text', CODED) provider: string;
  @Column('text', CODED) issuer: string;
  @Column('bytea', keyedHash('issuer and sub')) subjectToken: Buffer;
  @Column('bytea', keyedHash('issuer and sid'), { nullable: true }) sidToken: Buffer | null;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], keyId: 'keyId' }) idToken: Sealed<string>;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) openedAt: Date;
}
