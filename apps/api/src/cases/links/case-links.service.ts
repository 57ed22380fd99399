import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { parseReference } from '@repere/cases';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SEARCH_MS } from '../duplicates/constant-time';
import { redactedClasses, unlessRedacted } from '../disclosure/redacted-classes';
import { pageOfCase } from '../page/page-of-case';
import type { LoadedCase } from '../reading/loaded-case';
import { CaseLinksQuery, type LinkedCase, type ReadLinkLine } from './case-links.query';
import type { AskLinkDto, CaseLinkDto, CaseLinksDto } from './case-links.dto';
import { CaseLinksRepository } from './case-links.repository';
import { LINK_STATES, linkStanding, type LinkStanding } from './link-standing';

/** That stand in one case at once. */
const MOST_LINKS = 50;

/** Ties between children: each side learns that there is another and whom to ask, and nothing else of them. */
@Injectable()
export class CaseLinksService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly query: CaseLinksQuery,
    private readonly lines: CaseLinksRepository,
  ) {}

  async showLinks(file: LoadedCase): Promise<CaseLinksDto> {
    const principal = principalOf(this.unit.account);
    const redacted = redactedClasses(principal, file.resource);
    const links = await this.standing(file);
    const seen = links.flatMap(({ other }) => (other ? [other.caseFileId] : []));
    this.unit.shows([file.row.id, ...seen]);
    return {
      ...pageOfCase(file, redacted),
      links: unlessRedacted(redacted, ['people', 'staff'], links.map(shownLink)),
      mayWrite: may(principal, 'write', file.resource).yes,
    };
  }

  /** Whether there is a case of this reference is not answered: its people are told, and answer for themselves. */
  async askLink(file: LoadedCase, { kind, reference: typed }: AskLinkDto): Promise<void> {
    const reference = parseReference(typed);
    if (reference === undefined) throw noReference();
    if (reference === file.row.reference) throw ownReference();
    const links = (await this.standing(file)).filter(({ state }) => state !== 'ended' && state !== 'refused');
    if (links.length >= MOST_LINKS) throw tooMany();
    if (links.some((it) => it.kind === kind && referenceOf(it) === reference)) throw linkedAlready();
    const linkId = randomUUID();
    await this.unit.inConstantTime(SEARCH_MS, () =>
      this.lines.askFor(placeOf(file), { linkId, kind }, reference),
    );
    this.unit.notes({ link: linkId, kind });
  }

  async answerLink(file: LoadedCase, linkId: string, agrees: boolean): Promise<void> {
    const { kind, state } = await this.findLink(file, linkId);
    if (state !== 'to-answer') throw notToAnswer();
    if (agrees) await this.lines.addToBoth(placeOf(file), { linkId, kind }, 'agreed');
    else await this.lines.addRefusal(placeOf(file), { linkId, kind });
    this.unit.notes({ link: linkId, agrees });
  }

  async endLink(file: LoadedCase, linkId: string): Promise<void> {
    const { kind, state } = await this.findLink(file, linkId);
    if (state !== 'agreed' && state !== 'waiting') throw notStanding();
    await this.lines.addToBoth(placeOf(file), { linkId, kind }, 'ended');
    this.unit.notes({ link: linkId });
  }

  private async findLink(file: LoadedCase, linkId: string): Promise<OwnLink> {
    const found = (await this.standing(file)).find(({ id }) => id === linkId);
    if (!found) throw new Refusal('not-found');
    return found;
  }

  /** What waits for an answer first, then in the order of the states; the newest of each first. */
  private async standing({ row }: LoadedCase): Promise<readonly OwnLink[]> {
    const all = await this.query.listLines(row.id);
    const links = [...Map.groupBy(all, ({ linkId }) => linkId)].flatMap(([id, lines]): readonly OwnLink[] => {
      const standing = linkStanding(lines.filter(({ caseFileId }) => caseFileId === row.id));
      const other = lines.find(({ caseFileId }) => caseFileId !== row.id) ?? null;
      return standing ? [{ id, other, ...standing }] : [];
    });
    return links.sort((a, b) => LINK_STATES.indexOf(a.state) - LINK_STATES.indexOf(b.state));
  }
}

interface OwnLink extends LinkStanding<ReadLinkLine> {
  readonly id: string;
  /** A line of it in the other case, where the reader reads that one too. */
  readonly other: ReadLinkLine | null;
}

const placeOf = ({ row }: LoadedCase): LinkedCase => ({ id: row.id, teamId: row.teamId });

const referenceOf = ({ began, other }: OwnLink): string | null =>
  began.otherReference ?? other?.reference ?? null;

const shownLink = (link: OwnLink): CaseLinkDto => ({
  ...{ id: link.id, kind: link.kind, state: link.state, since: link.began.at.toISOString() },
  ask: link.told && { name: link.told.byName, team: link.told.byTeam },
  ...{ reference: referenceOf(link), otherCaseFileId: link.other?.caseFileId ?? null },
});

const noReference = () =>
  refused(
    'no-reference',
    'Ce n’est pas une référence : elle s’écrit RP-7K4M-2QX.',
    'This is no reference: one is written RP-7K4M-2QX.',
    'reference',
  );

const ownReference = () =>
  refused(
    'own-reference',
    'C’est la référence de ce dossier-ci.',
    'This is the reference of this very case.',
    'reference',
  );

const linkedAlready = () =>
  refused(
    'linked-already',
    'Ce lien est déjà demandé, ou déjà établi.',
    'This tie was asked for already, or stands already.',
    'reference',
  );

const tooMany = () =>
  refused('too-many-links', 'Ce dossier a déjà trop de liens.', 'This case has too many ties already.');

const notToAnswer = () =>
  refused('answered-already', 'Ce lien n’attend pas de réponse.', 'This tie waits for no answer.');

const notStanding = () =>
  refused('not-standing', 'Ce lien n’est plus là.', 'This tie does not stand any more.');
