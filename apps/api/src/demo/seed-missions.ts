import { isoDay, localDay } from '@repere/feel';
import { accountContext } from './account-context';
import type { DeclaredAct } from '../platform/unit/act';
import type { Space } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ExamineCase } from '../audit/missions/examine-case.service';
import { Findings } from '../audit/missions/findings/findings.service';
import { MissionFinder } from '../audit/missions/mission-finder';
import { MissionPage } from '../audit/missions/mission-page.service';
import { MissionsRepository } from '../audit/missions/missions.repository';
import { OpenMission } from '../audit/missions/planning/open-mission.service';
import { PlanMission } from '../audit/missions/planning/plan-mission.service';
import { spaceNow } from '../platform/clocks';
import type { MissionDto } from '../audit/missions/mission.dto';
import type { FindingInputDto, MissionPlanDto } from '../audit/missions/planning/mission-plan.dto';

const DAY = 86_400_000;
const SEED: DeclaredAct = { type: 'demo.mission', purpose: 'training', idempotent: false };

/** An open mission of Sacha's in which Inès has examined a case and written a finding. Idempotent: never a second one. */
export class SeedMissions {
  constructor(
    private readonly units: UnitOfWork,
    private readonly missions: MissionsRepository,
    private readonly planning: PlanMission,
    private readonly opening: OpenMission,
    private readonly finder: MissionFinder,
    private readonly page: MissionPage,
    private readonly examining: ExamineCase,
    private readonly findings: Findings,
  ) {}

  /** Number of missions made. `accounts`: ids by login. */
  async seed(space: Space, accounts: ReadonlyMap<string, string>): Promise<number> {
    const now = spaceNow(space);
    const dayOf = (daysAgo: number): string => isoDay(localDay(now - daysAgo * DAY, 'Europe/Paris'));
    const as = <T>(login: string, daysAgo: number, work: () => Promise<T>): Promise<T> =>
      this.units.runAct(accountContext(space, accounts, login, now - daysAgo * DAY), SEED, work);
    const idOf = (login: string): string => {
      const id = accounts.get(login);
      if (id === undefined) throw new Error(`no demo account ${login}`);
      return id;
    };
    const id = await as('sacha', 3, () => this.planMission(idOf('ines'), dayOf(365), dayOf(0)));
    if (id === null) return 0;
    await as('sacha', 2, () => this.opening.openMission(id, 1));
    const { cases, plan } = await as('ines', 1.2, () => this.readMission(id));
    const [first] = cases;
    if (!first) throw new Error('the demo mission drew no case');
    const answers = plan.checklist.map((_, question) => ({
      question,
      answer: ANSWERS[question % ANSWERS.length] ?? ('unknown' as const),
      note: NOTES[question] ?? '',
    }));
    await as('ines', 1, () =>
      this.examining.saveExamination(id, first.caseFileId, { answers, done: true }, first.revision),
    );
    await as('ines', 0.9, () =>
      this.findings.raise(id, {
        ...FINDING,
        caseFileId: first.caseFileId,
        ownerId: idOf('camille'),
        dueOn: dayOf(-10),
      }),
    );
    return 1;
  }

  private async planMission(auditorId: string, from: string, to: string): Promise<string | null> {
    if ((await this.missions.listMissions()).length > 0) return null;
    const teamIds = this.units.account.teams.map(({ id }) => id);
    return this.planning.draft({ ...PLAN, teamIds, auditorIds: [auditorId], from, to });
  }

  private async readMission(id: string): Promise<MissionDto> {
    return this.page.showMission(await this.finder.readMission(id));
  }
}

const PLAN: Omit<MissionPlanDto, 'teamIds' | 'auditorIds' | 'from' | 'to'> = {
  title: 'Droits et protection',
  question: 'Là où quelque chose ressort, l’enfant a-t-il été protégé à temps ?',
  protocols: [],
  method: 'risk',
  size: 5,
  checklist: [
    'Le danger a-t-il été évalué le jour même ?',
    'Chaque atteinte aux droits a-t-elle été suivie d’un acte ?',
    'L’enfant a-t-il été entendu et son avis écrit ?',
    'Les décisions ont-elles été validées par une seconde personne ?',
  ],
};

const ANSWERS = ['yes', 'no', 'unknown', 'yes'] as const;
const NOTES: readonly string[] = ['', 'Voir le constat.', 'Rien n’est écrit ; cela ne veut pas dire non.'];

const FINDING: Omit<FindingInputDto, 'caseFileId' | 'ownerId' | 'dueOn'> = {
  severity: 'serious',
  expected: 'Une atteinte aux droits de l’enfant est suivie d’un acte qui y répond, écrit au dossier.',
  happened: 'L’atteinte est notée ; aucun acte qui y répond n’est écrit.',
  evidence: 'Écarts du dossier ; chronologie des jours qui suivent.',
};
