import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { GENDER_WORDS } from '@repere/cases';
import { bandOfAges, NEEDS, type ServedAges, type ServedSex, type ServiceNeed } from '@repere/directory';
import { isoDay, localDay } from '@repere/feel';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { type ServiceMember, ServiceMembersQuery } from '../../directory/services/service-members.query';
import { type DirectoryService, ServicesRepository } from '../../directory/services/services.repository';
import { invalidValue } from '../../platform/refusals/invalid-value';
import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { RecordSharingService } from '../../privacy/sharing/record-sharing.service';
import { AnswerLinks, ofRequest } from '../answer-links/answer-links.repository';
import type { CapacityRequestEntity } from '../entities/capacity-request.entity';
import { MatchServicesService } from '../matching/match-services.service';
import type { AskCapacityDto } from './capacity.dto';
import { type CapacityWanted, requestState } from './capacity-state';
import { CapacityRepository, historyOf } from './capacity.repository';

const HOUR = 3_600_000;
/** Questions for one child in a day. */
const MOST_A_DAY = 12;

/** One question to many services at once, before anybody is told who the child is. The case is locked. */
@Injectable()
export class AskCapacityService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly matching: MatchServicesService,
    private readonly services: ServicesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly sharing: RecordSharingService,
    private readonly capacity: CapacityRepository,
    private readonly links: AnswerLinks,
    private readonly mails: AccountMails,
  ) {}

  /** Id of the question. It is shared as it stands: need, band of ages, sex, language where it decides, when. */
  async askForCapacity(file: LoadedCase, body: AskCapacityDto): Promise<string> {
    const { need, wanted, answerHours, ground, serviceIds } = body;
    const { asked, ranked } = await this.matching.rank(file, body);
    // Who is kept away from the case is told of nothing, and their service is asked of nothing.
    const askable = new Set(ranked.map(({ id }) => id));
    if (serviceIds.some((id) => !askable.has(id))) throw noSuchService();
    await this.refuseTooMany(file, body);
    const services = await this.services.listServices(serviceIds);
    const ages = bandOfAges(asked.ages);
    const now = this.unit.now();
    const sharingId = await this.sharing.note(file, {
      on: isoDay(localDay(now, file.territory.zone)),
      ground,
      classes: [],
      toWhom: services.map(({ name }) => name).join(', '),
      isBound: false,
      what: wordsOf({ need, ages, sex: asked.sex, languages: body.languages ?? [], wanted }),
      ...NOBODY_NAMED,
      how: 'written',
      mayTakeIn: true,
    });
    const { id: caseFileId, teamId } = file.row;
    const id = randomUUID();
    const question = {
      ...{ id, caseFileId, teamId, sharingId, need, wanted, sex: asked.sex },
      ...{ ageFrom: ages?.from ?? null, ageTo: ages?.to ?? null, languages: body.languages ?? [] },
      ...{ askedAt: new Date(now), dueAt: new Date(now + answerHours * HOUR), byId: this.unit.account.id },
    };
    const requests = services.map((it) => ({
      ...{ id: randomUUID(), questionId: id, caseFileId, teamId, serviceId: it.id, keyId: file.key.id },
    }));
    await this.capacity.insert(question, requests);
    const members = await this.answering(file, serviceIds);
    for (const request of requests) {
      const service = services.find((it) => it.id === request.serviceId) ?? null;
      await this.reach(file, request, service, members.get(request.serviceId) ?? []);
    }
    const { sex, ageFrom, ageTo, languages, dueAt } = question;
    this.unit.notes({
      ...{ question: id, sharing: sharingId, need, wanted, ages: [ageFrom, ageTo], sex, languages },
      ...{ dueAt: dueAt.toISOString(), services: requests.length },
      asked: requests.map((it) => ({
        request: it.id,
        service: services.find((service) => service.id === it.serviceId)?.name ?? null,
      })),
    });
    return id;
  }

  /** By service, accounts that can see the question: open, and of the circle where the case has one. */
  private async answering(
    { row: { circle } }: LoadedCase,
    serviceIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ServiceMember[]>> {
    const open = await this.members.listOpenMembers(serviceIds);
    return Map.groupBy(
      open.filter(({ id }) => circle === null || circle.includes(id)),
      ({ serviceId }) => serviceId,
    );
  }

  /** Accounts of a service are told that something waits; one without gets a link, where it has an address and mails leave. */
  private async reach(
    file: LoadedCase,
    request: CapacityRequestEntity,
    service: DirectoryService | null,
    members: readonly ServiceMember[],
  ): Promise<void> {
    // At once, and not at the hours of other mails: a place for tonight can’t wait for the morning.
    for (const { id } of members) await this.mails.addConditional('referral-opened', id, request.id);
    if (members.length === 0 && service?.email) await this.links.makeLink(file.key, ofRequest(request));
  }

  /** To whom places are closed, whom others asked is not told by a refusal neither: it is asked once more, under another number. */
  private async refuseTooMany(file: LoadedCase, { need, serviceIds }: AskCapacityDto): Promise<void> {
    const now = this.unit.now();
    if ((await this.capacity.countSince(file.row.id, new Date(now - 24 * HOUR))) >= MOST_A_DAY)
      throw refused(
        'too-many-questions',
        `${String(MOST_A_DAY)} questions ont déjà été posées pour cet enfant en 24 heures. Appelez les services.`,
        `${String(MOST_A_DAY)} questions were asked for this child in 24 hours already. Call the services.`,
      );
    const { account } = this.unit;
    const hidesPlaces = redactedClasses(principalOf(account), file.resource).has('places');
    const waiting = (await this.capacity.stillAsked(file, need)).some(
      (kept) =>
        (!hidesPlaces || kept.question.byId === account.id) &&
        kept.requests.some(
          ({ id, serviceId }) =>
            serviceIds.includes(serviceId) && requestState(historyOf(kept), id, now) === 'waiting',
        ),
    );
    if (waiting)
      throw refused(
        'asked-already',
        'Un de ces services doit encore répondre à la même question.',
        'One of these services has yet to answer the same question.',
        'serviceIds',
      );
  }
}

/** What was shared, word for word, in both languages: it is kept as one text. */
function wordsOf({
  need,
  ages,
  sex,
  languages,
  wanted,
}: {
  readonly need: ServiceNeed;
  readonly ages: ServedAges | null;
  readonly sex: ServedSex | null;
  readonly languages: readonly string[];
  readonly wanted: CapacityWanted;
}): string {
  const inLanguage = (language: 'fr' | 'en'): string =>
    [
      NEEDS[need].title[language],
      ages ? `${String(ages.from)}–${String(ages.to)}` : UNKNOWN_AGE[language],
      ...(sex ? [GENDER_WORDS[sex][language]] : []),
      ...languages,
      WANTED[wanted][language],
    ].join(', ');
  return `${inLanguage('fr')}. · ${inLanguage('en')}.`;
}

const UNKNOWN_AGE = { fr: 'mineur, âge non établi', en: 'a minor, age not settled' } as const;
const WANTED = {
  'at-once': { fr: 'tout de suite', en: 'at once' },
  'within-a-day': { fr: 'dans les 24 heures', en: 'within 24 hours' },
  'within-a-week': { fr: 'dans la semaine', en: 'within a week' },
} as const satisfies Readonly<Record<CapacityWanted, object>>;

/** Why nobody was told first: there is nobody to recognise. Kept as one text, in both languages. */
const WHY_NOT =
  'Question sans nom ni référence : rien ne dit qui est l’enfant. · Nothing in the question says who the child is.';
const NOBODY_NAMED = {
  why: 'Trouver une place avant de dire qui est l’enfant. · To find a place before saying who the child is.',
  child: { told: 'no', why: WHY_NOT },
  parents: { told: 'no', why: WHY_NOT },
} as const;

const noSuchService = (): Refusal =>
  invalidValue(
    'serviceIds',
    'Un de ces services ne peut pas être interrogé pour cet enfant.',
    'One of these services can’t be asked for this child.',
  );
