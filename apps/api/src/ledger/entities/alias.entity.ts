import { CODED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('alias', {
  purpose: {
    fr: 'noms aléatoires des comptes et dossiers dans les traces',
    en: 'random names of accounts and cases in the record',
  },
  retention: 'case',
  rights: 'none',
})
export class AliasEntity {
  @PrimaryColumn('text', CODED) kind: string;
  @PrimaryColumn('text', ROW) subject: string;
  @Column('text', ROW) alias: string;
}
