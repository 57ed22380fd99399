import { RECORDED_EVERY_MINUTES } from '../../cases/drafts/drafts.query';
import { rows } from '../../platform/data/statement';

/** A draft that was saved again; whether it is time that the record says that somebody is at it. */
export interface SavedMinutesDraft {
  readonly revision: number;
  readonly savedAt: Date;
  readonly isToRecord: boolean;
}

/** Of the account `$1`, the conference `$2` of the case `$3`: content `$4` under the key `$5`, of the version `$6`, at `$7`, over the revision `$8`. */
export const SAVE_MINUTES_OVER = rows<SavedMinutesDraft>({
  ...{ revision: 'integer', savedAt: 'timestamptz', isToRecord: 'boolean' },
}).from(`
  UPDATE minutes_draft SET content = $4, key_id = $5, version = $6, saved_at = $7, revision = revision + 1,
         recorded_at = CASE WHEN recorded_at > now() - make_interval(mins => ${String(RECORDED_EVERY_MINUTES)})
                            THEN recorded_at ELSE now() END
   WHERE account_id = $1 AND appointment_id = $2 AND case_file_id = $3 AND revision = $8::bigint
   RETURNING revision, saved_at AS "savedAt", recorded_at = now() AS "isToRecord"`);
