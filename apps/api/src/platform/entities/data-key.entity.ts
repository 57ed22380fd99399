import { CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

@Table('data_key', {
  purpose: {
    fr: 'clés qui chiffrent, une par dossier, elles-mêmes chiffrées',
    en: 'keys that encrypt, one a case, encrypted themselves',
  },
  retention: 'key',
  rights: 'none',
})
export class DataKeyEntity {
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('text', CODED) purpose: string;
  @SealedColumn({
    holds: ['key'],
    under: 'key-encryption',
    row: ['id'],
    keyId: 'kekId',
    form: 'bytes',
    nullable: true,
  })
  wrapped: Sealed<Uint8Array> | null;
  @Column('text', IMPERSONAL) kekId: string;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) destroyedAt: Date | null;
}
