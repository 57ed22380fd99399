import { Injectable, inject } from '@angular/core';
import type { CaseColleagues } from '@repere/contract';
import { vCaseColleagues } from '@repere/contract/cases/grants/case-colleagues';
import { Api, type Answered } from '../../platform/api';
import { pathOfCase } from '../../platform/api-path';

/** Who works here, with what of a case each may be asked for: by itself, since the page of a case asks for it as well. */
@Injectable({ providedIn: 'root' })
export class ColleaguesClient {
  private readonly api = inject(Api);

  listColleagues(caseFileId: string): Promise<Answered<CaseColleagues>> {
    return this.api.get(pathOfCase(caseFileId, 'colleagues'), vCaseColleagues);
  }
}
