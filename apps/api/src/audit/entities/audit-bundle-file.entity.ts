import { ANYTHING, ROW } from '../../platform/data/column-class';
import { PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

@Table('audit_bundle_file', {
  purpose: { fr: 'dossiers de preuve à télécharger', en: 'audit bundles to download' },
  retention: 'copy',
  rights: 'none',
})
export class AuditBundleFileEntity {
  @PrimaryColumn('uuid', ROW) bundleId: string;
  @SealedColumn({ holds: ANYTHING, under: 'several-cases', row: ['bundleId'], form: 'bytes' })
  content: Sealed<Uint8Array>;
}
