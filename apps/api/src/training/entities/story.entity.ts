import { CODED, IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('story_course', {
  purpose: {
    fr: 'où en est l’histoire inventée d’un exercice, une ligne au plus ; vide dans un espace réel',
    en: 'where the made-up story of an exercise stands, one row at most; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class StoryCourseEntity {
  @PrimaryColumn('integer', IMPERSONAL, { default: '1' }) id: number;
  /** Up to which entry of the case's journal it was followed. */
  @Column('integer', IMPERSONAL) seq: number;
  /** Up to which moment, by the space's clock. */
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** Ids of events in the scenario, each with since when its condition holds, epoch ms. */
  @Column('jsonb', CODED) awaited: readonly { readonly id: string; readonly since: number | null }[];
  /** When the next is due that needs nothing but time; `null`: none. */
  @Column('timestamptz', IMPERSONAL, { nullable: true }) nextAt: Date | null;
  /** Whether one waits for something in the case. */
  @Column('boolean', IMPERSONAL) watchesCase: boolean;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
}

@Table('arrived_event', {
  purpose: {
    fr: 'ce qui est arrivé dans l’histoire inventée d’un exercice ; vide dans un espace réel',
    en: 'what came about in the made-up story of an exercise; empty in a live space',
  },
  retention: 'space',
  rights: 'none',
})
export class ArrivedEventEntity {
  /** Its id in the scenario. */
  @PrimaryColumn('text', CODED) event: string;
  @Column('timestamptz', IMPERSONAL) cameAt: Date;
  /** In which order they came, from 0. */
  @Column('integer', IMPERSONAL) place: number;
  /** How many acts of others come with it, and how many of them were done, or refused. */
  @Column('integer', IMPERSONAL) acts: number;
  @Column('integer', IMPERSONAL) done: number;
}
