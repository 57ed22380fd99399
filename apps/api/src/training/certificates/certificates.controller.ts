import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import {
  CheckCertificateDto,
  CheckedCertificateDto,
  ImportCertificateDto,
  ImportedCertificateDto,
  WithdrawCertificateDto,
} from './certificates.dto';
import { ImportCertificate } from './import-certificate.service';
import { OwnTrainingDto, TrainingMatrixDto } from './progress.dto';
import { ShowProgress } from './show-progress.service';

/** In a live space: who is up to date, by certificates that somebody brought in from training spaces. */
@ApiTags('training')
@Controller('training/certificates')
export class CertificatesController {
  constructor(
    private readonly progress: ShowProgress,
    private readonly importing: ImportCertificate,
  ) {}

  @Route('GET', {
    summary: 'Who of the reader’s teams is up to date with what they should have practised; no score',
    act: 'training-certificate.matrix',
    purpose: 'supervision',
    needs: { on: 'team', act: 'keep-certificates' },
    answers: TrainingMatrixDto,
    refuses: ['not-found'],
  })
  showMatrix(): Promise<TrainingMatrixDto> {
    return this.progress.showMatrix();
  }

  @Route('GET own', {
    summary: 'What the account itself should have practised, and its certificates',
    act: 'training-certificate.own',
    purpose: 'training',
    needs: { on: 'own' },
    answers: OwnTrainingDto,
    refuses: ['not-found'],
  })
  showOwn(): Promise<OwnTrainingDto> {
    return this.progress.showOwn();
  }

  @Route('POST check', {
    summary: 'Whether a file is a certificate that holds here, and what it says; nothing is taken in',
    act: 'training-certificate.check',
    purpose: 'supervision',
    needs: { on: 'team', act: 'keep-certificates' },
    once: false,
    goesOn: 'looks',
    answers: CheckedCertificateDto,
    refuses: ['invalid', 'not-found', 'refused'],
  })
  checkFile(@Body() { file }: CheckCertificateDto): Promise<CheckedCertificateDto> {
    return this.importing.checkFile(file);
  }

  @Route('POST', {
    summary: 'Take a certificate in for somebody of one’s teams, never for oneself',
    act: 'training-certificate.import',
    purpose: 'supervision',
    needs: { on: 'team', act: 'keep-certificates' },
    once: true,
    answers: created(ImportedCertificateDto),
    refuses: ['invalid', 'not-found', 'refused'],
  })
  async importFile(@Body() body: ImportCertificateDto): Promise<ImportedCertificateDto> {
    return { id: await this.importing.importFile(body) };
  }

  @Route('POST :certificateId/withdraw', {
    summary: 'A certificate that was taken in by mistake counts no more',
    act: 'training-certificate.withdraw',
    purpose: 'supervision',
    needs: { on: 'team', act: 'keep-certificates' },
    once: false,
    answers: null,
    refuses: ['invalid', 'not-found'],
  })
  withdraw(
    @Param('certificateId', ParseUuid) id: string,
    @Body() body: WithdrawCertificateDto,
  ): Promise<void> {
    return this.importing.withdraw(id, body);
  }
}
