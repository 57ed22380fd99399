import { rows } from '../../platform/data/statement';

/** Who reviews an emergency access to the case `$1`, who stands in for one and who is on duty included; not the account `$2`, if there is one. */
export const SUPERVISORS = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT DISTINCT a.id FROM case_relation_now r JOIN account a ON a.id = r.account_id
   WHERE r.case_id = $1 AND r.relation IN ('supervisor', 'on-duty') AND 'supervisor' = ANY (a.roles) AND r.account_id IS DISTINCT FROM $2::uuid`);
