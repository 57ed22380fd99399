import { act, type NamedAct } from './named-act';

/** Acts of privacy: sharing, holds, erasure, requests for access. */
export const PRIVACY_ACTS = {
  'case-file.privacy': act(
    'opened',
    'A ouvert la page « vie privée » du dossier',
    'Opened the case’s page on privacy',
  ),
  'sharing.record': act('acted', 'A noté un partage', 'Recorded that something was shared'),
  'hold.list': act('listed', 'L’a vu parmi les dossiers à conserver', 'Saw it among the cases on hold'),
  'hold.set': act('acted', 'A demandé que le dossier soit conservé', 'Put the case on hold'),
  'hold.lift': act('acted', 'A levé la conservation du dossier', 'Lifted the hold on the case'),
  erasure: act('acted', 'A effacé le dossier', 'Erased the case'),
  'erasure.list': act('listed', 'L’a vu parmi les effacements', 'Saw it among the erasures'),
  'erasure.propose': act('acted', 'A proposé d’effacer le dossier', 'Proposed to erase the case'),
  'erasure.approve': act('acted', 'A validé l’effacement du dossier', 'Approved that the case be erased'),
  'erasure.settle': act('acted', 'A tranché une demande d’effacement', 'Settled a proposal to erase'),
  'erasure.certificate': act(
    'exported',
    'A téléchargé le certificat d’effacement',
    'Downloaded the certificate of erasure',
  ),
  'access-request.list': act(
    'listed',
    'L’a vu parmi les demandes d’accès',
    'Saw it among the requests for access',
  ),
  'access-request.make': act(
    'acted',
    'A ouvert une demande d’accès aux données',
    'Opened a request for access to the data',
  ),
  'access-request.read': act(
    'opened',
    'A lu une demande d’accès aux données',
    'Read a request for access to the data',
  ),
  'access-request.review': act(
    'acted',
    'A relu une demande d’accès aux données',
    'Reviewed a request for access to the data',
  ),
  'access-request.package': act('exported', 'A réuni les données demandées', 'Gathered the data asked for'),
  'access-request.hand-over': act(
    'exported',
    'A remis les données demandées',
    'Handed over the data asked for',
  ),
  'access-request.refuse': act(
    'acted',
    'A refusé une demande d’accès aux données',
    'Refused a request for access to the data',
  ),
  'retention.rules': act('opened', 'A lu les durées de conservation', 'Read the rules of retention'),
  'retention.propose': act('acted', 'A proposé une durée de conservation', 'Proposed a period of retention'),
  'retention.settle': act('acted', 'A tranché une durée de conservation', 'Settled a period of retention'),
  'retention.due': act(
    'listed',
    'L’a vu parmi les dossiers arrivés à échéance',
    'Saw it among the cases whose period has ended',
  ),
} satisfies Readonly<Record<string, NamedAct>>;
