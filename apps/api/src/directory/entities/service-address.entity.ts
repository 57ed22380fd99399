import { ACCOUNT, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/**
 * The secret address of a service: children hide there. Written by who keeps the directory and read by them no more; the newest
 * counts, and one without words takes it away.
 */
@Table('service_address', {
  purpose: { fr: 'adresses secrètes de services', en: 'secret addresses of services' },
  retention: 'account',
  rights: 'none',
})
export class ServiceAddressEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) serviceId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['places'], under: 'space', row: ['id'], keyId: 'keyId' })
  content: Sealed<{ readonly address: string | null }>;
  @Column('uuid', ACCOUNT) addedBy: string;
  @Column('timestamptz', IMPERSONAL) addedAt: Date;
}
