import { compileProtocols } from '@repere/case-engine';
import { loadLibrary, loadScenario, type TrainingScenario } from '@repere/protocol';
import { FACTS, PROTOCOL, SCENARIO, SOURCES } from '@repere/protocol/testing';
import type { Territory } from '@repere/feel';
import { checkScenario } from '../check/check-scenario';

const library = loadLibrary(
  { 'facts.yaml': FACTS, 'sources.yaml': SOURCES, 'shelter/1.0.0/protocol.yaml': PROTOCOL },
  '',
);
if (!library.shared) throw new Error('The small library could not be read');

/** The made-up shelter of the small library, compiled. */
export const SHELTER = compileProtocols(library.shared, library.documents);

export const PARIS: Territory = { code: '75', zone: 'Europe/Paris', isHoliday: () => false };

/** The small scenario, with something exchanged. */
export function scenarioWith(from = '', to = ''): TrainingScenario {
  if (!SCENARIO.includes(from)) throw new RangeError(`no ${from}`);
  const { scenario, problems } = loadScenario(SCENARIO.replace(from, to), 'a-night.yaml');
  if (!scenario) throw new Error(problems.map(({ line, message }) => `${line} ${message.en}`).join('\n'));
  return scenario;
}

/** What is wrong with a text, as `line code`. */
export const problemsOf = (text: string, file?: string): readonly string[] =>
  foundIn(text, file).map(({ line, code }) => `${line} ${code}`);

/** What would be right instead, in English. */
export const remediesOf = (text: string): readonly string[] =>
  foundIn(text).map(({ remedy }) => remedy?.en ?? '');

/** What is wrong, in both languages. */
export const messagesOf = (text: string): readonly string[] =>
  foundIn(text).flatMap(({ message: { fr, en } }) => [fr, en]);

function foundIn(text: string, file = 'scenarios/a-night.yaml') {
  const loaded = loadScenario(text, file);
  return checkScenario(loaded, {
    set: SHELTER,
    territory: PARIS,
    codes: new Set(Object.keys(library.sources)),
  });
}
