import type { AccountRole } from '@repere/access';
import type { Words } from '@repere/cases';
import {
  ACCOUNT,
  CODED,
  IMPERSONAL,
  oneWay,
  PUBLISHED,
  ROW,
  staff,
} from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('training_certificate', {
  purpose: {
    fr: 'attestations de formation reçues d’un espace d’exercice, sans note ; vide dans un espace d’exercice',
    en: 'certificates of training that came from a training space, without a score; empty in a training space',
  },
  retention: 'account',
  rights: 'none',
})
export class TrainingCertificateEntity {
  /** Of the act in the record of its space: one certificate comes in once. */
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('text', staff('the name on it, which whoever imports it compares')) name: string;
  @Column('text', CODED) role: AccountRole;
  @Column('text', PUBLISHED) scenario: string;
  @Column('jsonb', PUBLISHED) title: Words;
  /** By protocol, what was practised; the one that the story is about comes first. */
  @Column('jsonb', PUBLISHED) protocols: readonly {
    readonly protocol: string;
    readonly version: string;
    readonly hash: string;
  }[];
  @Column('date', IMPERSONAL) practisedOn: string;
  @Column('text', staff('what the trainer called the space')) space: string;
  @Column('text', staff('who led, by the name of their account')) trainer: string;
  /** Name of the log that holds it. */
  @Column('text', CODED) log: string;
  @Column('bytea', oneWay('the file that was imported')) fileHash: Buffer;
  @Column('uuid', ACCOUNT) importedBy: string;
  @Column('timestamptz', IMPERSONAL) importedAt: Date;
  /** Where the names differ, why it is the same person. */
  @Column('text', staff('why the name on it is that of this account'), { nullable: true }) whySame:
    string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) withdrawnBy: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) withdrawnAt: Date | null;
  @Column('text', CODED, { nullable: true }) withdrawnWhy: string | null;
}
