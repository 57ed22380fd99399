import { IMPERSONAL, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('provider_logout', {
  purpose: { fr: 'jetons de déconnexion déjà entendus', en: 'logout tokens heard before' },
  retention: 'sign-in',
  rights: 'none',
})
export class ProviderLogoutEntity {
  @PrimaryColumn('bytea', oneWay('issuer and jti')) jtiHash: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) heardAt: Date;
}
