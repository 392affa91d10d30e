import { type Connection } from '../connection/connection.ts';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliNodeIdByIdDocument, CliNodeIdByNameDocument, CliNodesDocument } from '../generated/documents.ts';

export interface NamedNode {
  readonly id: string;
  readonly hostname: string;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** A node by id, by `source/externalId`, or by a host name that only one has. */
export async function findNode(connection: Connection, name: string): Promise<NamedNode> {
  if (isId(name)) {
    const { node } = await connection.ask(CliNodeIdByIdDocument, { id: name });
    if (node !== null) return node;
  }
  const { nodeByName } = await connection.ask(CliNodeIdByNameDocument, { name });
  if (nodeByName !== null) return nodeByName;
  const { nodes } = await connection.ask(CliNodesDocument, { filter: { text: name }, page: { first: 10 } });
  const twins = nodes.nodes.filter((node) => node.hostname === name.toLowerCase());
  if (twins.length > 1) {
    throw new CommandFailure(`several nodes are called ${JSON.stringify(name)}`, { exitCode: exitCodes.notFound, code: 'nameIsAmbiguous', details: twins.map((node) => `${node.source}/${node.externalId}  ${node.site}  ${node.id}`), hint: 'Give one of these names, or its id.' });
  }
  throw new CommandFailure(`there is no node ${JSON.stringify(name)}`, {
    exitCode: exitCodes.notFound, code: 'nodeNotFound', details: nodes.nodes.map((node) => `${node.hostname}  ${node.source}/${node.externalId}`), hint: nodes.nodes.length === 0 ? '`skein node list` shows what there is.' : 'These come close.',
  });
}
