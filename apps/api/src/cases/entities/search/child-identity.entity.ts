import { CASE, CODED, IMPERSONAL, TEAM, keyedHash } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('child_identity', {
  purpose: { fr: 'retrouver un enfant par son nom', en: 'finding a child by name' },
  retention: 'case',
  rights: 'none',
})
export class ChildIdentityEntity {
  @PrimaryColumn('text', CODED) kind: string;
  @PrimaryColumn('bytea', keyedHash('names, sounds and phones, each under one of 64 salts')) token: Buffer;
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @PrimaryColumn('smallint', IMPERSONAL) generation: number;
}
