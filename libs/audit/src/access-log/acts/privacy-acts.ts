import { namedAct, type NamedAct } from './named-act';

/** Acts of privacy: sharing, holds, erasure, requests for access. */
export const PRIVACY_ACTS = {
  'case-file.privacy': namedAct(
    'opened',
    'A ouvert la page « vie privée » du dossier',
    'Opened the case’s page on privacy',
  ),
  'sharing.record': namedAct('acted', 'A noté un partage', 'Recorded that something was shared'),
  'hold.list': namedAct('listed', 'L’a vu parmi les dossiers à conserver', 'Saw it among the cases on hold'),
  'hold.set': namedAct('acted', 'A demandé que le dossier soit conservé', 'Put the case on hold'),
  'hold.lift': namedAct('acted', 'A levé la conservation du dossier', 'Lifted the hold on the case'),
  erasure: namedAct('acted', 'A effacé le dossier', 'Erased the case'),
  'erasure.list': namedAct('listed', 'L’a vu parmi les effacements', 'Saw it among the erasures'),
  'erasure.propose': namedAct('acted', 'A proposé d’effacer le dossier', 'Proposed to erase the case'),
  'erasure.approve': namedAct(
    'acted',
    'A validé l’effacement du dossier',
    'Approved that the case be erased',
  ),
  'erasure.settle': namedAct('acted', 'A tranché une demande d’effacement', 'Settled a proposal to erase'),
  'erasure.certificate': namedAct(
    'exported',
    'A téléchargé le certificat d’effacement',
    'Downloaded the certificate of erasure',
  ),
  'access-request.list': namedAct(
    'listed',
    'L’a vu parmi les demandes d’accès',
    'Saw it among the requests for access',
  ),
  'access-request.make': namedAct(
    'acted',
    'A ouvert une demande d’accès aux données',
    'Opened a request for access to the data',
  ),
  'access-request.read': namedAct(
    'opened',
    'A lu une demande d’accès aux données',
    'Read a request for access to the data',
  ),
  'access-request.review': namedAct(
    'acted',
    'A relu une demande d’accès aux données',
    'Reviewed a request for access to the data',
  ),
  'access-request.package': namedAct(
    'exported',
    'A réuni les données demandées',
    'Gathered the data asked for',
  ),
  'access-request.hand-over': namedAct(
    'exported',
    'A remis les données demandées',
    'Handed over the data asked for',
  ),
  'access-request.refuse': namedAct(
    'acted',
    'A refusé une demande d’accès aux données',
    'Refused a request for access to the data',
  ),
  'retention.rules': namedAct('opened', 'A lu les durées de conservation', 'Read the rules of retention'),
  'retention.propose': namedAct(
    'acted',
    'A proposé une durée de conservation',
    'Proposed a period of retention',
  ),
  'retention.settle': namedAct(
    'acted',
    'A tranché une durée de conservation',
    'Settled a period of retention',
  ),
  'retention.due': namedAct(
    'listed',
    'L’a vu parmi les dossiers arrivés à échéance',
    'Saw it among the cases whose period has ended',
  ),
} satisfies Readonly<Record<string, NamedAct>>;
