import { ACT_WORDS, type ActName } from '@repere/audit';
import type { Words } from '@repere/cases';
import { moment } from '../../../platform/answers/show-moment';
import { type Block, heading, lines, type Part, quiet, table } from '../dossier/dossier-document';
import type { DossierCase, Language } from '../dossier/dossier-case';
import { DOSSIER_WORDS as D } from '../dossier/dossier-words';
import { LEFT_OUT } from '../dossier/redact-timeline';
import { CORRESPONDENCE, type CorrespondenceAct, isCorrespondence } from './correspondence-acts';
import { CORRESPONDENCE_WORDS as W } from './correspondence-words';
import { FIELD_NAMES, fieldOf, holdsKnown, opensActField } from './fields-of-acts';
import { isDeed, type RecordedAct } from './recorded-acts';
import type { Showing } from './show-field';
import { ThingsTold } from './things-told';

type Fields = Readonly<Record<string, unknown>>;
type Written = RecordedAct & { readonly type: CorrespondenceAct };

/** What was asked, sent and answered, act by act; then how often anything else was done. */
export function renderCorrespondence(dossierCase: DossierCase, language: Language): Part {
  const { acts, scope, file } = dossierCase;
  const things = new ThingsTold(acts);
  const showing: Showing = {
    ...{ language, zone: file.territory.zone, things },
    namesServices: scope.namesServices,
  };
  const written = acts.filter(isWritten);
  const others = acts.filter((it) => !isCorrespondence(it.type) && isDeed(it));
  return {
    title: W.title[language],
    blocks: [
      ...(written.length === 0
        ? [quiet(W.none[language])]
        : [quiet(W.lead[language]), quiet(W.files[language])]),
      ...written.flatMap((act) => renderAct(act, dossierCase, showing)),
      ...(others.length === 0 ? [] : renderOthers(others, showing.zone, language)),
    ],
  };
}

/** Looks are none, but for that by which a service had a referral first. */
function isWritten(act: RecordedAct): act is Written {
  if (!isCorrespondence(act.type)) return false;
  const as = CORRESPONDENCE[act.type];
  if (as === 'receipt' || as === 'receipt-by-link') return act.fields?.['isReceived'] === true;
  return as !== 'look' && !isIdle(act);
}

/** What the clock looked at and left as it was. */
const isIdle = ({ isSystem, type, fields }: RecordedAct): boolean =>
  isSystem && !type.startsWith('answer-link.') && fields !== null && saidIn(fields).length === 0;

const saidIn = (fields: Fields): readonly string[] => Object.keys(fields).filter((it) => it !== 'clock');

function renderAct(act: Written, { scope }: DossierCase, showing: Showing): readonly Block[] {
  const { language, zone, things } = showing;
  const { fields } = act;
  const said = fields === null ? [] : FIELD_NAMES.filter((name) => Object.hasOwn(fields, name));
  const shown = said.flatMap((name) => {
    const known = fieldOf(act.type, name);
    if (!known || fields === null) return [];
    if (opensActField(act, name, scope, things) && holdsKnown(known, fields[name]))
      return known.lines?.(fields[name], showing) ?? [];
    return known.label ? [[known.label[language], LEFT_OUT[language]] as const] : [];
  });
  return [
    heading(`${moment(act.at, zone, language)} – ${ACT_WORDS[act.type].act[language]}`),
    lines([
      [D.number[language], String(act.leaf)],
      [D.who[language], whoDid(act, scope, language)],
      ...shown,
    ]),
    ...(fields === null ? [quiet(W.gone[language])] : []),
    ...(fields !== null && saidIn(fields).length === 0 ? [quiet(W.nothingNew[language])] : []),
  ];
}

function whoDid(act: Written, scope: DossierCase['scope'], language: Language): string {
  const as = CORRESPONDENCE[act.type];
  if (as === 'by-link' || as === 'receipt-by-link') return W.link[language];
  if (act.isSystem) return D.itself[language];
  return scope.namesActor(act) ? (act.by ?? '?') : LEFT_OUT[language];
}

function renderOthers(acts: readonly RecordedAct[], zone: string, language: Language): readonly Block[] {
  const columns = [D.what, W.count, D.first, D.last].map((words: Words) => words[language]);
  const byType = Map.groupBy(acts, ({ type }) => type);
  const rows = [...byType].map(([type, done]: [ActName, readonly RecordedAct[]]) => [
    ACT_WORDS[type].act[language],
    String(done.length),
    ...[done[0], done.at(-1)].map((it) => (it ? moment(it.at, zone, language) : '')),
  ]);
  return [heading(W.others[language]), quiet(W.othersLead[language]), table(columns, rows)];
}
