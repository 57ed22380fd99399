import { act, type NamedAct } from './named-act';

/** Acts that decide who may see a case: relations, cover, emergency access, referrals. */
export const RELATION_ACTS = {
  'case-file.access': act('opened', 'A regardé qui peut voir le dossier', 'Looked at who may see the case'),
  'case-file.colleagues': act(
    'opened',
    'A cherché à qui confier le dossier',
    'Looked for somebody to give the case to',
  ),
  'case-file.end-tie': act('acted', 'A mis fin à un accès', 'Ended an access'),
  'case-file.restrict': act('acted', 'A restreint le dossier à un cercle', 'Restricted the case to a circle'),
  'case-file.unrestrict': act(
    'acted',
    'A rouvert le dossier à l’équipe',
    'Opened the case to the team again',
  ),
  'case-file.declare-conflict': act(
    'acted',
    'A dit devoir rester à l’écart du dossier',
    'Said that they must stay away from the case',
  ),
  'case-file.lift-conflict': act('acted', 'A levé une mise à l’écart', 'Lifted an exclusion'),
  'case-file.ask-opinion': act('acted', 'A demandé un second avis', 'Asked for a second opinion'),
  'case-file.ask-second-opinion': act('acted', 'A demandé un second avis', 'Asked for a second opinion'),
  'case-file.opinion': act('acted', 'A donné un second avis', 'Gave a second opinion'),
  'case-file.ask-approver': act('acted', 'A demandé à quelqu’un de valider', 'Asked somebody to approve'),
  'break-glass.open': act('acted', 'A ouvert un accès d’urgence', 'Opened an emergency access'),
  'break-glass.try': act('acted', 'A demandé un accès d’urgence', 'Asked for an emergency access'),
  'break-glass.end': act('acted', 'A mis fin à un accès d’urgence', 'Ended an emergency access'),
  'break-glass.review': act('acted', 'A jugé un accès d’urgence', 'Judged an emergency access'),
  'break-glass.reviews': act(
    'listed',
    'L’a vu parmi les accès d’urgence à relire',
    'Saw it among emergency accesses to review',
  ),
  'cover.read': act('listed', 'A regardé les remplacements', 'Looked at who covers for whom'),
  'cover.substitute': act('acted', 'A prévu un remplacement', 'Planned a substitution'),
  'cover.end-substitution': act('acted', 'A mis fin à un remplacement', 'Ended a substitution'),
  'cover.put-on-duty': act('acted', 'A mis quelqu’un de permanence', 'Put somebody on duty'),
  'cover.end-duty': act('acted', 'A mis fin à une permanence', 'Ended a duty'),
  'team.read': act('opened', 'A regardé l’équipe', 'Looked at the team'),
  'referral.choices': act('opened', 'A préparé une orientation', 'Prepared a referral'),
  'referral.open': act('acted', 'A ouvert une orientation', 'Opened a referral'),
  'referral.read': act('opened', 'A lu ce que porte l’orientation', 'Read what the referral carries'),
  'referral.list': act('listed', 'L’a vu dans ses orientations reçues', 'Saw it among received referrals'),
} satisfies Readonly<Record<string, NamedAct>>;
