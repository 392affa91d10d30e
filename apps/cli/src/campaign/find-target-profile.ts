import { type Connection } from '../connection/connection.ts';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliTargetProfilesDocument } from '../generated/documents.ts';

/** A target profile by id, or the newest of a name: profiles never change, so the newest is the one that is meant. */
export async function findTargetProfile(connection: Connection, name: string): Promise<{ readonly id: string; readonly name: string }> {
  const { targetProfiles } = await connection.ask(CliTargetProfilesDocument, {});
  const found = targetProfiles.find((profile) => profile.id === name) ?? targetProfiles.find((profile) => profile.name === name);
  if (found !== undefined) return found;
  throw new CommandFailure(`there is no target profile ${JSON.stringify(name)}`, {
    exitCode: exitCodes.notFound, code: 'targetProfileNotFound', details: [...new Set(targetProfiles.map((profile) => profile.name))], hint: targetProfiles.length === 0 ? 'None was saved yet.' : 'These are there.',
  });
}
