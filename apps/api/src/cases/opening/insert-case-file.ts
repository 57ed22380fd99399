import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { may, mayNowhere } from '@repere/access';
import { makeReference, REFERENCE_BYTES } from '@repere/cases';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { rowOf } from '../../platform/data/sealed-row';
import { UnitRepository } from '../../platform/data/unit-repository';
import { CaseFileEntity } from '../entities/case/case-file.entity';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { IdentityIndex } from './identity-index';
import type { OpenCaseFileDto } from './open-case-file.dto';

/**
 * A reference that another case has is drawn anew. Among a million cases one draw in 150 is taken: what is refused so many times is the id.
 */
const DRAWS = 5;

/** The line of a new case, with its key and what its child is found by. */
@Injectable()
export class InsertCaseFile {
  constructor(
    @InjectRepository(CaseFileEntity) private readonly caseFiles: UnitRepository<CaseFileEntity>,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly index: IdentityIndex,
  ) {}

  /** The account's team in which it may open cases; refuses where there is none. */
  teamOf(): { readonly id: string; readonly territory: string } {
    const { account } = this.unit;
    const team = account.teams.find(
      ({ id }) => may(principalOf(account), 'open', { kind: 'team', teamId: id }).yes,
    );
    if (!team) throw new Refusal('not-allowed', { reasons: [mayNowhere('open')] });
    return team;
  }

  async insert({ id, child }: Pick<OpenCaseFileDto, 'id' | 'child'>): Promise<void> {
    const team = this.teamOf();
    const { account } = this.unit;
    const key = await this.secrecy.createDataKey();
    const now = new Date(this.unit.now());
    // Who opens a case leads it, unless their role is to look at other people's.
    const leads = account.roles.some((role) => role === 'caseworker' || role === 'ase-referent');
    const row = {
      ...{ id, teamId: team.id, territory: team.territory, dataKeyId: key.id },
      ...{ leadId: leads ? account.id : null, openedAt: now, openedBy: account.id, changedAt: now },
      child: this.secrecy.seal(key, rowOf(CaseFileEntity, { id }), 'child', child),
    };
    let isNew = false;
    for (let draw = 0; draw < DRAWS && !isNew; draw++)
      isNew = await this.caseFiles.insertNew({ ...row, reference: this.drawReference() });
    if (!isNew) throw new Refusal('conflict');
    this.unit.aboutCase(id);
    await this.index.replace(id, child);
  }

  drawReference(): string {
    return makeReference(randomBytes(REFERENCE_BYTES));
  }
}
