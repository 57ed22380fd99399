import { isRedacted, type Shown, type Words } from '@repere/cases';
import { formatDate } from '@repere/feel';
import { CONTACT_ROLES, knownChild } from '../../../cases/reading/known-child';
import type { LoadedCase } from '../../../cases/reading/loaded-case';
import { redactTimeline, LEFT_OUT } from './redact-timeline';
import { DOSSIER_WORDS as W } from './dossier-words';
import { type Block, lines, list, type Part, quiet, table, text } from './dossier-document';
import { moment, occurrence } from '../../../platform/answers/show-moment';
import { renderApprovals } from './render-approvals';
import { renderDeviations } from './render-deviations';
import { renderAccessLog } from './render-access-log';
import { renderCorrespondence } from '../correspondence/render-correspondence';
import { renderRuns } from './render-runs';
import { type ErasedCase, type Language, numberOf, type DossierCase } from './dossier-case';
import type { ChildDto } from '../../../cases/opening/child.dto';
import type { TimelineEntryDto } from '../../../cases/page/case-file.dto';

/** The parts of a dossier that are about one case. `named`: titles say which, because there are several. */
export function renderCase(
  dossierCase: DossierCase | ErasedCase,
  language: Language,
  named: boolean,
): readonly Part[] {
  const parts =
    dossierCase.kind === 'erased' ? renderErased(dossierCase, language) : renderKept(dossierCase, language);
  const reference = dossierCase.kind === 'erased' ? dossierCase.reference : referenceOf(dossierCase);
  return named ? parts.map((part) => ({ ...part, title: `${reference} · ${part.title}` })) : parts;
}

/** The case's reference; its alias where even that is left out. */
export const referenceOf = ({ file, alias, scope }: DossierCase): string =>
  scope.hides('identity') ? alias.slice(0, 12) : file.row.reference;

function renderErased(
  { accessEvents, zone, scope, entries }: ErasedCase,
  language: Language,
): readonly Part[] {
  return [
    {
      title: W.timeline[language],
      blocks: [text(W.erased[language]), quiet(`${W.number[language]} : ${String(entries)}`)],
    },
    renderAccessLog(accessEvents, zone, scope, language),
  ];
}

function renderKept(dossierCase: DossierCase, language: Language): readonly Part[] {
  const { file, scope } = dossierCase;
  const timeline = redactTimeline(file, dossierCase.timeline, scope, language);
  return [
    { title: W.child[language], blocks: renderChild(dossierCase, language) },
    { title: W.timeline[language], blocks: renderTimeline(dossierCase, timeline, language) },
    ...renderRuns(dossierCase, timeline, language),
    renderCorrespondence(dossierCase, language),
    renderDeviations(dossierCase, language),
    renderApprovals(dossierCase, timeline, language),
    renderAccessLog(dossierCase.accessEvents, file.territory.zone, scope, language),
  ];
}

function renderChild({ file, scope, people, names }: DossierCase, language: Language): readonly Block[] {
  const { zone } = file.territory;
  const { row } = file;
  const leftOut = LEFT_OUT[language];
  const child: ChildDto | null = scope.hides('identity') ? null : knownChild(file);
  const birth = scope.fields.has(file.idOf('birth') ?? '')
    ? leftOut
    : child?.birth && formatDate(child.birth, language);
  const staff = (id: string | null): string =>
    id === null ? W.noLead[language] : scope.hides('staff') ? leftOut : (names.get(id) ?? id);
  return [
    lines([
      [W.called[language], child ? child.calledName : leftOut],
      [W.name[language], child && [child.givenNames, child.familyName].filter(Boolean).join(' ')],
      [W.alsoKnown[language], child?.alsoKnownAs?.join(', ')],
      [W.birth[language], child ? birth : leftOut],
      [W.phones[language], scope.hides('contact') ? leftOut : child?.phones?.join(', ')],
      [
        W.safeContact[language],
        contactOf(child, scope.hides('contact') || namesContact(file, scope.fields), language),
      ],
      [W.opened[language], moment(row.openedAt.getTime(), zone, language)],
      [W.lead[language], staff(row.leadId)],
      [W.team[language], `${row.teamName} · ${file.territory.name}`],
    ]),
    ...(people.length > 0
      ? [
          text(W.people[language]),
          scope.hides('identity')
            ? text(leftOut)
            : list(
                people.map(({ name, contact, note }) =>
                  [name, contact, note].flatMap((it) => saidLines(it, leftOut)).join(' · '),
                ),
              ),
        ]
      : []),
  ];
}

/** What was recorded of a person; what the bundle leaves out says so. */
const saidLines = (recorded: Shown<string> | undefined, leftOut: string): readonly string[] =>
  recorded ? [isRedacted(recorded) ? leftOut : recorded] : [];

const namesContact = (file: LoadedCase, fields: ReadonlySet<string>): boolean =>
  CONTACT_ROLES.some((role) => fields.has(file.idOf(role) ?? ''));

function contactOf(child: ChildDto | null, hidden: boolean, language: Language): string | null {
  if (hidden) return LEFT_OUT[language];
  const { how, hours, codeWord, mayBeLeft, whoElseReads } = child?.safeContact ?? {};
  return [how, hours, codeWord, mayBeLeft, whoElseReads].filter(Boolean).join(' · ') || null;
}

function renderTimeline(
  { file, leafOf }: DossierCase,
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
  return [quiet(W.timelineLead[language]), table(columns, rows)];
}
