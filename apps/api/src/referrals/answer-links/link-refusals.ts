import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';

export const dead = (): Refusal =>
  refused(
    'link-dead',
    'Ce lien ne sert plus : un autre l’a remplacé, ou ses 72 heures sont passées. Appelez l’équipe qui vous l’a envoyé.',
    'This link is of no use any more: another replaced it, or its 72 hours are over. Call the team that sent it.',
  );

export const locked = (): Refusal =>
  refused(
    'link-locked',
    'Cinq codes faux : ce lien est fermé. L’équipe peut vous en envoyer un autre.',
    'Five wrong codes: this link is closed. The team can send you another.',
  );

export const wrongCode = (): Refusal =>
  refused(
    'wrong-code',
    'Ce n’est pas le code. Après cinq codes faux, le lien se ferme.',
    'This is not the code. After five wrong codes the link closes.',
    'code',
  );
