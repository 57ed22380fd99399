import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Refusal } from '../../../platform/refusals/refusal';
import { Route } from '../../../platform/routes/route';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { StepUp } from '../../factors/second-step/step-up';
import { BeginFlow } from '../flow/begin-flow.service';
import { clearFlowCookie, readFlowCookie, setFlowCookie } from '../flow/provider-flow';
import { ProviderFlows } from '../flow/provider-flow.repository';
import { BeginLinkDto, ProviderLinksDto } from './provider-links.dto';
import { ProviderLinks } from './provider-links.repository';
import { GoToProviderDto } from '../flow/provider-sign-in.dto';
import { ProviderSessions } from '../sign-out/provider-sessions.repository';
import { Providers } from '../providers';

const STEP_UP_MINUTES = 10;

/** By which identities one’s own account is known. Only its owner links one to it, or somebody whom an administrator invited. */
@ApiTags('access')
@Controller('provider-links')
export class ProviderLinksController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly providers: Providers,
    private readonly beginning: BeginFlow,
    private readonly flows: ProviderFlows,
    private readonly links: ProviderLinks,
    private readonly otherEnds: ProviderSessions,
    private readonly stepUp: StepUp,
  ) {}

  @Route('GET', {
    summary: 'Providers, and whether one’s own account is linked',
    act: 'provider-link.list',
    purpose: 'access',
    needs: { on: 'own' },
    answers: ProviderLinksDto,
    refuses: [],
  })
  listLinks(): Promise<ProviderLinksDto> {
    return this.shownLinks();
  }

  @Route('POST', {
    summary: 'Begin to link one’s own account: the browser goes to the provider',
    act: 'provider-link.begin',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: GoToProviderDto,
    refuses: [
      'invalid',
      'not-found',
      'step-up-required',
      'conflict',
      'too-many',
      'too-large',
      'unsupported-media',
    ],
  })
  async beginLink(
    @Body() { provider }: BeginLinkDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoToProviderDto> {
    const { id } = this.unit.account;
    this.unit.notes({ provider });
    this.stepUp.require(STEP_UP_MINUTES);
    const issuer = this.providers.findProvider(provider)?.issuer.href;
    if ((await this.links.listLinks(id)).some((link) => link.issuer === issuer))
      throw new Refusal('conflict');
    const intent = { kind: 'link', accountId: id } as const;
    const { goTo, secret } = await this.beginning.beginFlow(provider, intent, request.ip ?? 'unknown');
    setFlowCookie(response, secret);
    return { goTo };
  }

  @Route('PUT :provider', {
    summary: 'Link the identity that came back to this browser',
    act: 'provider-link.add',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: ProviderLinksDto,
    refuses: ['not-found', 'refused'],
  })
  async confirm(
    @Param('provider') provider: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderLinksDto> {
    const { id } = this.unit.account;
    this.unit.notes({ provider });
    const secret = readFlowCookie(request);
    const subject = secret === null ? null : await this.flows.confirm(provider, id, secret);
    if (!subject) throw new Refusal('not-found');
    const linked = await this.links.addLink({ accountId: id, provider, subject, linkedBy: id });
    if (linked !== 'linked')
      throw new Refusal('refused', { reasons: [{ code: linked, text: REFUSED[linked] }] });
    clearFlowCookie(response);
    return this.shownLinks();
  }

  @Route('DELETE :provider', {
    summary: 'Unlink one’s own account, and end the sessions that this identity opened',
    act: 'provider-link.remove',
    purpose: 'access',
    needs: { on: 'own' },
    once: false,
    answers: null,
    refuses: ['not-found', 'step-up-required', 'refused'],
  })
  async removeLink(@Param('provider') provider: string): Promise<void> {
    const { id } = this.unit.account;
    this.unit.notes({ provider });
    this.stepUp.require(STEP_UP_MINUTES);
    const link = (await this.links.listLinks(id)).find((it) => it.provider === provider);
    if (!link) throw new Refusal('not-found');
    if (!(await this.links.isLeftAWay(id, link.issuer)))
      throw new Refusal('refused', { reasons: [{ code: 'last-way-in', text: REFUSED['last-way-in'] }] });
    await this.links.removeLink(id, link.issuer);
    await this.otherEnds.endOf(id, link.issuer);
  }

  private async shownLinks(): Promise<ProviderLinksDto> {
    const { id } = this.unit.account;
    const links = await this.links.listLinks(id);
    return {
      items: this.providers.all.map(({ key, label, issuer }) => {
        const link = links.find((it) => it.issuer === issuer.href);
        return {
          provider: key,
          label,
          linkedAt: link?.linkedAt.toISOString() ?? null,
          invited: link !== undefined && link.linkedBy !== id,
        };
      }),
    };
  }
}

const REFUSED = {
  'last-way-in': {
    fr: 'C’est votre seule façon d’entrer. Ajoutez d’abord une clé d’accès, ou liez une autre identité.',
    en: 'This is your only way in. Add a passkey first, or link another identity.',
  },
  taken: {
    fr: 'Cette identité est déjà liée à un autre compte de Repère.',
    en: 'This identity is linked to another account of Repère already.',
  },
  'linked-already': {
    fr: 'Votre compte est déjà lié à une identité de ce fournisseur.',
    en: 'Your account is linked to an identity of this provider already.',
  },
} as const;
