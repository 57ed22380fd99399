import { ACCOUNT, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** A table of services that was taken in at once, and can be taken back at once. */
@Table('service_import', {
  purpose: { fr: 'imports de l’annuaire des services', en: 'imports into the directory of services' },
  retention: 'account',
  rights: 'none',
})
export class ServiceImportEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('integer', IMPERSONAL) services: number;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) undoneAt: Date | null;
  @Column('uuid', ACCOUNT, { nullable: true }) undoneBy: string | null;
}
