import { Injectable } from '@nestjs/common';
import { rows } from '../../platform/data/statement';
import { UnitOfWork } from '../../platform/unit-of-work';

/** One text that says which versions there are, made by the database: no document leaves it. */
@Injectable()
export class VersionsMarkQuery {
  constructor(private readonly unit: UnitOfWork) {}

  async mark(): Promise<string> {
    return (await MARK.first(this.unit.manager))?.mark ?? '';
  }
}

const MARK = rows<{ readonly mark: string | null }>({ mark: 'text?' }).from(
  `SELECT md5(string_agg(name || version || hash, ',' ORDER BY name, version)) AS mark FROM protocol_version`,
);
