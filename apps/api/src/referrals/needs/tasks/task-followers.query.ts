import { STANDS_IN_CASE } from '../../../cases/worklist/need-tasks.query';
import { rows } from '../../../platform/data/statement';

/** Whether the task `$1` is to be done as its case stands. */
export const TASK_STANDS = rows<{ readonly stands: boolean }>({ stands: 'boolean' }).from(
  `SELECT ${STANDS_IN_CASE} AS stands FROM need_task t WHERE t.id = $1`,
);

/** Who follows the case `$1`, stands in for whoever does, or asked (`$2`) and works on it still. By relations as they hold now. */
export const TASK_FOLLOWERS = rows<{ readonly id: string }>({ id: 'uuid' }).from(`
  SELECT DISTINCT r.account_id AS id FROM case_relation_now r
   WHERE r.case_id = $1 AND (r.relation IN ('lead','substitute')
     OR r.account_id = $2::uuid AND r.relation IN ('assigned','on-duty','team','supervisor','break-glass'))`);
