import type { Words } from '@repere/cases';
import { ACCOUNT, CODED, IMPERSONAL, PUBLISHED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('own_scenario', {
  purpose: {
    fr: 'cas de formation écrits ici : des enfants inventés ; vide dans un espace d’exercice',
    en: 'scenarios of training that were written here, of made-up children; empty in a training space',
  },
  retention: 'account',
  rights: 'none',
})
export class OwnScenarioEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ACCOUNT) ownerId: string;
  /** As its text says; `null` while that can not be read. */
  @Column('text', PUBLISHED, { nullable: true }) name: string | null;
  @Column('jsonb', PUBLISHED, { nullable: true }) title: Words | null;
  @Column('text', PUBLISHED, { nullable: true }) child: string | null;
  @Column('text[]', CODED) protocols: readonly string[];
  /** `name@version`, of each that it names. */
  @Column('text[]', CODED) versions: readonly string[];
  @Column('integer', IMPERSONAL, { nullable: true }) minutes: number | null;
  /** How many errors the text had when it was saved. */
  @Column('integer', IMPERSONAL) errors: number;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
  @Column('timestamptz', IMPERSONAL) changedAt: Date;
}

@Table('own_scenario_version', {
  purpose: {
    fr: 'textes de ces cas, enregistrés l’un après l’autre',
    en: 'texts of these scenarios, saved one after the other',
  },
  retention: 'account',
  rights: 'none',
})
export class OwnScenarioVersionEntity {
  @PrimaryColumn('uuid', ROW) scenarioId: string;
  @PrimaryColumn('integer', IMPERSONAL) revision: number;
  @Column('text', PUBLISHED) yaml: string;
  @Column('timestamptz', IMPERSONAL) savedAt: Date;
}
