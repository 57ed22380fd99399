import { text, type Text } from '@repere/feel';
import type { StepDefinition } from '../../documents/document';
import type { Path } from '../../yaml/yaml-source';
import { type Check, factsOf, type CheckFinding, listOfStep } from '../checking';
import { unknownName } from '../unknown-name';

/** What counts in another run is no decision and fills no list; what protects says which facts tell a new exposure. */
export const checkValidity: Check = function* (checking) {
  const facts = Object.keys(factsOf(checking));
  for (const [index, step] of checking.document.steps.entries()) {
    if (!step.valid) continue;
    const at: Path = ['steps', index, 'valid'];
    const why = whyCountsOnlyHere(step);
    if (why) yield countsOnlyHere(step, why, at);
    for (const [line, id] of step.valid.until.entries())
      if (!facts.includes(id)) yield unknownName('fact', id, facts, [...at, 'until', line]);
    const isMedical = step.due?.origin === 'MEDICAL';
    if ((step.protective || isMedical) && step.valid.until.length === 0) yield withoutExposure(step, at);
  }
};

function whyCountsOnlyHere(step: StepDefinition): Text | null {
  if (step.kind === 'decision' || step.decides !== undefined) return text('elle décide', 'it decides');
  if (step.approvedBy) return text('elle attend une seconde personne', 'it takes a second person');
  if (step.kind === 'recorded-act')
    return text("elle note l'acte d'un autre", 'it records the act of another');
  return listOfStep(step) === undefined ? null : text('elle remplit une liste', 'it fills a list');
}

function countsOnlyHere({ id }: StepDefinition, why: Text, at: Path): CheckFinding {
  return {
    code: 'counts-only-here',
    at,
    message: text(
      `\`${id}\` ne peut pas compter ailleurs : ${why.fr}.`,
      `\`${id}\` can not count elsewhere: ${why.en}.`,
    ),
    remedy: text('Retirez `valid`.', 'Leave `valid` out.'),
  };
}

function withoutExposure({ id }: StepDefinition, at: Path): CheckFinding {
  return {
    code: 'counts-after-exposure',
    at,
    message: text(
      `\`${id}\` protège ou soigne : rien n’y met fin après une nouvelle exposition.`,
      `\`${id}\` protects or treats: nothing ends that after a new exposure.`,
    ),
    remedy: text(
      'Nommez les faits qui la disent : `until: [fait, autre_fait]`.',
      'Name the facts that tell of one: `until: [fact, other_fact]`.',
    ),
  };
}
