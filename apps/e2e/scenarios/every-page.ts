import type { CaseFile, Child } from '@repere/contract';
import { stepAddress, type ApiClient } from '../api-client';
import { BORN, dangerIs, signsSeen } from './scenario-answers';

/** A case with something of everything: done, waiting for a second person, blocked, a person, a note. */
export async function fullCase(client: ApiClient, names: Partial<Child> = {}): Promise<CaseFile> {
  const { id } = await client.openCaseFile({
    child: { birth: `${String(BORN)}-04`, gender: 'girl', ...names },
    urgentDangerSeen: 'yes',
  });
  await client.complete(id, 'identification', 'signs', signsSeen);
  await client.complete(id, 'protection', 'danger', dangerIs('danger'));
  return client.readCaseFile(id);
}

/** Pages by what they are for, as a worker reaches them. */
export const pagesOf = (file: CaseFile): Readonly<Record<string, string>> => ({
  'my day': '/ma-journee',
  cases: '/dossiers',
  'new case': '/dossiers/nouveau',
  case: `/dossiers/${file.id}`,
  identity: `/dossiers/${file.id}/identite`,
  chronology: `/dossiers/${file.id}/chronologie`,
  'what if': `/dossiers/${file.id}/et-si`,
  'new fact': `/dossiers/${file.id}/fait-nouveau`,
  'whom to call': `/dossiers/${file.id}/appels`,
  document: `/dossiers/${file.id}/document`,
  'step to do': stepAddress(file, 'protection', 'safety_plan'),
  'step with checklists': stepAddress(file, 'identification', 'signs'),
  'step to approve': stepAddress(file, 'protection', 'danger'),
  'step not possible yet': stepAddress(file, 'protection', 'tell_family'),
  approvals: '/approbations',
  protocols: '/protocoles',
  'one protocol': '/protocoles/protection/1.0.0',
  account: '/compte',
  help: '/aide',
  'no such page': '/nulle-part',
});
