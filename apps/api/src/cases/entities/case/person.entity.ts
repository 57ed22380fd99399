import type { PersonInput } from '@repere/cases';
import { CASE, IMPERSONAL, ROW } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('person', {
  purpose: { fr: 'personnes autour de l’enfant', en: 'people around the child' },
  retention: 'case',
})
export class PersonEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['people', 'contact'], under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<PersonInput>;
  @Column('timestamptz', IMPERSONAL) createdAt: Date;
  @Column('timestamptz', IMPERSONAL) changedAt: Date;
}
