import { ACCOUNT, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** An account that is of a service: it answers for it, and where it is kept away from a case, the service is not asked. */
@Table('service_member', {
  purpose: {
    fr: 'comptes membres d’un service de l’annuaire',
    en: 'accounts that are of a service of the directory',
  },
  retention: 'account',
  rights: 'none',
})
export class ServiceMemberEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) serviceId: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT) addedBy: string;
  @Column('timestamptz', IMPERSONAL) addedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) removedAt: Date | null;
  @Column('uuid', ACCOUNT, { nullable: true }) removedBy: string | null;
}
