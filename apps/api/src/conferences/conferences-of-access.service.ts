import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { formatDay, sideBySide } from '../cases/words/format-codes';
import { words } from '../platform/answers/words';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { type GatheredLine, LineSheet } from '../privacy/access-requests/gathered-line';
import { LinesBeside } from '../privacy/access-requests/lines-beside';
import { ConferenceActionsRepository } from './actions/conference-actions.repository';
import { ConferencesRepository, type SaidConference } from './conferences.repository';
import { seesAllOfIt } from './show-conference';

/** Conferences of a case as they stand, for who asks what is known of them: what was said, the child's own words, what was agreed to be done. */
@Injectable()
export class ConferencesOfAccess implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly conferences: ConferencesRepository,
    private readonly actions: ConferenceActionsRepository,
    private readonly beside: LinesBeside,
  ) {}

  onModuleInit(): void {
    this.beside.register('conferences', (file) => this.gather(file));
  }

  private async gather(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const isOpen = seesAllOfIt(redactedClasses(principalOf(this.unit.account), file.resource));
    const sheet = new LineSheet();
    const actions = Map.groupBy(
      isOpen ? await this.actions.listStanding(file) : [],
      ({ appointmentId }) => appointmentId,
    );
    for (const now of await this.conferences.listStanding(file)) {
      const section = sectionOf(now, file.territory.zone);
      if (!isOpen) {
        sheet.addLine(
          section,
          words('Ce qui s’y est dit', 'What was said there'),
          CLOSED,
          'others',
          'narrative',
        );
        continue;
      }
      addConference(sheet, section, now);
      for (const { content, passed } of actions.get(now.appointmentId) ?? [])
        for (const text of [content.what, ...passed.map(({ why }) => why), content.outcome])
          sheet.addLine(section, words('À faire', 'To be done'), text, 'free-text', 'narrative');
    }
    return sheet.lines;
  }
}

const sectionOf = ({ at }: SaidConference, zone: string): Words =>
  sideBySide(formatDay(isoDay(localDay(at.getTime(), zone))), words('Concertation', 'Case conference'));

function addConference(sheet: LineSheet, section: Words, { content }: SaidConference): void {
  const { child, ...said } = content;
  // Written freely: it may name anybody, whatever it is about.
  const add = (label: Words, text: string | null): void =>
    sheet.addLine(section, label, text, 'free-text', 'narrative');
  add(words('À quoi elle sert', 'What it is for'), said.purpose);
  sheet.addLine(
    section,
    words('Ce que l’enfant a dit', 'What the child said'),
    child.words,
    'own',
    'opinion',
  );
  add(words('Pourquoi l’enfant n’y était pas', 'Why the child was not there'), child.whyNot);
  for (const { text } of said.points) add(words('Point', 'Point'), text);
  for (const { what, why } of said.decisions)
    for (const text of [what, why]) add(words('Décision', 'Decision'), text);
  add(words('Ce qui s’est dit', 'What was said'), said.summary);
  for (const text of [said.correction, said.sentBack]) add(words('Relecture', 'Review'), text);
  for (const { name, role } of said.outside)
    sheet.addLine(section, words('Du dehors', 'From outside'), `${name}, ${role}`, 'others', 'people');
  sheet.addLine(
    section,
    words('Qui le dit à l’enfant', 'Who tells the child'),
    child.teller,
    'others',
    'people',
  );
}

const CLOSED = words(
  'Non lu : qui prépare cette demande ne voit pas tout ce dont il peut s’agir.',
  'Not read: whoever prepares this request doesn’t see all that it may tell of.',
);
