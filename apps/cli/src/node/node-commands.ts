import { type Command } from 'commander';
import { type Perform } from '../invocation/define-command.ts';
import { getNodeCommand } from './get-node.ts';
import { listNodesCommand } from './list-nodes.ts';

export function nodeCommands(program: Command, perform: Perform): void {
  const noun = program.command('node').description('import, list and look at nodes');
  listNodesCommand(noun, perform);
  getNodeCommand(noun, perform);
}
