import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { ObstacleDto } from './erasures.dto';

type Code = 'open' | 'held' | 'mission' | 'duplicate' | 'access-request' | 'glass';

/** What keeps a case from being erased now, whoever asks. */
@Injectable()
export class ObstaclesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** Looked up as the record's own reader: what is in the way counts, even where this supervisor does not see it. */
  async findObstacles(caseFileId: string): Promise<readonly ObstacleDto[]> {
    const found = await this.unit.asSystem('system:record', () =>
      FIND.readRows(this.unit.manager, [caseFileId]),
    );
    return found.map(({ code }) => ({ code, text: WORDS[code] }));
  }
}

const FIND = rows<{ readonly code: Code }>({ code: 'text' }).from(`
  SELECT 'open' AS code FROM case_file WHERE id = $1 AND closed_on IS NULL
  UNION ALL SELECT 'held' WHERE EXISTS (SELECT 1 FROM legal_hold WHERE case_file_id = $1 AND lifted_at IS NULL)
  UNION ALL SELECT 'mission' WHERE case_in_open_mission($1)
  UNION ALL SELECT 'duplicate' WHERE EXISTS (SELECT 1 FROM duplicate_task
    WHERE closed_at IS NULL AND (case_file_id = $1 OR other_case_file_id = $1))
  UNION ALL SELECT 'access-request' WHERE EXISTS (SELECT 1 FROM access_request WHERE case_file_id = $1 AND outcome IS NULL)
  UNION ALL SELECT 'glass' WHERE EXISTS (SELECT 1 FROM break_glass WHERE case_file_id = $1 AND reviewed_at IS NULL)`);

const WORDS: Readonly<Record<Code, ObstacleDto['text']>> = {
  open: {
    fr: 'Le dossier n’est pas clos, ou quelque chose a été inscrit depuis sa clôture.',
    en: 'The case is not closed, or something was told since its closure.',
  },
  held: {
    fr: 'Le dossier est gelé : levez d’abord le gel.',
    en: 'The case is held: lift the hold first.',
  },
  mission: {
    fr: 'Une mission d’audit ouverte l’examine : attendez sa clôture.',
    en: 'An open audit mission examines it: wait until it is closed.',
  },
  duplicate: {
    fr: 'Un doublon possible attend une réponse.',
    en: 'A possible duplicate waits for an answer.',
  },
  'access-request': {
    fr: 'Une demande d’accès est en cours.',
    en: 'A request for access is under way.',
  },
  glass: {
    fr: 'Un accès d’urgence n’a pas encore été relu.',
    en: 'An emergency access has not been reviewed yet.',
  },
};
