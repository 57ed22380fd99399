import { text, type Text } from '@repere/feel';
import { span } from '../explain/words';

/** What deviations say that only replaying finds. */
export const replayWords = {
  skipped: (title: Text): Text =>
    text(
      `Étape « ${title.fr} » attendue et jamais faite : la suite a eu lieu sans elle.`,
      `Step "${title.en}" was expected and never done: what follows went on without it.`,
    ),
  repeated: (title: Text): Text =>
    text(
      `Étape « ${title.fr} » faite une fois de plus, alors qu’elle ne se répète pas.`,
      `Step "${title.en}" was done once more, though it does not recur.`,
    ),
  amended: (title: Text, by: number): Text =>
    text(
      `« ${title.fr} » corrigé après coup (${span(by).fr} après la saisie) : l’enfant en est moins protégé.`,
      `"${title.en}" corrected afterwards (${span(by).en} after it was recorded): less protects the child since.`,
    ),
  unapproved: (title: Text, by: number, isOpen: boolean): Text =>
    text(
      `« ${title.fr} » a pris effet sans validation : ${isOpen ? 'attendue' : 'venue'} ${span(by).fr} après l’échéance.`,
      `"${title.en}" took effect without approval: ${isOpen ? 'still awaited' : 'it came'} ${span(by).en} after it was due.`,
    ),
  unweighed: (title: Text, lacks: Text, by: number, isOpen: boolean): Text =>
    text(
      `Décision « ${title.fr} » sans ${lacks.fr}${isOpen ? '' : ', ajouté'} (${span(by).fr} après l’échéance).`,
      `Decision "${title.en}" without ${lacks.en}${isOpen ? '' : ', added'} (${span(by).en} after it was due).`,
    ),
};

/** What a decision lacks, in words. */
export function lackWords(missing: readonly ('best-interests' | 'child-view')[]): Text {
  const both = missing.length === 2;
  if (!both && missing[0] === 'child-view') return text('la parole de l’enfant', 'the child’s view');
  if (!both && missing[0] === 'best-interests')
    return text('l’intérêt supérieur de l’enfant', 'the child’s best interests');
  return text('la parole de l’enfant ni son intérêt supérieur', 'the child’s view or best interests');
}
