import { ACCOUNT, CODED, IMPERSONAL, oneWay, ROW, staff } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('learner', {
  purpose: {
    fr: 'qui demande à entrer dans un espace d’exercice ; vide dans un espace réel',
    en: 'who asks to come into a training space; empty in a live one',
  },
  retention: 'space',
  rights: 'none',
})
export class LearnerEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('bytea', oneWay('128 random bits of the browser’s cookie')) device: Buffer;
  @Column('text', staff('a nickname, by which whoever leads knows who waits')) name: string;
  @Column('text', CODED) role: string;
  @Column('text', CODED) state: string;
  /** `null`: not admitted yet. */
  @Column('uuid', ACCOUNT, { nullable: true }) accountId: string | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) askedAt: Date;
  /** The event that is their certificate. */
  @Column('bigint', IMPERSONAL, { nullable: true }) certificateSeq: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) certifiedAt: Date | null;
}
