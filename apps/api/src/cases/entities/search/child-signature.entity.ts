import { CASE, IMPERSONAL, TEAM, keyedHash } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('child_signature', {
  purpose: { fr: 'retrouver un enfant par une partie de son nom', en: 'finding a child by part of a name' },
  retention: 'case',
  rights: 'none',
})
export class ChildSignatureEntity {
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @PrimaryColumn('smallint', IMPERSONAL) generation: number;
  @Column('smallint', IMPERSONAL) salt: number;
  @Column('bit(1024)', keyedHash('parts and sounds of names, and chance')) signature: string;
}
