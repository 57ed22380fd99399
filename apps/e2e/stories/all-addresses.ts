import { BOARD_FIGURES, type Mission, type MissionChoices } from '@repere/audit';
import type { CaseFile, ProtocolDraft } from '@repere/cases';
import type { AccessRequest, ReceivedReferrals } from '@repere/privacy';
import { stepAddress, type ApiClient } from '../api-client';

/** Who opens pages; `nobody`: before signing in. */
export const VISITORS = ['nobody', 'sacha', 'ines', 'pia', 'alix', 'lou'] as const;
export type Visitor = (typeof VISITORS)[number];

/** An address of every page that there is, by who may open it; those of cases are of this one. */
export async function allAddresses(
  api: (login: string) => Promise<ApiClient>,
  file: CaseFile,
): Promise<Readonly<Record<Visitor, readonly string[]>>> {
  const ofCase = (part: string): string => `/dossiers/${file.id}${part}`;
  const request = await requestAbout(await api('sacha'), file);
  const mission = await missionOf(await api('sacha'), file);
  const draft = await draftOf(await api('pia'));
  const accountId = file.lead?.id ?? '';
  return {
    nobody: ['/connexion', '/mot-de-passe-oublie', '/lien', '/lier/quelqu-un', '/qui-peut/open', '/aide'],
    sacha: [
      '/ma-journee',
      '/dossiers',
      '/dossiers/nouveau',
      ...[
        '',
        '/meme-enfant',
        '/identite',
        '/chronologie',
        '/document',
        '/et-si',
        '/fait-nouveau',
        '/appels',
        '/acces',
      ].map(ofCase),
      ...['/ecarts', '/preuve', '/relecture', '/regards', '/vie-privee'].map(ofCase),
      stepAddress(file, 'identification', 'intake'),
      '/acces-urgence',
      '/acces-urgence/relectures',
      '/remplacements',
      '/approbations',
      '/conformite',
      '/ecarts',
      '/missions',
      '/missions/nouvelle',
      `/missions/${mission.id}`,
      `/missions/${mission.id}/plan`,
      '/constats',
      '/mes-regards',
      '/equipe',
      `/equipe/${BOARD_FIGURES[0]}`,
      '/preuve',
      '/vie-privee',
      `/vie-privee/demandes/${request.id}`,
      '/compte',
      '/seconde-preuve',
      '/administration/revue-des-droits',
      '/protocoles',
      '/protocoles/tracabilite',
      '/protocoles/references',
      ...['', '/schema', '/versions', '/garde-fous', '/exemples', '/dossiers-ouverts'].map(
        (part) => `/protocoles/protection/2.0.0${part}`,
      ),
      `/protocoles/protection/2.0.0/exemples/${await exampleOf(await api('sacha'))}`,
    ],
    ines: [`/missions/${mission.id}/dossiers/${file.id}`],
    pia: [
      '/protocoles/brouillons',
      ...['', '/changements', '/dossiers', '/garde-fous', '/relecture'].map(
        (part) => `/protocoles/brouillons/${draft.id}${part}`,
      ),
    ],
    alix: ['comptes', 'comptes/nouveau', `comptes/${accountId}`, 'a-deux', 'equipes', 'courriels'].map(
      (part) => `/administration/${part}`,
    ),
    lou: ['/orientations', `/orientations/${await referredTo(await api('lou'))}`],
  };
}

/** A case of the demo of which this partner receives a part. */
async function referredTo(partner: ApiClient): Promise<string> {
  const { body } = await partner.send<ReceivedReferrals>('GET', '/referrals');
  const [first] = body.items;
  if (!first) throw new Error('the demo refers no case to this partner');
  return first.caseFileId;
}

async function requestAbout(client: ApiClient, file: CaseFile): Promise<AccessRequest> {
  const asked = {
    subject: 'child',
    caseFileId: file.id,
    receivedOn: '2025-03-03',
    askedBy: 'Elle-même',
    identityChecked: 'Rendez-vous',
  };
  return (await client.send<AccessRequest>('POST', '/access-requests', asked)).body;
}

/** An open mission that has drawn all cases of the team, this one among them. */
async function missionOf(client: ApiClient, file: CaseFile): Promise<Mission> {
  const { auditors } = (await client.send<MissionChoices>('GET', '/missions/choices')).body;
  const planned = await client.send<Mission>('POST', '/missions', {
    title: 'Toutes les pages',
    question: 'Que montre un titre ?',
    teamIds: [file.team.id],
    auditorIds: auditors.filter(({ name }) => name.startsWith('Inès')).map(({ id }) => id),
    from: '2020-01-01',
    to: '2099-01-01',
    protocols: [],
    method: 'all',
    checklist: ['Danger évalué ?'],
  });
  const { id, revision } = planned.body;
  return (await client.send<Mission>('POST', `/missions/${id}/open`, {}, revision)).body;
}

async function draftOf(client: ApiClient): Promise<ProtocolDraft> {
  const from = { protocol: 'protection', from: '1.0.0' };
  return (await client.send<ProtocolDraft>('POST', '/protocol-drafts', from)).body;
}

async function exampleOf(client: ApiClient): Promise<string> {
  const { body } = await client.send<readonly { readonly id: string }[]>(
    'GET',
    '/protocols/protection/versions/2.0.0/examples',
  );
  return body[0]?.id ?? 'aucun';
}
