import { IMPERSONAL } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('credential_baseline', {
  purpose: {
    fr: 'moment où les moyens de connexion d’avant ont été reliés',
    en: 'when earlier credentials were bound',
  },
  retention: 'machine',
})
export class CredentialBaselineEntity {
  @PrimaryColumn('boolean', IMPERSONAL, { default: 'true' }) isOnly: boolean;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) at: Date;
}
