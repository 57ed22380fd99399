import { compileProtocols } from '@repere/case-engine';
import { loadLibrary, loadScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { rehearseModel } from '@repere/training';
import { readProtocols, readScenarios } from './read-scenarios';

const library = loadLibrary(readProtocols());
if (!library.shared) throw new Error('facts.yaml could not be read');
const set = compileProtocols(library.shared, library.documents);

/** Protocols of which the model run of a scenario does a step, so that it is more than a name in its file. */
const practised = new Set(
  Object.entries(readScenarios()).flatMap(([file, text]) => {
    const { scenario } = loadScenario(text, file);
    const territory = territoryOf(String(scenario?.territory));
    if (!scenario || !territory) throw new Error(`${file} can not be played`);
    const { practice } = rehearseModel(set, scenario, territory);
    const done = new Set(
      practice.journal.flatMap((it) =>
        it.kind === 'step-completed' ? [practice.runs.get(it.runId)?.id] : [],
      ),
    );
    return Object.keys(scenario.versions).filter((protocol) => done.has(protocol));
  }),
);

it.each([...new Set(library.documents.map(({ protocol }) => protocol))])(
  '%s can be practised in a story that names it',
  (protocol) => {
    expect(practised).toContain(protocol);
  },
);
