import { act, type NamedAct } from './named-act';

/** What the service does by itself, and those who keep it running. */
export const UPKEEP_ACTS = {
  'case-file.refold': act(
    'acted',
    'A recalculé le dossier, l’heure ayant tourné',
    'Recomputed the case, as time had passed',
  ),
  'protocol-dry-run.try': act('acted', 'A essayé une version sur le dossier', 'Tried a version on the case'),
  'projections.rebuild': act('acted', 'A reconstruit ce que montrent les listes', 'Rebuilt what lists show'),
  'index.begun': act('acted', 'A commencé l’index des noms', 'Began the index of names'),
  'index.extended': act('acted', 'A complété l’index des noms', 'Extended the index of names'),
  'index.finished': act('acted', 'A terminé l’index des noms', 'Finished the index of names'),
  'index.taken-away': act(
    'acted',
    'A retiré un ancien index des noms',
    'Took away an earlier index of names',
  ),
  'credentials.rebound': act(
    'acted',
    'A relié des moyens de connexion à leurs comptes par une nouvelle clé',
    'Bound credentials to their accounts by a new key',
  ),
  'rows.changed': act(
    'acted',
    'A noté un changement de comptes, d’équipes ou de droits',
    'Noted a change of accounts, teams or rights',
  ),
  'keys.rewrapped': act('acted', 'A rechiffré des clés', 'Wrapped keys anew'),
  'keys.rotated': act('acted', 'A changé une clé', 'Rotated a key'),
  'ledger.checkpoint': act(
    'opened',
    'A lu le dernier point signé du registre',
    'Read the record’s last checkpoint',
  ),
  'ledger.consistency': act('opened', 'A vérifié la suite du registre', 'Checked that the record goes on'),
  'ledger.keys': act('opened', 'A lu les clés du registre', 'Read the record’s keys'),
  'ledger.epoch-began': act(
    'acted',
    'A ouvert une nouvelle période du registre',
    'Began a new epoch of the record',
  ),
  'ledger.key-rotated': act('acted', 'A changé la clé du registre', 'Rotated the record’s key'),
  'demo.seed': act('acted', 'A préparé la démonstration', 'Prepared the demo'),
  'demo.cover': act('acted', 'A préparé les remplacements de la démonstration', 'Prepared the demo’s cover'),
  'demo.draft': act('acted', 'A préparé un brouillon de la démonstration', 'Prepared a draft of the demo'),
  'demo.mission': act('acted', 'A préparé une mission de la démonstration', 'Prepared a mission of the demo'),
} satisfies Readonly<Record<string, NamedAct>>;
