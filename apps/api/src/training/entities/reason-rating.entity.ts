import { CODED, IMPERSONAL, ROW, staff } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('reason_rating', {
  purpose: {
    fr: 'ce que qui anime a trouvé dans les motifs écrits pour une histoire inventée ; vide dans un espace réel',
    en: 'what whoever leads found in reasons written for a made-up story; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class ReasonRatingEntity {
  /** The act that gives the reason. */
  @PrimaryColumn('uuid', ROW) entryId: string;
  @Column('text[]', CODED) met: readonly string[];
  @Column('text[]', CODED) missing: readonly string[];
  @Column('text', staff('a word about a reason, for the learner who wrote it'), { nullable: true })
  note: string | null;
  @Column('timestamptz', IMPERSONAL) ratedAt: Date;
}
