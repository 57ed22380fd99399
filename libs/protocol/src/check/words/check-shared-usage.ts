import { namesIn, text } from '@repere/feel';
import type { ProtocolDocument, SafeguardDefinition, SharedDocument } from '../../documents/document';
import { newestVersion } from '../../versions/newest-version';
import { type CheckFinding, listOfStep } from '../checking';
import { conditionsOf, derivedOf, relevanceOf } from '../expressions';

/** Facts of facts.yaml that a condition or a period waits for and that no step asks, and those that nothing uses. */
export function* checkSharedUsage(
  shared: SharedDocument,
  documents: readonly ProtocolDocument[],
): Iterable<CheckFinding> {
  const newest = documents.filter((it) => newestVersion(it.protocol, documents) === it);
  if (newest.length === 0) return;
  const steps = newest.flatMap((document) => document.steps);
  const asked = new Set(steps.flatMap((step) => [...step.fields, listOfStep(step)]));
  const words = wordsOf(shared, newest);
  const read = new Set([
    ...words,
    ...Object.entries(shared.moments).flatMap(([id, { from }]) => (words.has(id) ? [from] : [])),
    ...steps.flatMap(({ due, opensAt }) => [due?.from, opensAt?.from]),
  ]);
  const compared = new Set(newest.flatMap(({ safeguards }) => safeguards.flatMap(namedBySafeguard)));
  for (const [id, { writtenBy }] of Object.entries(shared.facts)) {
    if (asked.has(id) || writtenBy !== undefined) continue;
    const isRead = read.has(id);
    if (!isRead && compared.has(id)) continue;
    yield {
      code: isRead ? 'never-asked' : 'unused-fact',
      at: ['facts', id],
      isKey: true,
      message: isRead
        ? text(
            `\`${id}\` est lu, mais aucune étape d’une dernière version ne le demande.`,
            `\`${id}\` is read, but no step of a newest version asks it.`,
          )
        : text(
            `Aucune dernière version ne demande ni ne lit \`${id}\`.`,
            `No newest version asks or reads \`${id}\`.`,
          ),
      remedy: isRead
        ? text('Ajoutez-le aux `fields` d’une étape.', 'Add it to the `fields` of a step.')
        : text('Demandez-le dans une étape, ou retirez-le.', 'Ask it in a step, or leave it out.'),
      severity: 'warning',
    };
  }
}

/** Every name that a condition uses; codes stand in quotes and are none. */
function wordsOf(shared: SharedDocument, documents: readonly ProtocolDocument[]): ReadonlySet<string> {
  const texts = [
    ...[...relevanceOf(shared.facts)].map(({ text }) => text),
    ...[...derivedOf(shared.facts)].flatMap(({ text }) => linesOf(text)),
    ...documents.flatMap((document) => [
      ...[...conditionsOf(document)].map(({ text }) => text),
      ...[...derivedOf(document.facts, document.derived)].flatMap(({ text }) => linesOf(text)),
    ]),
  ];
  // What can not be read is said elsewhere: it may use anything.
  return new Set(texts.flatMap((text) => [...(namesIn(text) ?? Object.keys(shared.facts))]));
}

/** Facts of two children that a safeguard compares: it reads neither. */
function namedBySafeguard({ sameSteps, sameOutcome }: SafeguardDefinition): readonly string[] {
  const whatever = [...(sameSteps?.whatever ?? []), ...(sameOutcome?.whatever ?? [])];
  return whatever.map((reading) => reading.split('.')[0] ?? reading);
}

function linesOf(text: ProtocolDocument['derived'][string]): readonly string[] {
  return typeof text === 'string' ? [text] : text.flatMap(({ when, is }) => [when, is]);
}
