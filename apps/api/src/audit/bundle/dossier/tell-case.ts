import { isWithheld, type Shown, type Words } from '@repere/cases';
import { formatDate } from '@repere/feel';
import { CONTACT_ROLES, knownChild } from '../../../cases/reading/known-child';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { cutTimeline, LEFT_OUT } from './cut-timeline';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Block, lines, list, type Part, quiet, table, text } from './dossier-story';
import { moment, occurrence } from './show-moment';
import { tellApprovals } from './tell-approvals';
import { tellDeviations } from './tell-deviations';
import { tellLooks } from './tell-looks';
import { tellRuns } from './tell-runs';
import { type ErasedCase, type Language, numberOf, type ToldCase } from './told-case';
import type { ChildDto } from '../../../cases/opening/child.dto';
import type { TimelineEntryDto } from '../../../cases/page/case-file.dto';

/** The parts of a dossier that are about one case. `named`: titles say which, because there are several. */
export function tellCase(told: ToldCase | ErasedCase, language: Language, named: boolean): readonly Part[] {
  const parts = told.kind === 'erased' ? tellErased(told, language) : tellKept(told, language);
  const reference = told.kind === 'erased' ? told.reference : referenceOf(told);
  return named ? parts.map((part) => ({ ...part, title: `${reference} · ${part.title}` })) : parts;
}

/** The case's reference; its alias where even that is left out. */
export const referenceOf = ({ file, alias, cut }: ToldCase): string =>
  cut.hides('identity') ? alias.slice(0, 12) : file.row.reference;

function tellErased({ looks, zone, entries }: ErasedCase, language: Language): readonly Part[] {
  return [
    {
      title: W.story[language],
      blocks: [text(W.erased[language]), quiet(`${W.number[language]} : ${String(entries)}`)],
    },
    tellLooks(looks, zone, false, language),
  ];
}

function tellKept(told: ToldCase, language: Language): readonly Part[] {
  const { file, cut } = told;
  const timeline = cutTimeline(file, told.timeline, cut, language);
  return [
    { title: W.child[language], blocks: tellChild(told, language) },
    { title: W.story[language], blocks: tellStory(told, timeline, language) },
    ...tellRuns(told, timeline, language),
    tellDeviations(told, language),
    tellApprovals(told, timeline, language),
    tellLooks(told.looks, file.territory.zone, cut.hides('staff'), language),
  ];
}

function tellChild({ file, cut, people, names }: ToldCase, language: Language): readonly Block[] {
  const { zone } = file.territory;
  const { row } = file;
  const leftOut = LEFT_OUT[language];
  const child: ChildDto | null = cut.hides('identity') ? null : knownChild(file);
  const birth = cut.fields.has(file.idOf('birth') ?? '')
    ? leftOut
    : child?.birth && formatDate(child.birth, language);
  const staff = (id: string | null): string =>
    id === null ? W.noLead[language] : cut.hides('staff') ? leftOut : (names.get(id) ?? id);
  return [
    lines([
      [W.called[language], child ? child.calledName : leftOut],
      [W.name[language], child && [child.givenNames, child.familyName].filter(Boolean).join(' ')],
      [W.alsoKnown[language], child?.alsoKnownAs?.join(', ')],
      [W.birth[language], child ? birth : leftOut],
      [W.phones[language], cut.hides('contact') ? leftOut : child?.phones?.join(', ')],
      [
        W.safeContact[language],
        contactOf(child, cut.hides('contact') || namesContact(file, cut.fields), language),
      ],
      [W.opened[language], moment(row.openedAt.getTime(), zone, language)],
      [W.lead[language], staff(row.leadId)],
      [W.team[language], `${row.teamName} · ${file.territory.name}`],
    ]),
    ...(people.length > 0
      ? [
          text(W.people[language]),
          cut.hides('identity')
            ? text(leftOut)
            : list(
                people.map(({ name, contact, note }) =>
                  [name, contact, note].flatMap((it) => said(it, leftOut)).join(' · '),
                ),
              ),
        ]
      : []),
  ];
}

/** What was recorded of a person; what the bundle leaves out says so. */
const said = (recorded: Shown<string> | undefined, leftOut: string): readonly string[] =>
  recorded ? [isWithheld(recorded) ? leftOut : recorded] : [];

const namesContact = (file: LoadedCase, fields: ReadonlySet<string>): boolean =>
  CONTACT_ROLES.some((role) => fields.has(file.idOf(role) ?? ''));

function contactOf(child: ChildDto | null, hidden: boolean, language: Language): string | null {
  if (hidden) return LEFT_OUT[language];
  const { how, hours, codeWord, mayBeLeft, whoElseReads } = child?.safeContact ?? {};
  return [how, hours, codeWord, mayBeLeft, whoElseReads].filter(Boolean).join(' · ') || null;
}

function tellStory(
  { file, leafOf }: ToldCase,
  timeline: readonly TimelineEntryDto[],
  language: Language,
): readonly Block[] {
  const { zone } = file.territory;
  const columns = [W.number, W.when, W.what, W.who, W.entered].map((words: Words) => words[language]);
  const rows = timeline.map((it, place) => {
    const entry = file.journal[place];
    return [
      numberOf(leafOf, it.entryId),
      entry ? occurrence(entry.occurredAt, zone, language) : '',
      it.title[language],
      it.system ? W.itself[language] : it.by,
      moment(it.recordedAt, zone, language),
    ];
  });
  return [quiet(W.storyLead[language]), table(columns, rows)];
}
