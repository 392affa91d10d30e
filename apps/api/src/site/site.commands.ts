import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type InventoryCommands } from '@skein/persistence';
import { type BudgetSaveInput, type BudgetSavePayload, type SiteSaveInput, type SiteSavePayload } from '../generated/schema-types.ts';
import { ImportValueError, readAddress, readDomains, readHostKeys, readName, readPort } from '../node/import-grammar.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { SiteViews } from './site.views.ts';

type SiteRequest = Pick<Parameters<InventoryCommands['saveSite']>[0], 'name' | 'route' | 'credential' | 'provider'>;

@Injectable()
export class SiteCommands {
  constructor(private readonly persistence: Persistence, private readonly views: SiteViews, private readonly desk: CommandDesk) {}

  async saveSite(input: SiteSaveInput, caller: SignedInScope): Promise<SiteSavePayload> {
    const site = understood(() => readSite(input));
    const answer = isRefusal(site) ? site : await this.desk.run('siteSave', caller, input, (context) => this.persistence.inventory.saveSite({ ...context, ...site }));
    if (isRefusal(answer)) return { site: null, userErrors: userErrors(answer) };
    return { site: await this.views.site(answer.siteId), userErrors: [] };
  }

  async saveBudget(input: BudgetSaveInput, caller: SignedInScope): Promise<BudgetSavePayload> {
    const domain = understood(() => ({ path: field('domain', () => readDomains([input.domain])[0] ?? '') }));
    const answer = isRefusal(domain) ? domain : await this.desk.run('budgetSave', caller, input, (context) =>
      this.persistence.inventory.saveBudget({ ...context, domain: domain.path, unavailableMax: input.unavailableMax }));
    if (isRefusal(answer)) return { budget: null, userErrors: userErrors(answer) };
    return { budget: await this.views.budget(answer.domain), userErrors: [] };
  }
}

function readSite(input: SiteSaveInput): SiteRequest {
  const name = field('name', () => readName(input.name));
  const credential = input.credential ?? null;
  const provider = input.provider ?? null;
  if (input.routeKind === 'SIMULATED') {
    const socket = input.socket ?? '';
    if (!socket.startsWith('/')) throw new FieldError('socket', 'a simulated site needs the absolute path of its socket');
    if (input.bastions.length > 0 || (input.proxy ?? '') !== '') throw new FieldError('routeKind', 'a simulated site has neither bastions nor a proxy');
    return { name, route: { kind: 'simulated', socket }, credential, provider };
  }
  if (input.socket !== null && input.socket !== undefined) throw new FieldError('socket', 'only a simulated site has a socket');
  const proxy = input.proxy ?? null;
  if (proxy !== null && !/^(unix:\/[^\0]{1,100}|[^\s:@/]+:\d{1,5})$/.test(proxy)) throw new FieldError('proxy', 'the proxy is neither host:port nor unix:/path');
  if (input.bastions.length > 4) throw new FieldError('bastions', 'at most four bastions are chained');
  const bastions = input.bastions.map((bastion) => field('bastions', () => {
    if (bastion.hostKeys.length === 0) throw new ImportValueError('badHostKey', `bastion ${bastion.address} has no host key; an unknown bastion is never trusted`);
    return { address: readAddress(bastion.address), port: readPort(bastion.port), hostKeys: readHostKeys(bastion.hostKeys), credential: bastion.credential };
  }));
  return { name, route: { kind: 'ssh', proxy, bastions }, credential, provider };
}

class FieldError extends Error {
  readonly field: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = 'FieldError';
    this.field = name;
  }
}

function field<Value>(name: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof ImportValueError ? new FieldError(name, cause.message) : cause;
  }
}

function understood<Value extends object>(read: () => Value): Value | Refusal {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof FieldError) return refuse('invalidInput', cause.message, { field: [cause.field] });
    throw cause;
  }
}
