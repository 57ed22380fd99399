import { Injectable } from '@nestjs/common';
import {
  ACT_WORDS,
  type Principal,
  exclusionOf,
  CASE_ACTS,
  type FieldClass,
  FIELD_CLASS_WORDS,
  FIELD_CLASSES,
  isInCharge,
  may,
  RELATION_WORDS,
  RELATIONS,
  relationsTo,
  teamsWhere,
  type Verdict,
} from '@repere/access';
import { needDefinition } from '@repere/directory';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames, namedIn, type Names } from '../reading/account-names';
import { BrokenGlassRepository } from '../break-glass/broken-glass.repository';
import { type Mask, maskOf } from '../disclosure/mask-words';
import type { LoadedCase } from '../reading/loaded-case';
import { unlessRedacted, REDACTED, redactedClasses } from '../disclosure/redacted-classes';
import { pageOfCase } from '../page/page-of-case';
import { CoverQuery } from '../cover/cover.query';
import { ExclusionsRepository } from './exclusions.repository';
import { type CaseAccessEntry, CaseAccessListQuery } from './case-access-list.query';
import type { BreakGlassShownDto, CaseAccessDto, CasePersonDto } from './case-access.dto';

const DAY = 86_400_000;
const EMERGENCY_DAYS = 90;

/** Who may see a case and why; why the reader can, and what they can't. The answers are `may`'s own. */
@Injectable()
export class CaseAccessPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
    private readonly glass: BrokenGlassRepository,
    private readonly around: CaseAccessListQuery,
    private readonly bars: ExclusionsRepository,
    private readonly cover: CoverQuery,
  ) {}

  async showCaseAccess(file: LoadedCase): Promise<CaseAccessDto> {
    const { row } = file;
    const principal = principalOf(this.unit.account);
    const redacted = redactedClasses(principal, file.resource);
    const around = await this.around.listAccess(row.id);
    const isAway = row.leadId !== null && (await this.cover.isAway(row.leadId));
    const restriction = await this.bars.restriction(row.id);
    const recusals = await this.bars.conflicts(row.id);
    const names = await this.names.readNames([
      row.leadId,
      ...around.flatMap(({ accountId, insteadOf }) => [accountId, insteadOf]),
      ...recusals.map(({ accountId }) => accountId),
      ...(restriction ? [restriction.setBy, ...restriction.circle] : []),
    ]);
    const named = (id: string) => namedIn(names, id);
    const reader = this.reader(file);
    const yes = (act: (typeof CASE_ACTS)[number]): boolean =>
      reader.acts.some((it) => it.act === act && it.yes);
    // Why a case was closed, and to whom, may tell of a colleague; so may why somebody opened it in an emergency.
    const showsWhy = isInCharge(principal, file.resource) || yes('audit');
    const mask = maskOf(file, redacted);
    const lead = row.leadId === null ? null : { ...named(row.leadId), isAway };
    return {
      ...pageOfCase(file, redacted),
      reader,
      // Whom to ask is the team, for whoever may not see who works there.
      lead: lead && unlessRedacted(redacted, ['staff'], lead),
      team: { id: row.teamId, name: row.teamName },
      people: unlessRedacted(redacted, ['staff'], this.people(around, names, redacted)),
      restriction: restriction && {
        since: restriction.since.toISOString(),
        reason: restriction.reason,
        words: showsWhy ? mask(this.bars.openWords(file.key, restriction)) : REDACTED,
        setBy: showsWhy ? named(restriction.setBy).name : REDACTED,
        circle: showsWhy ? restriction.circle.map(named) : REDACTED,
      },
      conflicts: showsWhy
        ? recusals.map(({ accountId, declaredAt }) => ({
            ...named(accountId),
            declaredAt: declaredAt.toISOString(),
          }))
        : REDACTED,
      emergencies: showsWhy ? await this.emergencies(file, mask) : REDACTED,
      may: {
        assign: yes('assign'),
        refer: yes('refer'),
        restrict: yes('restrict'),
        advise: yes('advise'),
        declareConflict: yes('read'),
        endEmergency: endsEmergencies(principal, file),
      },
    };
  }

  private reader(file: LoadedCase): CaseAccessDto['reader'] {
    const principal = principalOf(this.unit.account);
    const { resource } = file;
    const why = (verdict: Verdict) =>
      verdict.yes ? RELATION_WORDS[verdict.by ?? 'none'] : verdict.reason.text;
    return {
      relations: relationsTo(principal, resource).map((relation) => ({
        relation,
        title: RELATION_WORDS[relation],
      })),
      // Who reads the case receives no part of it.
      acts: CASE_ACTS.filter((act) => act !== 'receive').map((act) => {
        const verdict = may(principal, act, resource);
        return { act, title: ACT_WORDS[act], yes: verdict.yes, why: why(verdict) };
      }),
      fields: FIELD_CLASSES.map((fieldClass) => {
        const verdict = may(principal, 'read', { ...resource, fieldClass });
        return { fieldClass, title: FIELD_CLASS_WORDS[fieldClass], yes: verdict.yes, why: why(verdict) };
      }),
    };
  }

  private people(
    around: readonly CaseAccessEntry[],
    names: Names,
    redacted: ReadonlySet<FieldClass>,
  ): readonly CasePersonDto[] {
    // Of whom a bed is asked says where the child sleeps.
    const seesAsked = !redacted.has('places');
    return around
      .map((it): CasePersonDto => ({
        id: it.accountId,
        name: names.get(it.accountId) ?? '',
        relation: it.relation,
        title: RELATION_WORDS[it.relation],
        insteadOf: it.insteadOf === null ? null : (names.get(it.insteadOf) ?? ''),
        until: it.until?.toISOString() ?? null,
        carries: (it.classes ?? []).map((fieldClass) => FIELD_CLASS_WORDS[fieldClass]),
        referralId: it.referralId,
        askedAt: it.askedAt?.toISOString() ?? null,
        asks: it.need && seesAsked ? needDefinition(it.need).title : null,
      }))
      .sort(
        (a, b) =>
          RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || a.name.localeCompare(b.name, 'fr'),
      );
  }

  /** Of the last ninety days, whoever's team the case is: who follows the child knows who came in. */
  private async emergencies({ row, key }: LoadedCase, mask: Mask): Promise<readonly BreakGlassShownDto[]> {
    const since = this.unit.now() - EMERGENCY_DAYS * DAY;
    const found = await this.unit.asSystem('system:record', () => this.glass.ofCase(row.id, since));
    const shown = await this.glass.showBreakGlass(key, found);
    return shown.map(({ words, review, ...it }) => ({
      ...it,
      words: mask(words),
      review: review && { ...review, words: mask(review.words) },
    }));
  }
}

/** Whether the reader may end it: reviewers may. */
const endsEmergencies = (principal: Principal, { resource }: LoadedCase): boolean =>
  exclusionOf(principal, resource) === null &&
  teamsWhere(principal, 'review-break-glass').includes(resource.teamId);
