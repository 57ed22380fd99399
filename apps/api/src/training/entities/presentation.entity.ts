import { CODED, IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('presentation', {
  purpose: {
    fr: 'ce que la salle voit d’un exercice, une ligne au plus ; vide dans un espace réel',
    en: 'what the room sees of an exercise, one row at most; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class PresentationEntity {
  @PrimaryColumn('integer', IMPERSONAL, { default: '1' }) id: number;
  /** Goes up by one with each change. */
  @Column('integer', IMPERSONAL) position: number;
  /** Which of the scenario's slides; `null`: none. */
  @Column('text', CODED, { nullable: true }) slide: string | null;
  /** Which page of Repère, by its path below the space: it may name a case by its random id. `null`: none. */
  @Column('text', CODED, { nullable: true }) page: string | null;
  @Column('boolean', IMPERSONAL) isPaused: boolean;
  @Column('timestamptz', IMPERSONAL) changedAt: Date;
}
