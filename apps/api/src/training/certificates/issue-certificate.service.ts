import { Injectable } from '@nestjs/common';
import { CERTIFIED, type CertificateFile, type TrainingCertificate } from '@repere/audit';
import { isoDay, localDay } from '@repere/feel';
import { zoneOf } from '@repere/territories';
import { machineNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { sha256 } from '../../protocols/hash-of';
import { keyOf } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { Versions } from '../../protocols/sent-versions';
import { Learners } from '../learners/learners.service';
import { type LearnerRow, LEARNERS_SQL } from '../learners/learners.query';
import type { KeptScenario } from '../scenarios/scenario-library';
import { leaderMark } from './leader-mark';
import { ListPractised } from './practised/list-practised.service';
import type { IssueCertificateDto } from './certificates.dto';
import { CertificatePaper } from './certificate-paper';
import { WriteCertificateFile } from './write-certificate-file';

const ISSUE: DeclaredAct = { type: 'training.certify', purpose: 'training', idempotent: false };
const SAVE: DeclaredAct = { ...ISSUE, type: 'training.certificate' };
const NOTHING: ReadonlySet<string> = new Set();

/** Issues certificates in a training space, when whoever leads says that somebody has practised. Of how well, nothing is in them. */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly registry: ProtocolRegistry,
    private readonly files: WriteCertificateFile,
    private readonly paper: CertificatePaper,
    private readonly provisioner: Provisioner,
    private readonly practised: ListPractised,
  ) {}

  /** For somebody who was admitted; once more with another name, it is another certificate, and the one before stays in the record. */
  async issueCertificate(
    place: RequestPlace,
    id: string,
    { name, whyPresent }: IssueCertificateDto,
  ): Promise<void> {
    const kept = await this.learners.keptScenarioOf(place);
    const practised = kept ? await this.practised.listProtocols(place, kept.scenario) : NOTHING;
    const part = kept ? (await this.practised.listParts(place, kept.scenario)).get(id) : undefined;
    const { owner_id: ownerId, owner_name: trainer } = await this.provisioner.findRow(place.space);
    await this.units.runAs('system:access', place, ISSUE, async () => {
      const { manager } = this.units;
      await LEARNERS_SQL.lock(manager);
      const learner = await this.findLearner(id);
      if (learner.state !== 'admitted')
        throw refused(
          'not-admitted',
          'Seule une personne que vous avez fait entrer reçoit une attestation.',
          'Only somebody whom you let in gets a certificate.',
        );
      if (!kept)
        throw refused(
          'no-scenario',
          'Cet espace a commencé sans cas : une attestation dit ce qui a été pratiqué.',
          'This space began without a scenario: a certificate says what was practised.',
        );
      if (practised.size === 0)
        throw refused(
          'nothing-practised',
          'Personne n’a encore fait d’étape dans le dossier de cet espace : une attestation dit ce qui a été pratiqué.',
          'Nobody has done a step of this space’s case yet: a certificate says what was practised.',
        );
      if (part === undefined && whyPresent === undefined)
        throw refused(
          'took-no-part',
          'Cette personne n’a rien fait ici : aucun acte, aucune réponse, et elle n’a pas ouvert le dossier. Dites à quoi elle a pris part.',
          'This person did nothing here: no act, no answer, and they did not open the case. Say what they took part in.',
          'whyPresent',
        );
      const { versions: published } = await this.registry.readPublished();
      const certificate = this.certify(
        place,
        learner,
        kept,
        { practised, published },
        {
          name: name.trim(),
          trainer,
          leader: leaderMark(ownerId),
        },
      );
      const { seq } = await this.units.recordEvent({
        type: ISSUE.type,
        // What somebody was seen to do needs no word of whoever leads.
        payload: {
          ...{ learner: id, [CERTIFIED]: certificate },
          ...(part === undefined ? { restsOn: 'said', whyPresent } : { restsOn: part }),
        },
      });
      await LEARNERS_SQL.certify(manager, [id, seq, new Date(machineNow())]);
    });
  }

  /** The file, as it is verified. */
  saveFile(place: RequestPlace, id: string): Promise<CertificateFile> {
    return this.units.runAs('system:access', place, SAVE, async () => {
      const { certificateSeq } = await this.findLearner(id);
      if (certificateSeq === null) throw new Refusal('not-found');
      this.units.notes({ learner: id });
      return this.files.writeFile(certificateSeq);
    });
  }

  /** On paper, with what verifies it. */
  async savePaper(place: RequestPlace, id: string): Promise<Buffer> {
    return this.paper.print(await this.saveFile(place, id));
  }

  private certify(
    { space }: RequestPlace,
    { role }: LearnerRow,
    { scenario, yaml }: KeptScenario,
    { practised, published }: { readonly practised: ReadonlySet<string>; readonly published: Versions },
    who: Pick<TrainingCertificate, 'name' | 'trainer' | 'leader'>,
  ): TrainingCertificate {
    // The one that the story is about comes first.
    const versions = Object.entries(scenario.versions)
      .filter(([protocol]) => practised.has(protocol))
      .sort(([one], [other]) => Number(other === scenario.protocol) - Number(one === scenario.protocol));
    return {
      ...who,
      role,
      scenario: { name: scenario.scenario, title: scenario.title, sha256: sha256(yaml) },
      protocols: versions.flatMap(([protocol, written]) => {
        const version = String(written);
        const known = published.get(keyOf(protocol, version));
        return known ? [{ protocol, version, hash: known.hash, title: known.document.title }] : [];
      }),
      on: isoDay(localDay(machineNow(), zoneOf(String(scenario.territory)))),
      space: space.title,
    };
  }

  private async findLearner(id: string): Promise<LearnerRow> {
    const learner = await LEARNERS_SQL.find.first(this.units.manager, [id]);
    if (!learner) throw new Refusal('not-found');
    return learner;
  }
}
