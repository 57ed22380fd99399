import { CODED, IMPERSONAL, ROW, keyedHash } from '../data/column-class';
import { Column, PrimaryColumn, Table } from '../data/columns';

@Table('rate_limit_hit', {
  purpose: {
    fr: 'limites contre les essais en nombre : mots de passe, portes ouvertes à tous, recherches de doublons',
    en: 'limits on trying often: passwords, doors open to anyone, looks for duplicates',
  },
  retention: 'sign-in',
  rights: 'none',
})
export class RateLimitHitEntity {
  @PrimaryColumn('bigint', ROW, { identity: true }) id: string;
  @Column('text', CODED) counted: string;
  @Column('bytea', keyedHash('login, also one that was mistyped, account or network address')) key: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'clock_timestamp()' }) at: Date;
}
