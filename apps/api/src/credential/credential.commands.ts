import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type CredentialSaveInput, type CredentialSavePayload } from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { CredentialViews } from './credential.views.ts';

@Injectable()
export class CredentialCommands {
  constructor(private readonly persistence: Persistence, private readonly views: CredentialViews, private readonly desk: CommandDesk) {}

  async save(input: CredentialSaveInput, caller: SignedInScope): Promise<CredentialSavePayload> {
    const answer = refusalOf(input) ?? await this.desk.run('credentialSave', caller, input, (context) =>
      this.persistence.inventory.saveCredential({ ...context, name: input.name, user: input.user, privateKey: input.privateKey, become: input.become === 'SUDO' ? 'sudo' : 'none' }));
    if (isRefusal(answer)) return { credential: null, userErrors: userErrors(answer) };
    return { credential: await this.views.credential(answer.credentialId), userErrors: [] };
  }
}

// Messages never repeat what was sent: it may be the secret in the wrong field.
function refusalOf(input: CredentialSaveInput): Refusal | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(input.name)) return refuse('invalidInput', 'the name of a credential has letters, digits and . _ - only, at most 63', { field: ['name'] });
  if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(input.user)) return refuse('invalidInput', 'the login user is not a user name', { field: ['user'] });
  if (input.privateKey.length > 32_768 || !/^-----BEGIN [A-Z ]*PRIVATE KEY-----\r?\n[\s\S]+-----END [A-Z ]*PRIVATE KEY-----\s*$/.test(input.privateKey)) {
    return refuse('invalidInput', 'the private key is not in OpenSSH or PEM format', { field: ['privateKey'], hint: 'Send the whole file, from BEGIN to END.' });
  }
  if (/ENCRYPTED/.test(input.privateKey)) return refuse('invalidInput', 'the private key has a passphrase', { field: ['privateKey'], hint: 'Remove it with `ssh-keygen -p`; Skein encrypts the key itself.' });
  return null;
}
