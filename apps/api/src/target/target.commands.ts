import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type TargetProfileSaveInput, type TargetProfileSavePayload } from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { TargetViews } from './target.views.ts';

@Injectable()
export class TargetCommands {
  constructor(private readonly persistence: Persistence, private readonly views: TargetViews, private readonly desk: CommandDesk) {}

  async save(input: TargetProfileSaveInput, caller: SignedInScope): Promise<TargetProfileSavePayload> {
    const { name, osId, osVersion, repositoryUrl, repositoryKey, kernelPrefix } = input;
    const answer = refusalOf(input) ?? await this.desk.run('targetProfileSave', caller, input, (context) =>
      this.persistence.inventory.saveTargetProfile({ ...context, name, osId, osVersion, repositoryUrl, repositoryKey, kernelPrefix }));
    if (isRefusal(answer)) return { targetProfile: null, userErrors: userErrors(answer) };
    return { targetProfile: await this.views.targetProfile(answer.targetProfileId), userErrors: [] };
  }
}

// What nodes will be told: grammars here keep anything else from ever reaching a node's shell or dnf configuration.
function refusalOf(input: TargetProfileSaveInput): Refusal | null {
  const bad = (field: string, message: string): Refusal => refuse('invalidInput', message, { field: [field] });
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._()-]{0,99}$/u.test(input.name)) return bad('name', 'the name of a profile has 1 to 100 letters, digits, spaces and . _ - ( )');
  if (!/^[a-z0-9][a-z0-9._-]{0,31}$/.test(input.osId)) return bad('osId', 'osId is not an os-release ID such as opencloudos');
  if (!/^[0-9][0-9A-Za-z._-]{0,31}$/.test(input.osVersion)) return bad('osVersion', 'osVersion is not an os-release VERSION_ID such as 8.8');
  if (!/^[0-9][0-9A-Za-z._+-]{0,63}$/.test(input.kernelPrefix)) return bad('kernelPrefix', 'kernelPrefix is not the start of a kernel release such as 5.4.');
  const url = URL.parse(input.repositoryUrl);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '' || !/^[\x21-\x7e]{1,1000}$/.test(input.repositoryUrl)) {
    return bad('repositoryUrl', 'repositoryUrl is not an http or https address without user and password');
  }
  if (input.repositoryKey.length > 65_536 || !/^-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]+-----END PGP PUBLIC KEY BLOCK-----\s*$/.test(input.repositoryKey)) {
    return bad('repositoryKey', 'repositoryKey is not an armoured OpenPGP public key');
  }
  return null;
}
