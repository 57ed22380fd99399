import { PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('retired_mac', {
  purpose: {
    fr: 'moyens de connexion qui ont servi ou sont retirés',
    en: 'credentials that were used or taken away',
  },
  retention: 'account',
  rights: 'none',
})
export class RetiredMacEntity {
  @PrimaryColumn('bytea', ACCOUNT_MAC) mac: Buffer;
}
