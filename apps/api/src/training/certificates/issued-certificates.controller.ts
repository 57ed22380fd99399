import { Body, Controller, Param, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { fileOf } from '../../platform/answers/file-of';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { binary } from '../../platform/routes/route-answers';
import { LeadTokens } from '../play/lead-tokens';
import { IssueCertificateDto } from './certificates.dto';
import { IssueCertificate } from './issue-certificate.service';

/** JSON, of a form of its own. */
const FILE_TYPE = 'application/vnd.repere.certificate';

/** Certificates of a class, for whoever leads in its training space. */
@ApiTags('training')
@Controller('training/class/learners/:learnerId/certificate')
export class IssuedCertificatesController {
  constructor(
    private readonly leads: LeadTokens,
    private readonly issuing: IssueCertificate,
  ) {}

  @Route('PUT', {
    summary: 'Say that this learner has practised: a certificate in their real name, without a score',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: null,
    refuses: [
      ...(['invalid', 'not-found', 'not-allowed', 'refused', 'cross-site', 'too-many'] as const),
      ...(['unsupported-media', 'unavailable'] as const),
    ],
  })
  issueCertificate(
    @Param('learnerId', ParseUuid) id: string,
    @Body() body: IssueCertificateDto,
    @Req() request: Request,
  ): Promise<void> {
    return this.leads.asLead(request, (place) => this.issuing.issueCertificate(place, id, body));
  }

  @Route('GET file', {
    summary: 'The certificate as a file that is verified, once the record of the space is signed that far',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: binary(FILE_TYPE),
    refuses: ['not-found', 'not-allowed', 'too-many', 'unavailable'],
  })
  async saveFile(
    @Param('learnerId', ParseUuid) id: string,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const file = await this.leads.asLead(request, (place) => this.issuing.saveFile(place, id));
    return fileOf(Buffer.from(`${JSON.stringify(file)}\n`), FILE_TYPE, `attestation-${id.slice(0, 8)}.json`);
  }

  @Route('GET pdf', {
    summary: 'The same on paper (PDF/UA-1)',
    act: null,
    unbound: 'nobody-signed-in',
    needs: { on: 'open' },
    answers: binary('application/pdf'),
    refuses: ['not-found', 'not-allowed', 'refused', 'too-many', 'unavailable'],
  })
  async savePaper(
    @Param('learnerId', ParseUuid) id: string,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const pdf = await this.leads.asLead(request, (place) => this.issuing.savePaper(place, id));
    return fileOf(pdf, 'application/pdf', `attestation-${id.slice(0, 8)}.pdf`);
  }
}
