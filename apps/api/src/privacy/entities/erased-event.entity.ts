import { IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('erased_event', {
  purpose: {
    fr: 'inscriptions du registre dont le contenu est effacé',
    en: 'entries of the record whose content was erased',
  },
  retention: 'record',
  rights: 'none',
})
export class ErasedEventEntity {
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  @Column('uuid', ROW) erasureId: string;
}
