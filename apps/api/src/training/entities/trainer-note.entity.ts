import { IMPERSONAL, ROW, staff } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('trainer_note', {
  purpose: {
    fr: 'notes que qui anime prend pour soi pendant un exercice ; vide dans un espace réel',
    en: 'notes that whoever leads takes for themselves during an exercise; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class TrainerNoteEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', staff('what whoever leads noted of a class, for themselves')) words: string;
  /** By the space’s clock. */
  @Column('timestamptz', IMPERSONAL) notedAt: Date;
}
