import { type Command } from 'commander';
import { type Perform } from '../invocation/define-command.ts';
import { assessNodesCommand } from './assess-nodes.ts';
import { getNodeCommand } from './get-node.ts';
import { importNodesCommand } from './import-nodes.ts';
import { listNodesCommand } from './list-nodes.ts';
import { nodeLogsCommand } from './show-log.ts';

export function nodeCommands(program: Command, perform: Perform): void {
  const noun = program.command('node').description('import, list, look at and assess nodes');
  listNodesCommand(noun, perform);
  getNodeCommand(noun, perform);
  importNodesCommand(noun, perform);
  assessNodesCommand(noun, perform);
  nodeLogsCommand(noun, perform);
}
