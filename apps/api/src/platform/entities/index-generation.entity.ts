import { IMPERSONAL, keyedHash } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('index_generation', {
  purpose: { fr: 'clés par lesquelles les noms sont retrouvés', en: 'keys by which names are found' },
  retention: 'key',
  rights: 'none',
})
export class IndexGenerationEntity {
  @PrimaryColumn('smallint', IMPERSONAL) generation: number;
  @Column('text', IMPERSONAL) keyId: string;
  @Column('timestamptz', IMPERSONAL) beganAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) finishedAt: Date | null;
  @Column('bytea', keyedHash('nothing')) checkToken: Buffer;
}
