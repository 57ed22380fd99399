import { CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('question_answer', {
  purpose: {
    fr: 'réponses d’une classe aux questions d’une histoire inventée ; vide dans un espace réel',
    en: 'answers of a class to questions of a made-up story; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class QuestionAnswerEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', CODED) question: string;
  @Column('text', CODED) choice: string;
  /** `null`: whoever leads, for the whole class. */
  @Column('uuid', ROW, { nullable: true }) learnerId: string | null;
  /** By the space's clock. */
  @Column('timestamptz', IMPERSONAL) answeredAt: Date;
}

@Table('expectation_tick', {
  purpose: {
    fr: 'ce que qui anime a vu la classe faire dans une histoire inventée ; vide dans un espace réel',
    en: 'what whoever leads saw the class do in a made-up story; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class ExpectationTickEntity {
  @PrimaryColumn('text', CODED) expectation: string;
  /** By the space's clock. */
  @Column('timestamptz', IMPERSONAL) seenAt: Date;
}
