import { CODED, IMPERSONAL, ROW, keyedHash } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('door_try', {
  purpose: { fr: 'limites des portes ouvertes à tous', en: 'limits of doors open to anyone' },
  retention: 'sign-in',
})
export class DoorTryEntity {
  @PrimaryColumn('bigint', ROW, { identity: true }) id: string;
  @Column('text', CODED) door: string;
  @Column('bytea', keyedHash('login, account or network address')) token: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'clock_timestamp()' }) at: Date;
}
