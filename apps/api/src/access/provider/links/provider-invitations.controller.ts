import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../../platform/requests/parse-uuid';
import { Refusal } from '../../../platform/refusals/refusal';
import { Route } from '../../../platform/routes/route';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { AccountsRepository } from '../../accounts/administration/accounts.repository';
import { Administrator } from '../../accounts/administration/administrator';
import { INVITATION_DAYS } from './provider-invitations.query';
import { ProviderInvitations } from './provider-invitations.repository';
import { InviteDto, InvitedDto } from './provider-links.dto';
import { Providers } from '../providers';
import { machineNow } from '../../../platform/clocks';

@ApiTags('access')
@Controller('provider-invitations')
export class ProviderInvitationsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly administrator: Administrator,
    private readonly accounts: AccountsRepository,
    private readonly providers: Providers,
    private readonly invitations: ProviderInvitations,
  ) {}

  @Route('POST', {
    summary: 'A link by which somebody links an identity of this provider to this account, once',
    act: 'provider-link.invite',
    purpose: 'administration',
    needs: { on: 'accounts' },
    once: false,
    answers: InvitedDto,
    refuses: [
      'invalid',
      'not-allowed',
      'step-up-required',
      'not-found',
      'refused',
      'too-large',
      'unsupported-media',
    ],
  })
  async invite(@Body() { accountId, provider }: InviteDto): Promise<InvitedDto> {
    this.unit.notes({ provider, account: accountId });
    this.administrator.demandProven();
    if (!this.providers.findProvider(provider)) throw new Refusal('not-found');
    if (await this.accounts.decidesOverOthers(accountId)) throw takesTwo();
    const token = await this.invitations.makeInvitation(accountId, provider);
    if (token === null) throw new Refusal('not-found');
    const { key } = this.unit.space;
    // Behind the #: it reaches no server's log.
    const path = `${key === null ? '' : `/s/${key}`}/lier/${provider}#${token}`;
    return {
      link: this.providers.ourAddress(path).href,
      until: new Date(machineNow() + INVITATION_DAYS * 86_400_000).toISOString(),
    };
  }

  @Route('DELETE :id', {
    summary: 'Withdraw an invitation that nobody has used: its link opens nothing any more',
    act: 'provider-link.withdraw-invitation',
    purpose: 'administration',
    needs: { on: 'accounts' },
    once: false,
    answers: null,
    refuses: ['not-allowed', 'step-up-required', 'not-found'],
  })
  async withdraw(@Param('id', new ParseUuid()) id: string): Promise<void> {
    this.administrator.demandProven();
    const account = await this.invitations.withdraw(id);
    if (account === null) throw new Refusal('not-found');
    this.unit.notes({ invitation: id, account });
  }
}

/** The link is shown to one administrator: it must not lead to what two give. */
const takesTwo = (): Refusal =>
  new Refusal('refused', {
    reasons: [
      {
        code: 'takes-two',
        text: {
          fr: 'Ce compte porte, ou attend, un rôle qui se donne à deux. Invitez cette personne par courriel\u00a0; une fois entrée, elle liera elle-même son identité.',
          en: 'This account holds, or waits for, a role that two people give. Invite this person by mail; once in, they link their identity themselves.',
        },
      },
    ],
  });
