import { Injectable } from '@nestjs/common';
import { teamsWhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AbsentLeadsQuery } from '../cover/absent-leads.query';
import { plannedTeamIds } from '../cover/planned-teams';
import { BrokenGlassRepository } from '../break-glass/broken-glass.repository';
import type { BreakGlassEntity } from '../entities/relations/break-glass.entity';
import { DuplicateTasksRepository } from '../duplicates/duplicate-tasks.repository';
import { ReaderScopes } from '../rights/reader-scope';
import type { SentNeedTask } from './need-tasks.query';
import type { SentProposal } from '../lead/lead-proposals.query';
import type { SentTie } from '../links/tie-to-answer.query';
import type { SentAction, SentMinutes, SentPrepared } from './conference-tasks.query';
import { TASK_KINDS, type TaskKind, type TaskTeams, type WorkCount } from './worklist.query';
import type { WorkItemDto } from './worklist.dto';

/** One of them, before what is said of its case. */
export type WorkTask = Omit<WorkItemDto, 'reference' | 'calledName' | 'lead'>;

/**
 * What waits beside steps: of a supervisor emergency accesses to review, cases to hand over and possible duplicates; of a circle, that
 * its case was opened; of whoever took it on, what was agreed at a case conference, and of another person its minutes; of whoever is
 * asked to lead a case, that it waits for their word; of who prepared a referral, or leads, that it was never sent, and that people of
 * another child ask about theirs.
 */
@Injectable()
export class WorkTasks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly glass: BrokenGlassRepository,
    private readonly duplicates: DuplicateTasksRepository,
    private readonly leads: AbsentLeadsQuery,
    private readonly scopes: ReaderScopes,
  ) {}

  /** Teams whose emergency accesses the reader reviews, whose cover they plan, and whether they see those teams' duplicates. */
  teams(): TaskTeams {
    const { account } = this.unit;
    const supervises = account.roles.includes('supervisor');
    return {
      approved: this.scopes.teamsFor('approve'),
      ...{ reviewed: this.reviewed(), planned: plannedTeamIds(account), supervises },
    };
  }

  /** How many there are, and the first of them; `counts`: by kind, so that what there is none of is not asked for. */
  async findOpenTasks(
    limit: number,
    counts: ReadonlyMap<string, WorkCount>,
  ): Promise<{ readonly tasks: readonly WorkTask[]; readonly waiting: WorkCount }> {
    const openNow = this.unit.account.effectiveScope.isOfCircle === false ? [] : await this.openEmergencies();
    const found = TASK_KINDS.map((kind) => counts.get(kind) ?? { count: 0, late: 0 });
    const has = (kind: TaskKind): boolean => limit > 0 && (counts.get(kind)?.count ?? 0) > 0;
    const told = <Sent>(kind: TaskKind) =>
      ((counts.get(kind)?.items ?? []) as readonly Sent[]).slice(0, limit);
    return {
      tasks: [
        ...emergencies(openNow.slice(0, limit)),
        ...proposals(told<SentProposal>('proposals')),
        ...(has('handovers') ? await this.handovers(limit) : []),
        ...(has('reviews') ? await this.reviews(limit) : []),
        ...needs(told<SentNeedTask>('needs')),
        ...minutes(told<SentMinutes>('minutes')),
        ...actions(told<SentAction>('actions'), this.unit.now()),
        ...prepared(told<SentPrepared>('prepared')),
        ...ties(told<SentTie>('ties')),
        ...(has('duplicates') ? await this.alike(limit) : []),
      ],
      waiting: {
        count: found.reduce((sum, { count }) => sum + count, openNow.length),
        late: found.reduce((sum, { late }) => sum + late, 0),
      },
    };
  }

  private async openEmergencies(): Promise<readonly BreakGlassEntity[]> {
    const since = this.unit.now() - EMERGENCY_SHOWN_HOURS * 3_600_000;
    const found = await this.glass.ofCircles(this.unit.account.id, since, MOST_EMERGENCIES);
    return found.filter(({ teamId }) => !this.reviewed().includes(teamId));
  }

  /** A child whose lead is gone, or goes soon, has nobody from that day on. */
  private async handovers(limit: number): Promise<readonly WorkTask[]> {
    const found = await this.leads.listAbsentLeads(plannedTeamIds(this.unit.account), limit);
    return found.map(({ caseFileId, title, dueAt }): WorkTask => {
      const by = dueAt?.toISOString();
      const due = by === undefined ? {} : dueByUs(by);
      return { ...TASK, id: `handover/${caseFileId}`, kind: 'handover', caseFileId, title, ...due };
    });
  }

  private async reviews(limit: number): Promise<readonly WorkTask[]> {
    const found = await this.glass.toReview(this.reviewed(), null, limit);
    return found.map(({ id, caseFileId, reviewDueAt }): WorkTask => {
      const dueAt = reviewDueAt.toISOString();
      const title = { fr: 'Relire un accès d’urgence', en: 'Review an emergency access' };
      return { ...TASK, id, kind: 'review', caseFileId, title, ...dueByUs(dueAt) };
    });
  }

  private async alike(limit: number): Promise<readonly WorkTask[]> {
    const found = await this.duplicates.listOpenTasks(limit);
    return found.map(({ id, caseFileId, otherReference, dueAt }): WorkTask => {
      const title = {
        fr: `Dire si ${otherReference} est le même enfant`,
        en: `Say whether ${otherReference} is the same child`,
      };
      const due = dueAt === null ? {} : dueByUs(dueAt);
      return { ...TASK, id, kind: 'task', caseFileId, title, ...due };
    });
  }

  /** Teams whose emergency accesses the reader reviews. */
  private reviewed(): readonly string[] {
    const principal = principalOf(this.unit.account);
    return teamsWhere(principal, 'review-break-glass');
  }
}

/** The circle of a restricted case knows at once who opened it; who reviews that has it as a task. */
const emergencies = (emergencies: readonly BreakGlassEntity[]): readonly WorkTask[] =>
  emergencies.map(({ id, caseFileId }): WorkTask => {
    const title = {
      fr: 'Dossier réservé, ouvert en urgence par une personne hors du cercle',
      en: 'Restricted case, opened in an emergency by somebody outside the circle',
    };
    return { ...TASK, id, kind: 'emergency', caseFileId, title };
  });

/** What needs wait for. Whose they are stands with the case. */
const needs = (sent: readonly SentNeedTask[]): readonly WorkTask[] =>
  sent.map(([id, caseFileId, kind, isOwn, due]): WorkTask => {
    const dueAt = new Date(due).toISOString();
    const title = NEED_TITLES[kind][isOwn ? 'own' : 'late'];
    return { ...TASK, id: `need/${id}`, kind: 'referral', caseFileId, title, ...dueByUs(dueAt) };
  });

const NEED_TITLES = {
  'ask-first': {
    own: {
      fr: 'Un service a été cherché, et personne n’a été sollicité : en solliciter un',
      en: 'A service was looked for, and nobody was asked: ask one',
    },
    late: {
      fr: 'Un service a été cherché, et personne n’a été sollicité à temps',
      en: 'A service was looked for, and nobody was asked in time',
    },
  },
  'ask-next': {
    own: {
      fr: 'Personne ne couvre un besoin : demander au suivant',
      en: 'Nobody meets a need: ask the next one',
    },
    late: {
      fr: 'Besoin que personne ne couvre, et suivant non demandé',
      en: 'A need that nobody meets, and the next one was not asked',
    },
  },
  receive: {
    own: {
      fr: 'Un service a accepté : noter que l’enfant a été reçu, ou appeler',
      en: 'A service accepted: record that the child was received, or call',
    },
    late: {
      fr: 'Un service a accepté, et personne n’a noté que l’enfant a été reçu',
      en: 'A service accepted, and nobody recorded that the child was received',
    },
  },
  'read-message': {
    own: {
      fr: 'Un service vous a écrit : lire son message',
      en: 'A service wrote to you: read its message',
    },
    late: {
      fr: 'Message d’un service que personne n’a lu',
      en: 'A message of a service that nobody read',
    },
  },
} as const;

/** To be answered by who is asked; not answered in time, or refused, for who leads still. */
const proposals = (sent: readonly SentProposal[]): readonly WorkTask[] =>
  sent.map(([id, caseFileId, asks, to, until]): WorkTask => {
    const title = {
      me: { fr: 'Dire si vous reprenez ce dossier', en: 'Say whether you take this case over' },
      silent: {
        fr: `Proposer le dossier à quelqu’un d’autre\u00A0: ${to} n’a pas répondu`,
        en: `Propose the case to somebody else: ${to} has not answered`,
      },
      refused: { fr: `${to} ne reprend pas ce dossier`, en: `${to} does not take this case over` },
    }[asks];
    const dueAt = new Date(until).toISOString();
    const due = asks === 'refused' ? {} : dueByUs(dueAt);
    return { ...TASK, id: `lead/${id}`, kind: 'lead', caseFileId, title, ...due };
  });

/** Minutes that another person wrote. */
const minutes = (sent: readonly SentMinutes[]): readonly WorkTask[] =>
  sent.map(([caseFileId, appointmentId]): WorkTask => {
    const title = {
      fr: 'Relire le compte rendu d’une concertation',
      en: 'Read the minutes of a case conference',
    };
    return { ...TASK, id: `minutes/${appointmentId}`, kind: 'conference', caseFileId, appointmentId, title };
  });

/** One's own; of those that one plans for, what is late or has nobody. What is to be done stands with the case. */
const actions = (sent: readonly SentAction[], now: number): readonly WorkTask[] =>
  sent.map(([id, caseFileId, appointmentId, owner, isOwn, due]): WorkTask => {
    const dueAt = new Date(due).toISOString();
    const isLate = Date.parse(due) <= now;
    const title = isOwn
      ? { fr: 'Faire ce qui est convenu en concertation', en: 'Do what was agreed at a case conference' }
      : {
          fr: `Action de concertation ${isLate ? 'en retard' : 'sans personne'} : ${owner}`,
          en: `Action of a case conference, ${isLate ? 'late' : 'with nobody'}: ${owner}`,
        };
    return {
      ...TASK,
      id: `action/${id}`,
      kind: 'conference',
      caseFileId,
      appointmentId,
      title,
      ...dueByUs(dueAt),
    };
  });

/** Kept a day ago and never sent: forgotten, the child waits for nobody. */
const prepared = (sent: readonly SentPrepared[]): readonly WorkTask[] =>
  sent.map(([id, caseFileId, due]): WorkTask => {
    const dueAt = new Date(due).toISOString();
    const title = {
      fr: 'Envoyer ou supprimer une orientation préparée',
      en: 'Send or drop a prepared referral',
    };
    return { ...TASK, id: `prepared/${id}`, kind: 'prepared', caseFileId, title, ...dueByUs(dueAt) };
  });

/** The people of another child wait for a word. */
const ties = (sent: readonly SentTie[]): readonly WorkTask[] =>
  sent.map(([id, caseFileId, isOwn, due]): WorkTask => {
    const dueAt = new Date(due).toISOString();
    const title = isOwn
      ? {
          fr: 'Répondre à une demande de lien avec un autre dossier',
          en: 'Answer a request to tie it to another case',
        }
      : {
          fr: 'Demande de lien avec un autre dossier, sans réponse à temps',
          en: 'Request to tie it to another case, not answered in time',
        };
    return { ...TASK, id: `tie/${id}`, kind: 'tie', caseFileId, title, ...dueByUs(dueAt) };
  });

/** TOOL: as long as its review may take. */
const EMERGENCY_SHOWN_HOURS = 72;
const MOST_EMERGENCIES = 100;

/** A time of ours, ISO 8601: late from the moment at which it is due. */
const dueByUs = (dueAt: string) => ({ origin: 'TOOL', dueAt, lateFrom: dueAt }) as const;

const TASK = {
  group: 'waiting-for-me',
  runId: null,
  step: null,
  appointmentId: null,
  protocolTitle: null,
  why: null,
  origin: null,
  owner: 'ours',
  dueAt: null,
  lateFrom: null,
  atOnce: false,
} as const;
