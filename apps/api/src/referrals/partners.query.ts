import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES, REFERABLE_CLASSES } from '@repere/access';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { principalOf } from '../platform/unit/principal';
import { rows } from '../platform/data/statement';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { KeptAwayServices } from './matching/kept-away-services';
import { referredLines, TEXT_REDACTED } from './referred-lines';
import type { ReferralChoicesDto, ReferralPartnerDto } from './referral.dto';

const NEVER_REFERRED = FIELD_CLASSES.filter((it) => !REFERABLE_CLASSES.some((referable) => referable === it));

/** To whom a part of a case can be referred: open accounts of partners. Whoever works here besides is none. */
@Injectable()
export class PartnersQuery {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly keptAway: KeptAwayServices,
  ) {}

  /** With what each class would show now at most, all referred: the partner's page is made of the same lines. */
  async choices(file: LoadedCase): Promise<ReferralChoicesDto> {
    const partners = await this.partners();
    const kept = await this.keptAway.listAccounts(file);
    const own = redactedClasses(principalOf(this.unit.account), file.resource);
    const lines = referredLines(file, new Set([...own, ...NEVER_REFERRED]));
    return {
      partners: partners.filter(({ id }) => !kept.has(id)),
      classes: REFERABLE_CLASSES.filter((it) => !own.has(it)).map((fieldClass) => ({
        fieldClass,
        title: FIELD_CLASS_WORDS[fieldClass],
        now: (lines.get(fieldClass) ?? [])
          .filter(({ shown }) => shown !== TEXT_REDACTED)
          .map(({ title }) => title),
      })),
    };
  }

  async findPartner(id: string): Promise<ReferralPartnerDto | null> {
    return (await this.partners()).find((partner) => partner.id === id) ?? null;
  }

  private partners(): Promise<readonly ReferralPartnerDto[]> {
    return PARTNERS.readRows(this.unit.manager);
  }
}

const PARTNERS = rows<ReferralPartnerDto>({ id: 'uuid', name: 'text', organisations: 'text[]' }).from(`
  SELECT a.id, a.name, ARRAY(SELECT t.name FROM team_member m JOIN team t ON t.id = m.team_id
                             WHERE m.account_id = a.id ORDER BY t.name) AS organisations
   FROM account a WHERE a.roles = ARRAY['partner'] AND account_is_open(a) ORDER BY a.name, a.id`);
