import type { DirectoryKind, ServiceNeed, ServiceProfile } from '@repere/directory';
import type { OpeningHours } from '../on-call/opening-hours';
import { ACCOUNT, CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** What is known of a service in words and numbers of telephones. */
export interface ServiceContent {
  readonly name: string;
  readonly phones: readonly string[];
  readonly email: string | null;
  /** Of one whose address is secret: none here. */
  readonly address: string | null;
  readonly say: string | null;
}

/** What the columns beside do not say of a profile. */
export type KeptProfile = Omit<ServiceProfile, 'kind' | 'territories' | 'needs'> & {
  /** `null`: not known. */
  readonly hours: OpeningHours | 'always' | null;
};

/** A service of the directory: what it can do in codes, who it is sealed. One that is taken away stays, with its end. */
@Table('directory_service', {
  purpose: {
    fr: 'annuaire des services : ce que chacun peut faire, pour qui, où',
    en: 'directory of services: what each can do, for whom, where',
  },
  retention: 'account',
  rights: 'none',
})
export class DirectoryServiceEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', CODED) kind: DirectoryKind;
  /** INSEE codes; none: the whole country. */
  @Column('text[]', CODED) territories: readonly string[];
  /** `null`: not known. */
  @Column('text[]', CODED, { nullable: true }) needs: readonly ServiceNeed[] | null;
  @Column('jsonb', CODED) profile: KeptProfile;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], keyId: 'keyId' })
  content: Sealed<ServiceContent>;
  @Column('uuid', ROW, { nullable: true }) importId: string | null;
  @Column('uuid', ACCOUNT) verifiedBy: string;
  @Column('timestamptz', IMPERSONAL) verifiedAt: Date;
  @Column('timestamptz', IMPERSONAL) createdAt: Date;
  @Column('timestamptz', IMPERSONAL) changedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) removedAt: Date | null;
  @Column('uuid', ACCOUNT, { nullable: true }) removedBy: string | null;
}
