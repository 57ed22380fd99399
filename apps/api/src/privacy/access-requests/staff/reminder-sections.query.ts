import { rows } from '../../../platform/data/statement';
import { words } from '../../../platform/answers/words';
import { joined, momentWords, section, when } from './staff-section.query';

interface RemindersRow {
  readonly notices: number;
  readonly digests: number;
  readonly hour: number | null;
  readonly by_mail: boolean | null;
}

interface FeedRow {
  readonly made_at: Date;
  readonly revoked_at: Date | null;
  readonly fetches: number;
}

/** What somebody was reminded of, as numbers, and the addresses of their calendar, never the secret. */
export const REMINDER_SECTIONS = {
  reminders: section(
    words('Rappels', 'Reminders'),
    rows<RemindersRow>({ notices: 'integer', digests: 'integer', hour: 'integer?', by_mail: 'boolean?' })
      .from(`
      SELECT (SELECT count(*) FROM reminder_notice WHERE account_id = $1)::int AS notices,
             (SELECT count(*) FROM reminder_digest WHERE account_id = $1)::int AS digests,
             (SELECT digest_hour FROM reminder_choice WHERE account_id = $1)::int AS hour,
             (SELECT digest_by_mail FROM reminder_choice WHERE account_id = $1) AS by_mail`),
    ({ notices, digests, hour, by_mail }) => [
      {
        label: words('Rappels reçus', 'Reminders received'),
        text: joined(
          ', ',
          words(`${String(notices)} sans attendre`, `${String(notices)} at once`),
          words(`${String(digests)} du jour`, `${String(digests)} of the day`),
        ),
      },
      ...(hour === null
        ? []
        : [
            {
              label: words('Heure choisie', 'Hour chosen'),
              text: joined(
                ', ',
                words(`${String(hour)} h`, `${String(hour)}:00`),
                by_mail === true ? words('par courriel aussi', 'by mail too') : null,
              ),
            },
          ]),
    ],
  ),

  calendar: section(
    words('Adresses d’agenda', 'Addresses of a calendar'),
    rows<FeedRow>({ made_at: 'timestamptz', revoked_at: 'timestamptz?', fetches: 'integer' }).from(
      `SELECT made_at, revoked_at, fetches FROM calendar_feed WHERE account_id = $1 ORDER BY made_at, id`,
    ),
    ({ made_at, revoked_at, fetches }) => [
      {
        label: joined(' ', words('Ouverte le', 'Opened on'), when(made_at)),
        text: joined(
          ', ',
          words(`lue ${String(fetches)} fois`, `fetched ${String(fetches)} times`),
          momentWords('fermée le', 'closed on', revoked_at),
        ),
      },
    ],
  ),
};
