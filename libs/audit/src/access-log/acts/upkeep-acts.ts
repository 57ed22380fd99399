import { namedAct, namedApart, type NamedAct } from './named-act';

/** What the service does by itself, and those who keep it running. */
export const UPKEEP_ACTS = {
  'case-file.recompute': namedAct(
    'acted',
    'A recalculé le dossier, l’heure ayant tourné',
    'Recomputed the case, as time had passed',
  ),
  'protocol-dry-run.try': namedAct(
    'acted',
    'A essayé une version sur le dossier',
    'Tried a version on the case',
  ),
  'projections.rebuild': namedAct(
    'acted',
    'A reconstruit ce que montrent les listes',
    'Rebuilt what lists show',
  ),
  'index.begun': namedAct('acted', 'A commencé l’index des noms', 'Began the index of names'),
  'index.extended': namedAct('acted', 'A complété l’index des noms', 'Extended the index of names'),
  'index.finished': namedAct('acted', 'A terminé l’index des noms', 'Finished the index of names'),
  'index.taken-away': namedAct(
    'acted',
    'A retiré un ancien index des noms',
    'Took away an earlier index of names',
  ),
  'credentials.rebound': namedAct(
    'acted',
    'A relié des moyens de connexion à leurs comptes par une nouvelle clé',
    'Bound credentials to their accounts by a new key',
  ),
  'rows.changed': namedAct(
    'acted',
    'A noté un changement de comptes, d’équipes ou de droits',
    'Noted a change of accounts, teams or rights',
  ),
  'keys.rewrapped': namedAct('acted', 'A rechiffré des clés', 'Wrapped keys anew'),
  'keys.rotated': namedAct('acted', 'A changé une clé', 'Rotated a key'),
  'ledger.checkpoint': namedAct(
    'opened',
    'A lu le dernier point signé du registre',
    'Read the record’s last checkpoint',
  ),
  'ledger.consistency': namedAct(
    'opened',
    'A vérifié la suite du registre',
    'Checked that the record goes on',
  ),
  'ledger.keys': namedAct('opened', 'A lu les clés du registre', 'Read the record’s keys'),
  'ledger.epoch-began': namedAct(
    'acted',
    'A ouvert une nouvelle période du registre',
    'Began a new epoch of the record',
  ),
  'ledger.branch-began': namedAct(
    'acted',
    'A ouvert le registre d’une branche d’un espace d’exercice',
    'Began the record of a branch of a training space',
  ),
  'ledger.signer-took-over': namedAct(
    'acted',
    'A confié la signature du registre à une autre machine',
    'Had another machine sign the record',
  ),
  'ledger.key-rotated': namedAct('acted', 'A changé la clé du registre', 'Rotated the record’s key'),
  'demo.seed': namedApart('acted', 'A préparé la démonstration', 'Prepared the demo'),
  'demo.cover': namedApart(
    'acted',
    'A préparé les remplacements de la démonstration',
    'Prepared the demo’s cover',
  ),
  'demo.draft': namedApart(
    'acted',
    'A préparé un brouillon de la démonstration',
    'Prepared a draft of the demo',
  ),
  'demo.mission': namedApart(
    'acted',
    'A préparé une mission de la démonstration',
    'Prepared a mission of the demo',
  ),
} satisfies Readonly<Record<string, NamedAct>>;
