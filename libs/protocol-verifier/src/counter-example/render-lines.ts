import type { CompiledFact, CompiledProtocol, CompiledStep, JournalEntry } from '@repere/case-engine';
import { localDay, text, type Text } from '@repere/feel';
import { type FactValues, joined, type Role, formatAnswer } from '@repere/protocol';
import type { History } from '../search/history';
import type { World } from '../search/world';

/** One line for each act of a history, as somebody would tell it who was there. */
export function renderLines(world: World, history: History): readonly Text[] {
  const chain: History[] = [];
  for (let it: History | null = history; it?.action; it = it.before) chain.push(it);
  const start = chain.at(-1)?.now ?? history.now;
  return chain.reverse().flatMap((told, place) => {
    const entries = told.journal.slice(told.before?.journal.length ?? 0);
    // That time passes is seen from the next line; it is told where it is all that happens.
    if (entries.length === 0 && place < chain.length - 1) return [];
    const when = formatWhen(world, start, told.now);
    const what = joinedSentences(entries.map((entry) => formatEntry(world, told, entry)));
    const said = entries.length === 0 ? text('le temps passe', 'time passes') : what;
    return [text(`${when.fr} — ${said.fr}`, `${when.en} — ${said.en}`)];
  });
}

function formatWhen({ territory: { zone } }: World, start: number, now: number): Text {
  const day = localDay(now, zone) - localDay(start, zone) + 1;
  const time = new Intl.DateTimeFormat('fr-FR', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(now);
  return text(`Jour ${day}, ${time}`, `Day ${day}, ${time}`);
}

function formatEntry(world: World, { journal }: History, entry: JournalEntry): Text {
  const stepOf = (of: { readonly runId: string; readonly step: string }) => {
    const protocol = protocolOf(world, journal, of.runId);
    const step = protocol?.steps[protocol.stepIndex.get(of.step) ?? -1];
    return { protocol, step, title: step?.definition.title ?? text(of.step, of.step) };
  };
  switch (entry.kind) {
    case 'run-opened': {
      const title =
        world.protocols.get(entry.protocol)?.document.title ?? text(entry.protocol, entry.protocol);
      return entry.because
        ? text(`« ${title.fr} » s'ouvre`, `"${title.en}" opens`)
        : text(`l'intervenante ouvre « ${title.fr} »`, `the worker opens "${title.en}"`);
    }
    case 'step-completed': {
      const { protocol, step, title } = stepOf(entry);
      const who = WHO[entry.by[0]?.role ?? 'TS'];
      const answers = formatAnswers(protocol, step, entry.values, entry.row?.values, entry.closes);
      const isRecord = who !== WHO.TS;
      return text(
        isRecord
          ? `l'intervenante note « ${title.fr} » (${who.fr})${answers.fr}`
          : `l'intervenante termine « ${title.fr} »${answers.fr}`,
        isRecord
          ? `the worker records "${title.en}" (${who.en})${answers.en}`
          : `the worker completes "${title.en}"${answers.en}`,
      );
    }
    case 'entry-approved': {
      const { title } = stepOf(entry);
      return text(`une seconde personne valide « ${title.fr} »`, `a second person approves "${title.en}"`);
    }
    case 'entry-returned': {
      const { title } = stepOf(entry);
      return text(`une seconde personne renvoie « ${title.fr} »`, `a second person sends "${title.en}" back`);
    }
    case 'step-waived': {
      const { title } = stepOf(entry);
      return text(`l'intervenante écarte « ${title.fr} »`, `the worker waives "${title.en}"`);
    }
    case 'entry-amended': {
      const { protocol, step, title } = stepOf(entry);
      const answers = formatAnswers(protocol, step, entry.values, entry.row?.values, entry.closes, world);
      const of = step
        ? text(` « ${title.fr} »`, ` "${title.en}"`)
        : text(' ce qui était noté', ' what was noted');
      return text(`l'intervenante corrige${of.fr}${answers.fr}`, `the worker corrects${of.en}${answers.en}`);
    }
    case 'facts-recorded': {
      const answers = formatAnswers(undefined, undefined, entry.values, undefined, undefined, world);
      return text(`on apprend${answers.fr}`, `it is learnt${answers.en}`);
    }
    case 'run-moved':
      return text('le protocole passe à une autre version', 'the protocol moves to another version');
    case 'note-added':
      return text('une note', 'a note');
  }
}

function formatAnswers(
  protocol: CompiledProtocol | undefined,
  step: CompiledStep | undefined,
  values: FactValues,
  row: FactValues | undefined,
  closes: boolean | undefined,
  world?: World,
): Text {
  const factOf = (id: string): CompiledFact | undefined =>
    protocol?.factOf.get(id) ?? world?.set.sharedFactOf.get(id);
  const said = [
    ...Object.entries(values).map(([id, value]) => formatOne(factOf(id), id, value)),
    ...Object.entries(row ?? {}).map(([id, value]) => formatOne(step?.rowFields.get(id), id, value)),
    ...(closes ? [text("il n'y en a pas d'autre", 'there is no other')] : []),
  ];
  if (said.length === 0) return text('', '');
  const all = joined(said);
  return text(` : ${all.fr}`, `: ${all.en}`);
}

function formatOne(fact: CompiledFact | undefined, id: string, value: FactValues[string]): Text {
  return fact ? formatAnswer(fact.definition, value) : text(id, id);
}

function protocolOf(
  { protocols }: World,
  journal: readonly JournalEntry[],
  runId: string,
): CompiledProtocol | undefined {
  const entry = journal.find((it) => it.kind === 'run-opened' && it.runId === runId);
  return entry?.kind === 'run-opened' ? protocols.get(entry.protocol) : undefined;
}

function joinedSentences(parts: readonly Text[]): Text {
  return text(parts.map(({ fr }) => fr).join(' ; '), parts.map(({ en }) => en).join('; '));
}

/** Whose act it was, where it is not the worker's own. */
const WHO: Readonly<Record<Role, Text>> = {
  TS: text("l'intervenante", 'the worker'),
  REF: text('référente ASE', 'child welfare worker'),
  CRIP: text('CRIP', 'CRIP'),
  EVAL: text('évaluatrice', 'assessor'),
  MED: text('médecin', 'doctor'),
  PSY: text('psychologue', 'psychologist'),
  INT: text('interprète', 'interpreter'),
  LOG: text('hébergement', 'shelter'),
  ONG: text('association', 'association'),
  SUP: text('responsable', 'supervisor'),
  AUD: text('auditrice', 'auditor'),
  OPJ: text('police ou gendarmerie', 'police'),
  PROC: text('procureur', 'prosecutor'),
  JE: text('juge des enfants', "children's judge"),
  JI: text("juge d'instruction", 'investigating judge'),
  AAH: text('administrateur ad hoc', 'ad hoc guardian'),
  AVO: text('avocate', 'lawyer'),
  PREF: text('préfecture', 'prefecture'),
};
