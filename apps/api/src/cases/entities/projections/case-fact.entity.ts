import { CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, Table } from '../../../platform/data/columns';

/** Facts of the classes situation and judicial that are codes or figures and not marked sensitive; the rest is in the journal only. */
@Table('case_fact', {
  purpose: {
    fr: 'réponses codées de situation, pour les listes et les chiffres',
    en: 'coded answers about the situation, for lists and figures',
  },
  retention: 'case',
  rights: 'none',
  onlySql: 'it has no primary key',
})
export class CaseFactEntity {
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ROW, { nullable: true }) runId: string | null;
  @Column('text', CODED) fact: string;
  @Column('jsonb', CODED) value: unknown;
  @Column('text', CODED, { nullable: true }) role: string | null;
  @Column('text[]', CODED, { default: "'{}'::text[]" }) counted: readonly string[];
  @Column('bigint', IMPERSONAL) seq: string;
}
