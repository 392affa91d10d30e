import { approvals } from './en/approvals.ts';
import { audit } from './en/audit.ts';
import { campaigns } from './en/campaigns.ts';
import { codes } from './en/codes.ts';
import { errors } from './en/errors.ts';
import { fleet } from './en/fleet.ts';
import { help } from './en/help.ts';
import { imports } from './en/imports.ts';
import { kit } from './en/kit.ts';
import { node } from './en/node.ts';
import { nodes } from './en/nodes.ts';
import { now } from './en/now.ts';
import { session } from './en/session.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { words } from './en/words.ts';
import { yaml } from './en/yaml.ts';

/** The source of all texts; every other language must have exactly its keys. One file per area. */
export const en = { words, codes, kit, errors, shell, session, now, fleet, nodes, node, campaigns, approvals, audit, settings, help, imports, yaml } as const;
