import { text, type Text } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import type { ScenarioProblems } from './scenario-problem';

/** Names within the file: each once, each known, and nothing that waits for itself. */
export function checkLinks(scenario: TrainingScenario, problems: ScenarioProblems): void {
  const arriving = [...scenario.beats, ...(scenario.injects ?? [])];
  const ids = new Set<string>();
  for (const key of ['beats', 'injects', 'expectations', 'questions', 'branches', 'planted'] as const)
    for (const [place, { id }] of (scenario[key] ?? []).entries()) {
      if (ids.has(id)) problems.addProblem([key, place, 'id'], 'repeated-id', twice(id));
      ids.add(id);
    }
  const byId = new Map(arriving.map((it) => [it.id, it]));
  for (const key of ['beats', 'injects'] as const)
    for (const [place, { id, follows }] of (scenario[key] ?? []).entries()) {
      if (follows === undefined) continue;
      if (!byId.has(follows)) problems.addProblem([key, place, 'follows'], 'unknown-beat', unknown(follows));
      else if (isLoop(byId, id))
        problems.addProblem(
          [key, place, 'follows'],
          'loop',
          text(
            `« ${id} » attend ce qui l'attend : ni l'un ni l'autre n'arrive.`,
            `"${id}" waits for what waits for it: neither comes about.`,
          ),
          text('Retirez un des `follows`.', 'Leave one of the `follows` out.'),
        );
    }
  for (const [place, { about, choices }] of (scenario.questions ?? []).entries()) {
    if (about !== undefined && !byId.has(about))
      problems.addProblem(['questions', place, 'about'], 'unknown-beat', unknown(about));
    if (!choices.some(({ right }) => right === true))
      problems.addProblem(
        ['questions', place],
        'no-right-answer',
        text('Aucune réponse n’est bonne.', 'No answer is right.'),
      );
  }
  for (const [place, it] of scenario.expectations.entries()) {
    const said = [it.expect, it.always, it.order, it.ticked || undefined].filter((one) => one !== undefined);
    if (said.length !== 1)
      problems.addProblem(
        ['expectations', place],
        'one-of',
        text(
          'Une attente dit une chose : expect, always, order ou ticked.',
          'An expectation says one thing: expect, always, order or ticked.',
        ),
      );
    if ((it.points ?? 1) > 5)
      problems.addProblem(
        ['expectations', place, 'points'],
        'points',
        text('Cinq points au plus.', 'Five points at most.'),
      );
  }
  for (const [place, { answers = {}, unticked = [] }] of scenario.planted.entries()) {
    for (const [question, choice] of Object.entries(answers))
      if (
        !scenario.questions?.some(
          ({ id, choices }) => id === question && choices.some((it) => it.id === choice),
        )
      )
        problems.addProblem(
          ['planted', place, 'answers'],
          'unknown-answer',
          unknown(`${question}: ${choice}`),
        );
    for (const id of unticked)
      if (!scenario.expectations.some((it) => it.id === id && it.ticked))
        problems.addProblem(['planted', place, 'unticked'], 'unknown-expectation', unknown(id));
  }
}

function isLoop(byId: ReadonlyMap<string, { readonly follows?: string }>, id: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = byId.get(at)?.follows) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

const unknown = (name: string): Text =>
  text(`Il n'y a pas de « ${name} » ici.`, `There is no "${name}" here.`);
const twice = (name: string): Text => text(`« ${name} » est écrit deux fois.`, `"${name}" is written twice.`);
