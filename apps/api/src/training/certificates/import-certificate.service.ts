import { Injectable } from '@nestjs/common';
import { LEARNER_ROLES, type LearnerRole, mayNowhere, teamsWhere } from '@repere/access';
import { type CertificateFault, type CertificateVerdict, readKeys, verifyCertificate } from '@repere/audit';
import { isoDay, localDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { CERTIFICATES_SQL } from '../../access/team/training-certificates.query';
import { TeamQuery } from '../../access/team/team.query';
import { verifyEd25519 } from '../../ledger/signing/signer-keys';
import { sha256 } from '../../platform/record/commit-payload';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { keyOf } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { Qualifications } from '../../cases/qualification/qualifications';
import type { CheckedCertificateDto, ImportCertificateDto, WithdrawCertificateDto } from './certificates.dto';
import { type DayFault, faultOfDay } from './fault-of-day';
import { leaderMark } from './leader-mark';
import { RemindRenewalsJob } from './remind-renewals-job';
import { isSameName } from './same-name';

/** Where a day begins first: overseas it may be a day ahead of whoever takes in. */
const EASTERNMOST = 'Pacific/Kiritimati';

type Held = Extract<CertificateVerdict, { readonly ok: true }>;

/** Takes certificates of training spaces into a live one: a person does, for somebody of their teams, and never for themselves. */
@Injectable()
export class ImportCertificate {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly teams: TeamQuery,
    private readonly qualifications: Qualifications,
    private readonly renewals: RemindRenewalsJob,
    private readonly registry: ProtocolRegistry,
  ) {}

  /** What a file says, if it holds; else why it does not. Nothing is taken in. */
  async checkFile(file: string): Promise<CheckedCertificateDto> {
    this.keptTeams();
    const { certificate, id, signer } = await this.verify(file);
    const { name, scenario, protocols, on, space, trainer } = certificate;
    return {
      ...{
        id,
        name,
        role: roleOf(certificate),
        title: scenario.title,
        practisedOn: on,
        space,
        trainer,
        signer,
      },
      protocols: protocols.map(({ protocol, version, title }) => ({ protocol, version, title })),
    };
  }

  async importFile({ file, accountId, whySame }: ImportCertificateDto): Promise<string> {
    const people = await this.teams.mates(this.keptTeams());
    const person = people.find(({ id }) => id === accountId.toLowerCase());
    if (!person) throw new Refusal('not-found');
    if (person.id === this.unit.account.id)
      throw refused(
        'own-certificate',
        'Votre attestation est reçue par quelqu’un d’autre.',
        'Somebody else takes in your certificate.',
        'accountId',
      );
    const held = await this.verify(file);
    const { certificate, id, origin } = held;
    if (certificate.leader === leaderMark(this.unit.account.id))
      throw refused(
        'own-class',
        'Vous avez animé cette séance : quelqu’un d’autre reçoit l’attestation.',
        'You led that class: somebody else takes the certificate in.',
        'file',
      );
    if (certificate.leader === leaderMark(person.id))
      throw refused(
        'self-issued',
        `${person.name} a animé cette séance : une attestation ne se délivre pas à soi-même.`,
        `${person.name} led that class: nobody issues a certificate to themselves.`,
        'accountId',
      );
    this.refuseDay(held);
    await this.refuseDraft(held);
    const isSame = isSameName(certificate.name, person.name);
    if (!isSame && whySame === undefined)
      throw refused(
        'other-name',
        `L’attestation est au nom de ${certificate.name} : dites pourquoi c’est la même personne, ou choisissez-la.`,
        `The certificate is in the name of ${certificate.name}: say why it is the same person, or choose them.`,
        'whySame',
      );
    const { scenario, protocols, on, space, trainer } = certificate;
    const made = await CERTIFICATES_SQL.insert.first(this.unit.manager, [
      ...[
        id,
        person.id,
        certificate.name,
        roleOf(certificate),
        scenario.name,
        JSON.stringify(scenario.title),
      ],
      JSON.stringify(protocols.map(({ protocol, version, hash }) => ({ protocol, version, hash }))),
      ...[on, space, trainer, origin, Buffer.from(sha256(new TextEncoder().encode(file)))],
      ...[this.unit.account.id, new Date(this.unit.now()), isSame ? null : (whySame ?? null)],
    ]);
    if (!made)
      throw refused(
        'already-imported',
        'Cette attestation a déjà été reçue ici : elle ne compte qu’une fois.',
        'This certificate was taken in here already: it counts once.',
        'file',
      );
    await this.renewals.remindLater({ protocols, practisedOn: on });
    this.unit.notes({
      certificate: id,
      accountId: person.id,
      log: origin,
      practisedOn: on,
      isSameName: isSame,
    });
    return id;
  }

  /** It counts no more; it stays, and can't be taken in again. */
  async withdraw(id: string, { why }: WithdrawCertificateDto): Promise<void> {
    const people = await this.teams.mates(this.keptTeams());
    const row = await CERTIFICATES_SQL.find.first(this.unit.manager, [id]);
    if (!row || !people.some((it) => it.id === row.accountId)) throw new Refusal('not-found');
    const { account } = this.unit;
    await CERTIFICATES_SQL.withdraw(this.unit.manager, [id, account.id, new Date(this.unit.now()), why]);
    this.unit.notes({ certificate: id, accountId: row.accountId, why });
  }

  /** Teams whose training the reader follows; `not-allowed` when there is none. In a training space nothing is taken in. */
  private keptTeams(): readonly string[] {
    if (this.unit.space.kind !== 'live') throw new Refusal('not-found');
    const teams = teamsWhere(principalOf(this.unit.account), 'keep-certificates');
    if (teams.length === 0) throw new Refusal('not-allowed', { reasons: [mayNowhere('keep-certificates')] });
    return teams;
  }

  /** By a key that has signed the record here: training spaces of this house are signed by the same. */
  private async verify(file: string): Promise<Held> {
    const keys = await CERTIFICATES_SQL.keys.readRows(this.unit.manager);
    const verdict = verifyCertificate(file, {
      keys: readKeys(
        keys.map(({ key }) => key),
        sha256,
      ),
      ...{ sha256, verifySignature: verifyEd25519 },
    });
    if (verdict.ok) {
      roleOf(verdict.certificate);
      return verdict;
    }
    const { fr, en } = FAULTS[verdict.code];
    throw refused(verdict.code, fr, en, 'file');
  }

  /** One that nothing counts of any more, or not yet, is not taken in: it would look like training, and be none. */
  private refuseDay({ certificate: { on, protocols } }: Held): void {
    const zone = zoneOf(this.unit.account.teams[0]?.territory ?? '');
    const practised = protocols.map(({ protocol }) => protocol);
    const fault = faultOfDay(on, {
      today: isoDay(localDay(this.unit.now(), zone)),
      latest: isoDay(localDay(this.unit.now(), EASTERNMOST)),
      items: this.qualifications.curriculum.filter(({ protocol }) => practised.includes(protocol)),
    });
    if (fault) throw refused(fault, FAULTS[fault].fr, FAULTS[fault].en, 'file');
  }

  /** What was practised on a draft counts for the version that it became, if not a word of it changed. */
  private async refuseDraft({ certificate: { protocols } }: Held): Promise<void> {
    const { versions } = await this.registry.readPublished();
    const unknown = protocols.find((it) => versions.get(keyOf(it.protocol, it.version))?.hash !== it.hash);
    if (!unknown) return;
    const { title, version } = unknown;
    throw refused(
      'of-a-draft',
      `Cette attestation porte sur un brouillon (${title.fr} ${version}) : elle compte une fois cette version publiée telle quelle.`,
      `This certificate is about a draft (${title.en} ${version}): it counts once that version is published as it was.`,
      'file',
    );
  }
}

const roleOf = ({ role }: { readonly role: string }): LearnerRole => {
  const found = LEARNER_ROLES.find((it) => it === role);
  if (found === undefined) throw refused('unreadable', FAULTS.unreadable.fr, FAULTS.unreadable.en, 'file');
  return found;
};

const FAULTS: Readonly<Record<CertificateFault | DayFault, { readonly fr: string; readonly en: string }>> = {
  unreadable: {
    fr: 'Ce fichier n’est pas une attestation de Repère : choisissez le PDF reçu, ou le fichier .json qui va avec.',
    en: 'This file is no certificate of Repère: choose the PDF that you got, or the .json file that goes with it.',
  },
  altered: {
    fr: 'Ce fichier a été modifié : ce qu’il dit n’est pas ce qui a été consigné.',
    en: 'This file was altered: what it says is not what was recorded.',
  },
  'bad-signature': {
    fr: 'La signature de ce fichier ne tient pas.',
    en: 'The signature of this file does not hold.',
  },
  'unknown-issuer': {
    fr: 'Cette attestation n’est pas signée par votre service : elle ne compte pas ici.',
    en: 'This certificate is not signed by your service: it does not count here.',
  },
  'not-training': {
    fr: 'Ce fichier ne vient pas d’un espace d’exercice.',
    en: 'This file does not come from a training space.',
  },
  'not-yet': {
    fr: 'Cette attestation porte un jour à venir.',
    en: 'This certificate is of a day that has not come.',
  },
  expired: {
    fr: 'Cette attestation est trop ancienne : ce qu’elle dit n’est plus à jour.',
    en: 'This certificate is too old: what it says holds no more.',
  },
  'other-act': {
    fr: 'Ce fichier montre un acte d’un espace d’exercice, mais pas une attestation.',
    en: 'This file shows an act of a training space, but no certificate.',
  },
};
