import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** One text that says which versions there are, made by the database: no document leaves it. */
@Injectable()
export class VersionsMarkQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async mark(): Promise<string> {
    const known = this.unit.known.versionsMark;
    return known ?? (await MARK.first(this.unit.manager))?.mark ?? '';
  }
}

/** An expression; null: there are none. */
export const VERSIONS_MARK = `(SELECT md5(string_agg(name || version || hash, ',' ORDER BY name, version)) FROM protocol_version)`;

const MARK = rows<{ readonly mark: string | null }>({ mark: 'text?' }).from(
  `SELECT ${VERSIONS_MARK} AS mark`,
);
