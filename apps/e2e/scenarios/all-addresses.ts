import { BOARD_FIGURES } from '@repere/audit';
import type {
  AccessRequest,
  CaseFile,
  LetterMade,
  LetterProposal,
  MatchedServices,
  Mission,
  MissionChoices,
  OwnScenario,
  PlanAppointment,
  PlanConference,
  PlannedAppointment,
  PlannedConference,
  ProtocolDraft,
  ReceivedReferrals,
} from '@repere/contract';
import { addressOf, ALL_PAGES, type PagePath, type ParamOf, type Visitor } from '../../web/src/app/all-pages';
import type { ApiClient } from '../api-client';

type Examples = Readonly<Record<ParamOf<PagePath>, string>>;

/** An address of every page that there is, by who opens it; those of cases are of this one. A part without an example doesn't compile. */
export async function allAddresses(
  api: (login: string) => Promise<ApiClient>,
  file: CaseFile,
): Promise<(visitor: Visitor) => readonly string[]> {
  const [sacha, pia, lou] = await Promise.all([api('sacha'), api('pia'), api('lou')]);
  const run = file.state.runs.find(({ protocol }) => protocol === 'identification');
  const examples: Examples = {
    accountId: file.lead?.id ?? '',
    acts: 'open',
    appointmentId: await appointmentOf(sacha, file),
    caseFileId: file.id,
    conferenceId: await conferenceOf(sacha, file),
    example: await exampleOf(sacha),
    figure: BOARD_FIGURES[0],
    id: (await draftOf(pia)).id,
    letterId: await letterAbout(sacha, file),
    letterKind: 'worrying-information',
    missionId: (await missionOf(sacha, file)).id,
    name: 'protection',
    provider: 'quelqu-un',
    referralId: '',
    requestId: (await requestAbout(sacha, file)).id,
    runId: run?.runId ?? '',
    scenario: 'xray-19-5-margin-18',
    scenarioId: await scenarioOf(sacha),
    serviceId: await serviceFor(sacha, file),
    step: 'intake',
    version: '1.0.0',
  };
  const ofPartner: Examples = { ...examples, ...(await referredTo(lou)) };
  return (visitor) =>
    ALL_PAGES.filter((page) => page.visitor === visitor).map(({ path }) =>
      addressOf(path, visitor === 'lou' ? ofPartner : examples).join('/'),
    );
}

/** A case of the demo of which this partner receives a part, by that referral. */
async function referredTo(partner: ApiClient): Promise<Pick<Examples, 'caseFileId' | 'referralId'>> {
  const { body } = await partner.sendRequest<ReceivedReferrals>('GET', '/referrals');
  const [first] = body.items;
  if (!first) throw new Error('the demo refers no case to this partner');
  return { caseFileId: first.caseFileId, referralId: first.id };
}

/** An appointment of this case, with the name of who is beside the child. */
async function appointmentOf(client: ApiClient, { id }: CaseFile): Promise<string> {
  const plan: PlanAppointment = {
    ...{
      kind: 'hearing',
      whyAgain: 'Elle veut ajouter un fait.',
      day: `${String(new Date().getUTCFullYear() + 1)}-03-12`,
      hour: '09:00',
      interpreter: 'unknown',
      told: 'not-yet',
    },
    ...{ third: 'named', thirdWords: 'Sa tante', place: 'UAPED' },
  };
  return (await client.sendRequest<PlannedAppointment>('POST', `/case-files/${id}/appointments`, plan)).body
    .id;
}

/** A case conference of this case, whose day is over. */
async function conferenceOf(client: ApiClient, { id }: CaseFile): Promise<string> {
  const plan: PlanConference = {
    when: { day: '2026-01-12', hour: '14:00', place: 'Salle 2' },
    ...{ purpose: 'Qui fait quoi', memberIds: [], points: [{ ground: 'own', text: 'L’école' }] },
    outside: [{ name: 'Mme Roux', role: 'principale' }],
    ...{ told: 'yes', asked: 'not-yet' },
  };
  return (await client.sendRequest<PlannedConference>('POST', `/case-files/${id}/conferences`, plan)).body.id;
}

/** A letter of this case, settled and not sent. */
async function letterAbout(client: ApiClient, { id }: CaseFile): Promise<string> {
  const letters = `/case-files/${id}/letters`;
  const { body } = await client.sendRequest<LetterProposal>('GET', `${letters}/proposals/feedback`);
  const made = await client.sendRequest<LetterMade>('POST', letters, {
    template: 'feedback',
    recipient: body.recipient,
    parts: body.parts.map((part) => ({ id: part.id, text: part.text || 'Suivie.' })),
    chosen: [],
  });
  return made.body.id;
}

async function requestAbout(client: ApiClient, file: CaseFile): Promise<AccessRequest> {
  const asked = {
    subject: 'child',
    caseFileId: file.id,
    receivedOn: '2025-03-03',
    askedBy: 'Elle-même',
    identityChecked: 'Rendez-vous',
  };
  return (await client.sendRequest<AccessRequest>('POST', '/access-requests', asked)).body;
}

/** A service that could be told of this child. */
async function serviceFor(client: ApiClient, file: CaseFile): Promise<string> {
  const path = `/case-files/${file.id}/matching-services` as const;
  const { body } = await client.sendRequest<MatchedServices>('POST', path, { need: 'bed-tonight' });
  const found = body.items.find(({ hasAccount }) => !hasAccount);
  if (!found) throw new Error('the demo has no service without account');
  return found.id;
}

/** An open mission that has drawn all cases of the team, this one among them. */
async function missionOf(client: ApiClient, file: CaseFile): Promise<Mission> {
  const { auditors } = (await client.sendRequest<MissionChoices>('GET', '/missions/choices')).body;
  const planned = await client.sendRequest<Mission>('POST', '/missions', {
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
  return (await client.sendRequest<Mission>('POST', `/missions/${id}/open`, {}, revision)).body;
}

async function draftOf(client: ApiClient): Promise<ProtocolDraft> {
  const from = { protocol: 'protection', from: '1.0.0' };
  return (await client.sendRequest<ProtocolDraft>('POST', '/protocol-drafts', from)).body;
}

/** One that somebody writes, begun with another. */
async function scenarioOf(client: ApiClient): Promise<string> {
  const from = { from: 'hotel-at-17-and-a-half' };
  return (await client.sendRequest<OwnScenario>('POST', '/training/own-scenarios', from)).body.id;
}

async function exampleOf(client: ApiClient): Promise<string> {
  const { body } = await client.sendRequest<readonly { readonly id: string }[]>(
    'GET',
    '/protocols/protection/versions/1.0.0/examples',
  );
  return body[0]?.id ?? 'aucun';
}
