import { IMPERSONAL, oneWay, PUBLISHED } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_branch', {
  purpose: {
    fr: 'où une branche d’un espace d’exercice quitte le sien ; vide dans un espace réel',
    en: 'where a branch of a training space leaves it; empty in a live one',
  },
  retention: 'record',
  rights: 'none',
})
export class LedgerBranchEntity {
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  /** Key of the space that it was branched from. */
  @Column('text', PUBLISHED) parent: string;
  @Column('bigint', IMPERSONAL) size: string;
  @Column('bytea', oneWay('entries of the record')) root: Buffer;
  @Column('text', PUBLISHED, { nullable: true }) note: string | null;
}
