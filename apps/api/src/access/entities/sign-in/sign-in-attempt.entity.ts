import { IMPERSONAL, ROW, keyedHash } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('sign_in_attempt', {
  purpose: { fr: 'limites contre les essais de mots de passe', en: 'limits against guessing passwords' },
  retention: 'sign-in',
})
export class SignInAttemptEntity {
  @PrimaryColumn('bigint', ROW, { identity: true }) id: string;
  @Column('bytea', keyedHash('login, also one that was mistyped')) loginToken: Buffer;
  @Column('bytea', keyedHash('network address')) addressToken: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'clock_timestamp()' }) at: Date;
  @Column('boolean', IMPERSONAL, { default: 'false' }) succeeded: boolean;
}
